extension InputError {
  /// The error about a text that is not UTF-8, at its first wrong byte; `nil` where all is well.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public init?(notUTF8 bytes: [UInt8], file: String) {
    let start = bytes.starts(with: UTF8Check.byteOrderMark) ? UTF8Check.byteOrderMark.count : 0
    guard let offset = UTF8Check.firstInvalidOffset(in: bytes, from: start) else { return nil }
    var position = TextPosition(startingAt: start)
    position.advance(to: offset, in: bytes)
    self.init(
      location: position.location(in: file),
      observed: "a byte that is not UTF-8",
      expected: "a text in UTF-8"
    )
  }
}
