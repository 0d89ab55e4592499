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

  /// The passing values of all rows: each as its length and two, then its bytes; 0 for the same as in the row
  /// before, 1 for none.
  static func passing(of rows: [ListedRow]) -> [UInt8] {
    var bytes: [UInt8] = []
    var before: [[UInt8]?] = []
    for row in rows {
      for (index, value) in row.passing.enumerated() {
        if index < before.count, before[index] == value {
          append(0, to: &bytes)
        } else if let value {
          append(value.count + 2, to: &bytes)
          bytes += value
        } else {
          append(1, to: &bytes)
        }
      }
      before = row.passing
    }
    return bytes
  }

  /// The passing values of each row, so many a row; `nil` for bytes that ``passing(of:)`` does not write.
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
