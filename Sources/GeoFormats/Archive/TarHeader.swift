/// The header of one thing in a tar archive.
struct TarHeader {
  enum Kind {
    case file
    /// GNU: what follows is the next file's name.
    case longName
    /// pax: what follows are properties of the next file.
    case extended
    case other
  }

  let name: String
  let size: Int
  let kind: Kind

  /// The size with what fills its last block.
  var paddedSize: Int { (size + 511) / 512 * 512 }

  /// Reads a header; `nil` where the checksum is wrong or the size no number.
  init?(_ block: ArraySlice<UInt8>) {
    let bytes = Array(block)
    guard bytes.count == 512, let checksum = Self.octal(bytes[148..<156]) else { return nil }
    // The sum is taken with the checksum's own bytes as spaces.
    let sum = bytes.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
    guard sum == checksum, let size = Self.size(bytes[124..<136]) else { return nil }
    self.size = size
    let isPOSIX = bytes[257..<262].elementsEqual("ustar".utf8) && bytes[262] == 0
    let prefix = isPOSIX ? Self.text(bytes[345..<500]) : ""
    let name = Self.text(bytes[0..<100])
    self.name = prefix.isEmpty ? name : "\(prefix)/\(name)"
    switch bytes[156] {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): kind = name.hasSuffix("/") ? .other : .file
    case UInt8(ascii: "L"): kind = .longName
    case UInt8(ascii: "x"): kind = .extended
    default: kind = .other
    }
  }

  /// The path among the properties of a pax header, each of which is a line `LENGTH KEY=VALUE`.
  static func path(inExtended body: ArraySlice<UInt8>) -> String? {
    var rest = body
    while let space = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
      length > space - rest.startIndex, length <= rest.count
    {
      let record = rest.prefix(length)
      let text = String(decoding: record[(space + 1)...].dropLast(), as: UTF8.self)
      if text.hasPrefix("path=") { return String(text.dropFirst(5)) }
      rest = rest.dropFirst(length)
    }
    return nil
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Octal digits with spaces or zero bytes around them.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    return digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  /// A size in octal digits; beyond 8 GiB in bytes behind a mark, as GNU writes it.
  private static func size(_ field: ArraySlice<UInt8>) -> Int? {
    guard let first = field.first, first & 0x80 != 0 else { return octal(field) }
    var size = Int(first & 0x7F)
    for byte in field.dropFirst() {
      guard size < 1 << 48 else { return nil }
      size = size << 8 | Int(byte)
    }
    return size
  }
}
