extension JSONReader {
  /// Where the next thing in the input stands.
  ///
  /// - Complexity: O(distance from the last place that was asked for), so linear over a whole reading.
  public mutating func location() -> InputLocation {
    skipSpace()
    place.advance(to: offset, in: bytes)
    return place.location(in: file)
  }

  /// Where an offset in ``bytes`` stands in lines and columns.
  ///
  /// - Complexity: O(*n*); meant for errors.
  public func location(at offset: Int) -> InputLocation {
    var place = place
    if offset < place.offset {
      place = TextPosition(
        startingAt: bytes.starts(with: UTF8Check.byteOrderMark) ? UTF8Check.byteOrderMark.count : 0
      )
    }
    place.advance(to: offset, in: bytes)
    return place.location(in: file)
  }

  /// An error about what comes next in the input.
  ///
  /// - Parameter expected: What should have stood there, as a noun phrase.
  public func error(expected: String) -> InputError {
    var next = self
    next.skipSpace()
    return next.error(at: next.offset, expected: expected)
  }

  /// Moves to the next thing in the input and gives its offset.
  mutating func startOfNext() -> Int {
    skipSpace()
    return offset
  }

  /// Passes the value that is due, which somebody has looked at and found to end at an offset; `false` where none
  /// is due.
  mutating func pass(to end: Int) -> Bool {
    guard case .value = expectation else { return false }
    offset = end
    expectation = .next
    return true
  }

  /// As ``error(expected:)``, about the closing bracket that was just passed.
  func errorAtEnd(expected: String) -> InputError {
    error(at: max(offset - 1, 0), expected: expected)
  }

  func error(at offset: Int, expected: String) -> InputError {
    let location = location(at: offset)
    guard offset < bytes.count else {
      return InputError(location: location, observed: "the end of the file", expected: expected)
    }
    return InputError(location: location, found: token(at: offset), expected: expected)
  }

  func depthError() -> InputError {
    InputError(
      location: location(at: offset),
      observed: "objects or arrays nested deeper than \(Self.maximumDepth)",
      expected: "at most \(Self.maximumDepth) levels"
    )
  }

  func malformedNumber(at start: Int) -> InputError {
    InputError(
      location: location(at: start),
      found: token(at: start),
      expected: "a number",
      hint: "as 0, -12.5 or 1e-3"
    )
  }

  /// What stands at an offset, for a message: a whole word, number or string if it is short, else one character.
  func token(at offset: Int) -> String {
    let rest = bytes[offset..<min(offset + 64, bytes.count)]
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), 0x80...0xFF:
        true
      default: false
      }
    }
    var end = offset
    if bytes[offset] == UInt8(ascii: "\""),
      let closing = rest.dropFirst().firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 < 0x20 }),
      bytes[closing] == UInt8(ascii: "\"")
    {
      end = closing + 1
    } else {
      end = rest.firstIndex { !isWord($0) } ?? rest.endIndex
    }
    if end == offset { end = min(offset + 1, bytes.count) }
    // The 64 bytes may end inside a character.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
}
