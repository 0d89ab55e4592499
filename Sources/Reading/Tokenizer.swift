internal import Gazetteer

/// Cuts text into tokens, folding letters as names are folded.
///
/// It looks at each byte and so reads memory unchecked: `position` stays below `end`, and `end` within the text.
enum Tokenizer {
  /// What letters of Latin-1 Supplement, Latin Extended-A and -B fold to, from U+00C0: up to eight bytes, the
  /// first lowest; 0 for what is no letter.
  private static let folds: [UInt64] = (0xC0..<0x250).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return 0 }
    return NameKey(String(Character(scalar))).text.utf8.prefix(8).reversed().reduce(0) {
      $0 << 8 | UInt64($1)
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The tokens of a text's bytes in a range, added to `tokens`.
  ///
  /// - Parameter text: Well-formed UTF-8.
  /// - Complexity: O(*n*).
  static func append(_ text: [UInt8], _ range: Range<Int>, words: WordTable, to tokens: inout [Token]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    text.withUnsafeBufferPointer { text in
      var position = range.lowerBound
      var looks: Token.Looks = .afterSpace
      while let token = next(text, &position, range.upperBound, &looks, look: { words.word(of: $0) }) {
        tokens.append(token)
      }
    }
  }

  /// The hashes of a phrase's words and numbers, by which a table numbers them.
  static func hashes(of phrase: String) -> [UInt64] {
    var hashes: [UInt64] = []
    forEachHash(of: phrase) { hashes.append($0) }
    return hashes
  }

  /// Hands over the hashes of a phrase's words and numbers, one by one.
  @inline(__always)
  static func forEachHash(of phrase: String, _ body: (UInt64) -> Void) {
    var phrase = phrase
    phrase.withUTF8 { bytes in
      var position = 0
      var looks: Token.Looks = .afterSpace
      func note(_ hash: UInt64) -> WordTable.Word {
        body(hash)
        return WordTable.Word()
      }
      while next(bytes, &position, bytes.count, &looks, look: note) != nil {}
    }
  }

  /// Whether a letter of a phrase has an accent.
  static func hasAccent(_ phrase: String) -> Bool {
    phrase.utf8.contains { $0 >= 0xC3 } && phrase.unicodeScalars.contains { isAccented($0.value) }
  }

  /// Whether it is a letter with an accent; `ñ` is a letter of its own.
  static func isAccented(_ scalar: UInt32) -> Bool {
    0xC0..<0x250 ~= scalar && scalar != 0xD1 && scalar != 0xF1 && scalar != 0xD7 && scalar != 0xF7
  }

  /// The next token; `nil` at the end.
  ///
  /// - Parameters:
  ///   - looks: Whether white space stands before the position, and then before the next one.
  ///   - look: What the table has of a word or of digits, given their hash.
  @inline(__always)
  private static func next(
    _ text: UnsafeBufferPointer<UInt8>,
    _ position: inout Int,
    _ end: Int,
    _ looks: inout Token.Looks,
    look: (UInt64) -> WordTable.Word
  ) -> Token? {
    while position < end {
      let start = position
      let byte = text[position]
      let before = looks
      looks = []
      switch byte {
      case 0x61...0x7A, 0x41...0x5A:
        return word(text, &position, end, before, look)
      case 0x20, 0x09, 0x0D, 0x0B, 0x0C, 0x00:
        position += 1
        looks = .afterSpace
      case 0x0A:
        position += 1
        looks = .afterSpace
        return Token(.lineBreak, before, from: start, to: position)
      case 0x30...0x39:
        let hash = digits(text, &position, end)
        return Token(.number, before, from: start, to: position, word: look(hash))
      case 0x80...:
        let (scalar, length) = decode(text, position, end)
        if isLetter(scalar) { return word(text, &position, end, before, look) }
        position += length
        if isSpace(scalar) {
          looks = .afterSpace
        } else if isIgnored(scalar) {
          looks = before
        } else {
          return Token(sign: scalar, before, from: start, to: position)
        }
      default:
        position += 1
        return Token(sign: UInt32(byte), before, from: start, to: position)
      }
    }
    return nil
  }

  /// The hash of the digits here, separators within them taken for commas.
  @inline(__always)
  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int) -> UInt64
  {
    var hash = seed
    while position < end {
      let byte = text[position]
      if 0x30...0x39 ~= byte {
        hash = mix(hash, byte)
        position += 1
      } else if byte == 0x2E || byte == 0x2C, position + 1 < end, 0x30...0x39 ~= text[position + 1] {
        hash = mix(hash, 0x2C)
        position += 1
      } else {
        break
      }
    }
    return hash | 1
  }

  @inline(__always)
  private static func word(
    _ text: UnsafeBufferPointer<UInt8>,
    _ position: inout Int,
    _ end: Int,
    _ before: Token.Looks,
    _ look: (UInt64) -> WordTable.Word
  ) -> Token {
    let start = position
    var hash = seed
    var looks = before
    var (letters, capitals) = (0, 0)
    scan: while position < end {
      let byte = text[position]
      // The letters of ASCII, which differ in one bit from their capitals.
      let lower = byte | 0x20
      if lower &- 0x61 < 26 {
        hash = mix(hash, lower)
        if byte != lower {
          if letters == 0 { looks.insert(.capital) }
          capitals &+= 1
        }
        letters &+= 1
        position &+= 1
        continue
      }
      switch byte {
      case 0x80...:
        let (scalar, length) = decode(text, position, end)
        if 0xC0..<0x250 ~= scalar {
          var fold = folds[Int(scalar) - 0xC0]
          guard fold != 0 else { break scan }
          while fold != 0 {
            hash = mix(hash, UInt8(truncatingIfNeeded: fold))
            fold >>= 8
          }
          if isAccented(scalar) { looks.insert(.accent) }
          let isUpper = 0xC0...0xDE ~= scalar || scalar >= 0x100 && scalar & 1 == 0
          if isUpper, letters == 0 { looks.insert(.capital) }
          if isUpper { capitals += 1 }
          letters += 1
        } else if isIgnored(scalar) || 0x300...0x36F ~= scalar {
          // A mark on the letter before it, or nothing to see.
        } else if isLetter(scalar) {
          for offset in 0..<length { hash = mix(hash, text[position + offset]) }
          letters += 1
        } else {
          break scan
        }
        position += length
      default:
        break scan
      }
    }
    if letters > 1, capitals == letters { looks.insert(.allCapital) }
    let token = Token(.word, looks, from: start, to: position, word: look(hash | 1))
    position = max(position, start + 1)
    return token
  }

  /// The scalar at a position of well-formed UTF-8, and its length; a broken tail reads as U+FFFD.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>,
    _ position: Int,
    _ end: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(text[position])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard position + length <= end, lead < 0x80 || lead >= 0xC0 else { return (0xFFFD, 1) }
    var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
    for offset in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3F) }
    return (scalar, length)
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if 0xC0..<0x250 ~= scalar { return scalar != 0xD7 && scalar != 0xF7 }
    guard scalar >= 0x250, !(0x2000...0x2BFF ~= scalar) else { return false }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether a scalar is not to be seen: joiners, direction marks, variation selectors, soft hyphens.
  private static func isIgnored(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }
}
