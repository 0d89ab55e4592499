/// The lines at the top of a dispatch that say who published it and when, up to a blank line.
///
/// ```
/// publisher: Kawsachun News
/// published: 2023-01-05
///
/// text …
/// ```
public struct DispatchHeader: Hashable, Sendable {
  /// What a line of a header can say.
  public enum Key: String, CaseIterable, Hashable, Sendable {
    case publisher, title, published, language, url, source, date, author
  }

  public struct Line: Hashable, Sendable {
    public let key: Key
    public let value: String
    /// Counted from 1.
    public let number: Int
  }

  /// In the order of the text; a key may stand in several.
  public let lines: [Line]
  /// Whether a blank line, or the end, follows the last of them.
  public let isClosed: Bool
  /// The byte at which the text begins: behind the blank line where there is one.
  public let end: Int

  /// Takes the header off a text. A text whose first line is no line of a header has none.
  ///
  /// - Parameter bytes: UTF-8 without byte order mark; a line ends with LF or CRLF.
  /// - Complexity: O(*n*) in the bytes of the header.
  public init(_ bytes: [UInt8]) {
    var (lines, position): ([Line], Int) = ([], 0)
    while let (line, next) = Self.line(bytes, at: position, number: lines.count + 1) {
      lines.append(line)
      position = next
    }
    let blank = Self.blankLine(bytes, at: position)
    // Text that follows at once shows that a lone key was the first word of it, unless it gives the day.
    if blank == nil, lines.count == 1, lines[0].key != .published, lines[0].key != .date {
      (lines, position) = ([], 0)
    }
    self.lines = lines
    isClosed = blank != nil
    end = lines.isEmpty ? 0 : blank ?? position
  }

  /// The value of the first of the keys that has one.
  public subscript(keys: Key...) -> String? { line(keys)?.value }

  /// The line of the first of the keys that has one; of several lines with one key the last.
  public func line(_ keys: [Key]) -> Line? {
    for key in keys {
      if let line = lines.last(where: { $0.key == key && !$0.value.isEmpty }) { return line }
    }
    return nil
  }

  private static func line(_ bytes: [UInt8], at start: Int, number: Int) -> (line: Line, next: Int)? {
    let line = bytes[start...].prefix(4096).prefix { $0 != 0x0A }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - start <= 12,
      let key = Key(rawValue: String(decoding: line[..<colon], as: UTF8.self).lowercased())
    else { return nil }
    var value = line[(colon + 1)...].drop { $0 <= 0x20 }
    while let last = value.last, last <= 0x20 { value.removeLast() }
    let text = String(decoding: value, as: UTF8.self)
    return (Line(key: key, value: text, number: number), min(line.endIndex + 1, bytes.count))
  }

  private static func blankLine(_ bytes: [UInt8], at start: Int) -> Int? {
    let line = bytes[start...].prefix { $0 != 0x0A }
    return line.allSatisfy { $0 <= 0x20 } ? min(line.endIndex + 1, bytes.count) : nil
  }
}
