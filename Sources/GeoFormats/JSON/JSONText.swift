/// Writes texts as JSON strings.
package enum JSONText {
  /// Appends a string in quotation marks. Quotation marks, backslashes and control characters are escaped, nothing
  /// else.
  ///
  /// - Parameter text: UTF-8.
  package static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    write(text, to: &bytes)
  }

  /// As ``append(_:to:)``.
  package static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer) {
    write(text, to: &bytes)
  }

  @inline(__always)
  private static func write(
    _ text: UnsafeBufferPointer<UInt8>,
    to bytes: inout some TextSink & ~Copyable
  ) {
    bytes.append(UInt8(ascii: "\""))
    // Runs without escapes are copied whole.
    var run = 0
    let raw = UnsafeRawBufferPointer(text)
    while true {
      let index = JSONReader.endOfPlainText(in: raw, from: run)
      guard index < text.count else { break }
      let byte = text[index]
      bytes.append(UnsafeBufferPointer(rebasing: text[run..<index]))
      run = index + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      default:
        for digit in (byte < 0x10 ? "u000" : "u001").utf8 { bytes.append(digit) }
        for digit in String(byte & 0xF, radix: 16).utf8 { bytes.append(digit) }
      }
    }
    bytes.append(UnsafeBufferPointer(rebasing: text[run...]))
    bytes.append(UInt8(ascii: "\""))
  }
}
