/// Why a dispatch cannot be read.
public enum ReadingError: Error, Hashable, Sendable {
  /// There is no text, or none after the header.
  case empty
  /// The bytes are not UTF-8; the line and the byte in it, both counted from 1.
  case notUTF8(line: Int, byte: Int)
  /// A date of the header, or the one given, that the calendar does not have.
  case noSuchDay(String, line: Int?)
  /// Nothing in the text says when it was published.
  case noDate
  /// The country pack has no table of words to read texts by.
  case noWords
}

extension ReadingError {
  /// The line, counted from 1, what was found there, and what was expected.
  public var parts: (line: Int?, observed: String, expected: String) {
    switch self {
    case .empty:
      (nil, "no text", "a dispatch")
    case .notUTF8(let line, let byte):
      (
        line, "a byte that is not UTF-8 (the line's byte \(byte))",
        "UTF-8, or for older files the option --encoding latin1 or --encoding windows1252"
      )
    case .noSuchDay(let text, let line):
      (line, "the date “\(text)”", "a day that exists, as 2023-01-31")
    case .noDate:
      (
        nil, "no date",
        "a header line “published: 2023-01-31” before a blank line, or the option --date 2023-01-31"
      )
    case .noWords:
      (
        nil, "no words to read texts by in the country pack",
        "a table languages/en-reading.csv or its like"
      )
    }
  }
}

extension ReadingError: CustomStringConvertible {
  public var description: String {
    let (line, observed, expected) = parts
    return "\(line.map { "line \($0): " } ?? "")found \(observed), expected \(expected)"
  }
}
