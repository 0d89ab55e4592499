internal import Chronicle

/// A dispatch taken apart into its header and its text, with what is needed to count in scalars.
struct DispatchText {
  /// The lines of the header block by their lower-case keys.
  private(set) var header: [String: String] = [:]
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

  /// The header's keys. A first line with another word before its colon is text.
  private static let keys: Set<String> = [
    "publisher", "title", "published", "language", "url", "source", "date", "author",
  ]

  /// - Parameter bytes: In the given encoding.
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8], encoding: TextEncoding) throws(ReadingError) {
    var bytes = encoding.utf8(from: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if encoding == .utf8 { try Self.check(bytes) }
    var position = 0
    var header: [String: String] = [:]
    var dayLine: (text: String, line: Int)?
    var line = 1
    while let (key, value, next) = Self.headerLine(bytes, position) {
      header[key] = value
      if key == "published" || key == "date" { dayLine = (value, line) }
      position = next
      line += 1
    }
    if !header.isEmpty, let next = Self.blankLine(bytes, position) {
      position = next
    } else if !header.isEmpty, position < bytes.count {
      // Text follows at once: the keys were the first words of it, unless there are several.
      if header.count == 1, dayLine == nil { (header, position) = ([:], 0) }
    }
    if let (text, line) = dayLine, !header.isEmpty {
      guard let day = Day(String(text.prefix(10))) else { throw .noSuchDay(text, line: line) }
      self.day = day
    }
    self.header = header
    body = Array(bytes[position...])
    guard body.contains(where: { $0 > 0x20 }) else { throw .empty }
    offsets = ScalarOffsets(body)
    if body.contains(UInt8(ascii: "<")) || body.contains(UInt8(ascii: "&")) {
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

  // MARK: Header

  private static func check(_ bytes: [UInt8]) throws(ReadingError) {
    guard let offset = firstInvalidOffset(in: bytes) else { return }
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    throw .notUTF8(line: line, byte: offset - start + 1)
  }

  private static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private static func headerLine(_ bytes: [UInt8], _ start: Int) -> (key: String, value: String, next: Int)? {
    let rest = bytes[start...].prefix(4096)
    let line = rest.prefix { $0 != 0x0A }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - start <= 12 else { return nil }
    let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    guard keys.contains(key) else { return nil }
    let value = line[(colon + 1)...].drop { $0 <= 0x20 }
    let trimmed = value.reversed().drop { $0 <= 0x20 }.reversed()
    return (key, String(decoding: Array(trimmed), as: UTF8.self), min(line.endIndex + 1, bytes.count))
  }

  private static func blankLine(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count else { return start }
    let line = bytes[start...].prefix { $0 != 0x0A }
    guard line.allSatisfy({ $0 <= 0x20 }) else { return nil }
    return min(line.endIndex + 1, bytes.count)
  }
}
