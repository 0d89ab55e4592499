/// How the rows of a snapshot are written into one value: numbers of seven bits a byte, low bits first.
enum ListingCode {
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// All numbers in order; `nil` for bytes that end inside a number or hold one too large.
  static func numbers(_ bytes: some Sequence<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    var (number, shift) = (0, 0)
    for byte in bytes {
      guard shift < 56 else { return nil }
      number |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        numbers.append(number)
        (number, shift) = (0, 0)
      } else {
        shift += 7
      }
    }
    return shift == 0 ? numbers : nil
  }

  /// Appends a passing value: its length and two, then its bytes; 1 for none.
  static func append(_ value: ArraySlice<UInt8>?, to bytes: inout [UInt8]) {
    guard let value else { return append(1, to: &bytes) }
    append(value.count + 2, to: &bytes)
    bytes += value
  }

  /// Names one after another, as values.
  static func names(_ names: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in names { append(Array(name.utf8)[...], to: &bytes) }
    return bytes
  }

  /// So many names; `nil` for bytes that ``names(_:)`` does not write.
  static func names(_ bytes: [UInt8], count: Int) -> [String]? {
    passing(bytes, rows: 1, each: count)?.first?.map { String(decoding: $0 ?? [], as: UTF8.self) }
  }

  /// Appends the sign that a passing value is that of the row before: 0.
  static func appendRepetition(to bytes: inout [UInt8]) { append(0, to: &bytes) }

  /// The passing values of each row, so many a row; `nil` for bytes that are not written so.
  static func passing(_ bytes: [UInt8], rows: Int, each count: Int) -> [[[UInt8]?]]? {
    var offset = 0
    var before = [[UInt8]?](repeating: nil, count: count)
    var all: [[[UInt8]?]] = []
    for _ in 0..<rows {
      for index in 0..<count {
        var (length, shift) = (0, 0)
        while true {
          guard offset < bytes.count, shift < 56 else { return nil }
          length |= Int(bytes[offset] & 0x7F) << shift
          shift += 7
          offset += 1
          if bytes[offset - 1] & 0x80 == 0 { break }
        }
        switch length {
        case 0: break
        case 1: before[index] = nil
        default:
          guard length - 2 <= bytes.count - offset else { return nil }
          before[index] = Array(bytes[offset..<(offset + length - 2)])
          offset += length - 2
        }
      }
      all.append(before)
    }
    return offset == bytes.count ? all : nil
  }
}
