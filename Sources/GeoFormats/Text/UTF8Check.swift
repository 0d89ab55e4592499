/// Finds bytes that are not UTF-8.
package enum UTF8Check {
  /// A UTF-8 byte order mark, which some spreadsheets and editors put first.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The offset of the first byte, at or after `start`, that cannot stand where it stands: by the table of
  /// well-formed sequences in the Unicode standard (3-7), so no overlong forms, surrogates or values past
  /// U+10FFFF. `nil` where all is well.
  ///
  /// - Complexity: O(*n*), 32 bytes at a time through ASCII.
  package static func firstInvalidOffset(in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalidOffset(in: $0, from: start) }
  }

  /// As ``firstInvalidOffset(in:from:)`` for bytes that somebody lends.
  static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    var index = start
    while index < count {
      while count - index >= 32, Self.isASCII(raw, from: index) { index += 32 }
      while count - index >= 8,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      guard index < count else { break }
      let lead = raw[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard count - index >= length, second.contains(raw[index + 1]) else { return index }
      for next in 2..<max(length, 2) where raw[index + next] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }

  /// Whether none of 32 bytes has its top bit set.
  @inline(__always)
  private static func isASCII(_ raw: UnsafeRawBufferPointer, from index: Int) -> Bool {
    var bits: UInt64 = 0
    for offset in stride(from: 0, to: 32, by: 8) {
      bits |= raw.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self)
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}
