/// A name without what people leave out: case, accents and punctuation.
///
/// Two names with one key are the same name: `Puente Ilave`, `PUENTE ILAVE` and `puente  ilave.`; also
/// `Ñahuimpuquio` and `Nahuimpuquio`. The key is lower-case words with one space between them.
public struct NameKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// Makes the key of a name.
  ///
  /// - Complexity: O(*n*) in the name's length.
  public init(_ name: String) {
    var folded = FoldedText()
    folded.append(contentsOf: name)
    text = folded.text
  }

  /// Makes a key of words that are folded already.
  init(words: some Sequence<String>) { text = words.joined(separator: " ") }

  public var description: String { text }

  /// Whether nothing is left of the name.
  public var isEmpty: Bool { text.isEmpty }

  /// The words of the key.
  public var words: [String] { text.split(separator: " ").map(String.init) }

  public static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }
}

/// Text being folded to lower-case words without accents.
struct FoldedText {
  private(set) var text = ""
  private var needsSpace = false

  mutating func append(contentsOf name: String) {
    for scalar in name.unicodeScalars { append(scalar) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: put(scalar)
    case 0x41...0x5A: put(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    case 0..<0x80: needsSpace = !text.isEmpty
    default: appendFolded(scalar)
    }
  }

  /// What the letters from U+00C0 to U+024F fold to, as names in Latin script have them; `nil` for what is
  /// folded by its properties.
  private static let latin: [String?] = (0xC0..<0x250).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    var folded = FoldedText()
    folded.appendByProperties(scalar)
    return folded.text.isEmpty ? nil : folded.text
  }

  private mutating func appendFolded(_ scalar: Unicode.Scalar) {
    let letter = Int(scalar.value) - 0xC0
    if Self.latin.indices.contains(letter), let folded = Self.latin[letter] {
      for letter in folded.unicodeScalars { put(letter) }
    } else {
      appendByProperties(scalar)
    }
  }

  private mutating func appendByProperties(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format:
      break
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .spacingMark:
      if let base = Self.latinBase(of: scalar) {
        for letter in base.unicodeScalars { put(letter) }
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { put(lower) }
      }
    default:
      needsSpace = !text.isEmpty
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if needsSpace {
      text.unicodeScalars.append(" ")
      needsSpace = false
    }
    text.unicodeScalars.append(scalar)
  }

  /// The plain letters of a Latin letter with marks, read off its Unicode name: `LATIN SMALL LETTER E
  /// WITH ACUTE` is `e`, `LATIN CAPITAL LETTER AE` is `ae`, `LATIN SMALL LIGATURE OE` is `oe`.
  private static func latinBase(of scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard let letter = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
      letter + 1 < words.count
    else { return nil }
    let base = words[letter + 1]
    guard base.utf8.count <= 2, letter + 2 == words.count || words[letter + 2] == "WITH" else { return nil }
    return base.lowercased()
  }
}
