extension JSONReader {
  /// Reads the string at ``offset``.
  mutating func stringBody(expected: String) throws(InputError) -> ArraySlice<UInt8> {
    if let range = try plainString(expected: expected) { return bytes[range] }
    var text: [UInt8] = []
    try scanString { part in text.append(contentsOf: part) }
    return text[...]
  }

  /// Reads the string at ``offset``.
  mutating func stringText(expected: String) throws(InputError) -> String {
    if let range = try plainString(expected: expected) {
      return bytes.withUnsafeBufferPointer { bytes in
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      }
    }
    return String(decoding: try stringBody(expected: expected), as: UTF8.self)
  }

  /// Passes the string at ``offset`` and gives the place of its text, or stays before a string with escapes
  /// or faults and gives `nil`.
  @inline(__always)
  mutating func plainString(expected: String) throws(InputError) -> Range<Int>? {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw error(at: offset, expected: expected)
    }
    let start = offset + 1
    let end = bytes.withUnsafeBytes { Self.endOfPlainText(in: $0, from: start) }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
    offset = end + 1
    return start..<end
  }

  mutating func skipStringBody() throws(InputError) {
    if try plainString(expected: "a string") == nil { try scanString { _ in } }
  }

  /// The first byte from an offset on that ends a string, escapes something, or may not stand in a string;
  /// the end of the input if none. Eight bytes at a time.
  static func endOfPlainText(in raw: UnsafeRawBufferPointer, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while raw.count - index >= 8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // A byte's high bit is set where it is a quotation mark, a backslash, or below 0x20. Bytes above a
      // hit may be set by the borrow, never below: the lowest is right.
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let hits =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word)
        & highs
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count {
      let byte = raw[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      index += 1
    }
    return index
  }

  /// Reads the string at ``offset`` piece by piece, escapes resolved, and moves behind it.
  private mutating func scanString(_ append: (ArraySlice<UInt8>) -> Void) throws(InputError) {
    let opening = offset
    var index = opening + 1
    while true {
      let stop = bytes.withUnsafeBytes { Self.endOfPlainText(in: $0, from: index) }
      append(bytes[index..<stop])
      guard stop < bytes.count else {
        throw InputError(
          location: location(at: opening),
          observed: "a string that never ends",
          expected: "a closing quotation mark"
        )
      }
      switch bytes[stop] {
      case UInt8(ascii: "\""):
        offset = stop + 1
        return
      case UInt8(ascii: "\\"):
        index = try escape(at: stop, append)
      default:
        throw InputError(
          location: location(at: stop),
          found: token(at: stop),
          expected: "no control character in a string",
          hint: "write it as an escape, as \\n or \\u0009"
        )
      }
    }
  }

  /// Resolves the escape at an offset and gives the offset behind it.
  private func escape(at start: Int, _ append: (ArraySlice<UInt8>) -> Void) throws(InputError) -> Int {
    guard start + 1 < bytes.count else { throw error(at: bytes.count, expected: "an escape") }
    let plain: UInt8
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): plain = UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): plain = UInt8(ascii: "\\")
    case UInt8(ascii: "/"): plain = UInt8(ascii: "/")
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"):
      var end = start + 6
      guard var code = codeUnit(at: start + 2) else { throw badEscape(at: start, length: 6) }
      if code & 0xFC00 == 0xD800 {
        guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "u"),
          let low = codeUnit(at: end + 2), low & 0xFC00 == 0xDC00
        else { throw badEscape(at: start, length: 6) }
        code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
        end += 6
      }
      // Only a low surrogate on its own is no scalar now.
      guard let scalar = Unicode.Scalar(code) else { throw badEscape(at: start, length: 6) }
      append(Array(String(scalar).utf8)[...])
      return end
    default:
      throw badEscape(at: start, length: 2)
    }
    append([plain])
    return start + 2
  }

  private func codeUnit(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { all in
      all.baseAddress.flatMap { JSONEscape.codeUnit(at: $0 + start) }
    }
  }

  private func badEscape(at start: Int, length: Int) -> InputError {
    let text = bytes[start..<min(start + length, bytes.count)]
    return InputError(
      location: location(at: start),
      found: String(decoding: text, as: UTF8.self),
      expected: length == 2
        ? "an escape such as \\n, \\\" or \\u00E1" : "four hexadecimal digits of a character"
    )
  }
}
