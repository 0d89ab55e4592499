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
}

extension ReadingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty:
      "found no text, expected a dispatch"
    case .notUTF8(let line, let byte):
      "line \(line), byte \(byte): found a byte that is not UTF-8, expected UTF-8 "
        + "(for older files give --encoding latin1 or --encoding windows1252)"
    case .noSuchDay(let text, let line):
      "\(line.map { "line \($0): " } ?? "")found the date “\(text)”, expected a day that exists, as 2023-01-31"
    case .noDate:
      "found no date, expected a header line “published: 2023-01-31” before a blank line, "
        + "or the option --date 2023-01-31"
    }
  }
}
