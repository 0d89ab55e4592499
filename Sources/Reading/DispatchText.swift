internal import Chronicle
internal import GeoFormats

/// A dispatch taken apart into its header and its text, with what is needed to count in scalars.
struct DispatchText {
  let header: DispatchHeader
  /// The text after the header's blank line, as it stands, in UTF-8; the whole where there is no header.
  let body: [UInt8]
  /// The text to read: the body, or what is left of it without tags and with its entities written out.
  let clean: [UInt8]
  /// Where the reading starts in `clean`: behind a first line's own date.
  private(set) var start = 0
  /// The day that the header or the first line gives.
  private(set) var day: Day?
  /// For each byte of `clean`, where it comes from in `body`; `nil` where the two are the same.
  private let origins: [Int32]?
  private let offsets: ScalarOffsets

  /// - Parameters:
  ///   - bytes: In the given encoding.
  ///   - minutesFromUTC: How far the country's clocks are ahead of UTC: a day is a local one.
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8], encoding: TextEncoding, minutesFromUTC: Int) throws(ReadingError) {
    var bytes = encoding.utf8(from: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if encoding == .utf8 { try Self.check(bytes) }
    header = DispatchHeader(bytes)
    if let line = header.line([.published, .date]) {
      let moment = Moment(line.value, minutesFromUTC: minutesFromUTC)
      guard let day = moment?.day ?? Day(line.value.prefix(10)) else {
        throw .noSuchDay(line.value, line: line.number)
      }
      self.day = day
    }
    body = header.end == 0 ? bytes : Array(bytes[header.end...])
    guard body.contains(where: { $0 > 0x20 }) else { throw .empty }
    offsets = ScalarOffsets(body)
    let hasMarkup = body.withUnsafeBufferPointer { body in
      [UInt8(ascii: "<"), UInt8(ascii: "&")].contains { ByteSearch.first($0, in: body) != nil }
    }
    if hasMarkup {
      let stripped = MarkupStripper.strip(body)
      (clean, origins) = (stripped.text, stripped.origins)
    } else {
      (clean, origins) = (body, nil)
    }
    try readFirstLineDate()
  }

  /// Understands a text that begins with the word `date` and a day.
  private mutating func readFirstLineDate() throws(ReadingError) {
    var position = 0
    while position < clean.count, clean[position] <= 0x20 { position += 1 }
    guard clean[position...].starts(with: "date ".utf8) else { return }
    let digits = clean[(position + 5)...].prefix(10)
    let text = String(decoding: digits, as: UTF8.self)
    guard text.utf8.count == 10, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2D }) else { return }
    guard let day = Day(text) else { throw .noSuchDay(text, line: 1) }
    if self.day == nil { self.day = day }
    start = position + 15
  }

  // MARK: Offsets

  /// The scalars of the body that a range of bytes of `clean` stands for.
  func scalars(of range: Range<Int>) -> Range<Int> {
    let bytes = bodyBytes(of: range)
    return offsets.scalar(at: bytes.lowerBound, in: body)..<offsets.scalar(at: bytes.upperBound, in: body)
  }

  /// The body's own text for a range of bytes of `clean`.
  func quote(of range: Range<Int>) -> String {
    String(decoding: body[bodyBytes(of: range)], as: UTF8.self)
  }

  /// The text to read in a range of its bytes.
  func text(of range: Range<Int>) -> String { String(decoding: clean[range], as: UTF8.self) }

  private func bodyBytes(of range: Range<Int>) -> Range<Int> {
    guard let origins, !range.isEmpty else { return range }
    let start = Int(origins[range.lowerBound])
    // The last byte's origin, and the rest of the scalar or the entity that it came from.
    var end = Int(origins[range.upperBound - 1]) + 1
    if range.upperBound < origins.count, body[end - 1] == UInt8(ascii: "&") {
      end = body[end...].firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? end
    }
    while end < body.count, body[end] & 0xC0 == 0x80 { end += 1 }
    return start..<max(end, start)
  }

  // MARK: Lines

  /// The offset of the line feed that ends the line of a byte of `clean`, or of the end of the text.
  func lineEnd(from start: Int) -> Int {
    clean.withUnsafeBufferPointer { clean in
      let rest = UnsafeBufferPointer(rebasing: clean[start...])
      return ByteSearch.first(0x0A, in: rest).map { start + $0 } ?? clean.count
    }
  }

  // MARK: Encoding

  private static func check(_ bytes: [UInt8]) throws(ReadingError) {
    guard let offset = UTF8Check.firstInvalidOffset(in: bytes) else { return }
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    throw .notUTF8(line: line, byte: offset - start + 1)
  }
}
