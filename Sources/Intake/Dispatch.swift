public import Chronicle
public import GeoFormats
internal import Reading

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
  /// Header and text, without byte order mark.
  let bytes: [UInt8]

  /// What a header may say here.
  private static let keys: [DispatchHeader.Key] = [.publisher, .title, .published, .language, .url]

  /// Reads a dispatch.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without byte order mark.
  ///   - file: The file's name for messages.
  ///   - id: What the report is called by its observations; by custom the file's name without its ending.
  ///   - minutesFromUTC: How far the country's clocks are ahead of UTC: a moment with an offset becomes local.
  /// - Throws: `InputError` for text that is not UTF-8, a header line that is none, a member that is
  ///   unknown, given twice or missing, and a date that does not exist.
  public init(
    _ bytes: [UInt8],
    file: String,
    id: Report.ID,
    minutesFromUTC: Int
  ) throws(InputError) {
    if let error = InputError(notUTF8: bytes, file: file) { throw error }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let header = DispatchHeader(bytes)
    let names = Self.keys.map(\.rawValue).joined(separator: ", ")
    let line = "a header line: one of \(names), a colon, a value"
    var seen: Set<DispatchHeader.Key> = []
    for entry in header.lines {
      let location = InputLocation(file: file, line: entry.number)
      guard Self.keys.contains(entry.key) else {
        throw InputError(location: location, found: entry.key.rawValue, expected: line)
      }
      guard seen.insert(entry.key).inserted else {
        throw InputError(location: location, found: entry.key.rawValue, expected: "each header line once")
      }
    }
    guard header.isClosed, !header.lines.isEmpty else {
      let rest = bytes[header.end...].prefix { $0 != 0x0A }
      throw InputError(
        location: InputLocation(file: file, line: header.lines.count + 1),
        found: String(decoding: rest.prefix(160), as: UTF8.self),
        expected: line
      )
    }
    func value(_ key: DispatchHeader.Key) throws(InputError) -> DispatchHeader.Line {
      guard let found = header.line([key]) else {
        throw InputError(
          location: InputLocation(file: file, line: 1),
          observed: "a header without \(key.rawValue)",
          expected: "a line \(key.rawValue): and its value"
        )
      }
      return found
    }
    let published = try value(.published)
    guard let moment = Moment(published.value, minutesFromUTC: minutesFromUTC) else {
      throw InputError(
        location: InputLocation(file: file, line: published.number),
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
      language: header[.language],
      url: header[.url]
    )
    text = String(decoding: bytes[header.end...], as: UTF8.self)
    self.bytes = bytes
  }
}
