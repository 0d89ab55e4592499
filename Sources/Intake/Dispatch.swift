public import Chronicle
public import GeoFormats

/// A report as text: a header that says who published it and when, and the text itself.
///
/// ```
/// publisher: Kawsachun News
/// title: Strike reaches Ica
/// published: 2023-01-05
/// language: en
///
/// text …
/// ```
public struct Dispatch: Hashable, Sendable {
  public let report: Report
  /// Everything after the header's blank line.
  public let text: String

  /// The members of a header.
  private enum Field: String, CaseIterable {
    case publisher, title, published, language, url
  }

  /// Reads a dispatch.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without byte order mark.
  ///   - file: The file's name for messages.
  ///   - id: What the report is called by its observations; by custom the file's name without its ending.
  /// - Throws: `InputError` for text that is not UTF-8, a header line that is none, a member that is
  ///   unknown, given twice or missing, and a date that does not exist.
  public init(_ bytes: [UInt8], file: String, id: Report.ID) throws(InputError) {
    guard let content = String(validating: bytes, as: UTF8.self) else {
      throw InputError(
        location: InputLocation(file: file),
        observed: "bytes that are not UTF-8",
        expected: "a text in UTF-8"
      )
    }
    let lines = content.drop { $0 == "\u{FEFF}" }
      .split(separator: "\n", omittingEmptySubsequences: false).map { $0.last == "\r" ? $0.dropLast() : $0 }
    var fields: [Field: (value: String, line: Int)] = [:]
    var number = 0
    while number < lines.count, !lines[number].allSatisfy(\.isWhitespace) {
      let line = lines[number]
      number += 1
      let location = InputLocation(file: file, line: number)
      let names = Field.allCases.map(\.rawValue).joined(separator: ", ")
      guard let colon = line.firstIndex(of: ":"), let field = Field(rawValue: line[..<colon].lowercased())
      else {
        throw InputError(
          location: location,
          found: String(line.prefix(40)),
          expected: "a header line: one of \(names), a colon, a value"
        )
      }
      let value = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
      guard fields.updateValue((value, number), forKey: field) == nil else {
        throw InputError(location: location, found: field.rawValue, expected: "each header line once")
      }
    }
    func value(_ field: Field) throws(InputError) -> (value: String, line: Int) {
      guard let found = fields[field], !found.value.isEmpty else {
        throw InputError(
          location: InputLocation(file: file, line: 1),
          observed: "a header without \(field.rawValue)",
          expected: "a line \(field.rawValue): and its value"
        )
      }
      return found
    }
    let published = try value(.published)
    guard let moment = Moment(published.value) else {
      throw InputError(
        location: InputLocation(file: file, line: published.line),
        found: published.value,
        expected: "a day such as 2023-01-05, or a moment such as 2023-01-05T21:00"
      )
    }
    report = Report(
      id: id,
      publisher: try value(.publisher).value,
      title: try value(.title).value,
      published: moment,
      hasTime: published.value.contains("T"),
      language: fields[.language]?.value,
      url: fields[.url]?.value
    )
    text = lines.dropFirst(number + 1).joined(separator: "\n")
  }
}
