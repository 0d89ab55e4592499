internal import Chronicle
internal import Gazetteer
public import GeoFormats
public import Reading

/// Puts texts as they were published into the form in which dispatches are kept: UTF-8, with a whole header.
public struct DispatchForm {
  /// A dispatch in that form.
  public struct Document {
    /// Header, blank line and text; the text is the one published, character by character.
    public let bytes: [UInt8]
    /// What is read from the text.
    public let reading: DispatchReading
    public let findings: [Finding]
  }

  private let reader: DispatchReader
  private let details: DispatchDetails

  public init(reader: DispatchReader, details: DispatchDetails = DispatchDetails()) {
    self.reader = reader
    self.details = details
  }

  /// Forms a dispatch.
  ///
  /// Who published it comes from the header, or from the rest of a first line that gives the day; its title
  /// from the header or the text's first line; its day from the header, the first line or the text.
  ///
  /// - Parameters:
  ///   - bytes: The document as it came.
  ///   - path: What messages call it.
  /// - Throws: `InputError` for a text that cannot be read or has no day, and for a header that breaks off.
  public func document(_ bytes: [UInt8], path: String) throws(InputError) -> Document {
    let reading: DispatchReading
    do throws(ReadingError) {
      reading = try reader.read(bytes, encoding: details.encoding, published: details.published?.day)
    } catch {
      throw InputError(error, file: path)
    }
    let text = reading.text
    let clock = reader.country.minutesFromUTC
    let dispatch = try? Dispatch(bytes, file: path, id: Report.ID(path), minutesFromUTC: clock)
    if details.isEmpty, dispatch != nil {
      return Document(bytes: bytes, reading: reading, findings: [])
    }
    let header = reading.header
    guard header.isClosed || header.lines.isEmpty else {
      throw InputError(
        location: InputLocation(file: path, line: header.lines.count + 1),
        found: text.prefix { $0 != "\n" }.prefix(160).description,
        expected: "a header line, or a blank line before the text"
      )
    }
    let opening = Opening(text)
    let publisher =
      details.publisher ?? header[.publisher, .source, .author] ?? opening.publisher
    var findings: [Finding] = []
    if publisher == nil {
      findings.append(
        Finding(
          severity: .warning,
          location: InputLocation(file: path),
          message: "nothing says who published it; --publisher does"
        )
      )
    }
    let moment = details.published ?? header[.published, .date].flatMap { Moment($0, minutesFromUTC: clock) }
    let lines: [(DispatchHeader.Key, String?)] = [
      (.publisher, publisher ?? "unknown"),
      (.title, details.title ?? header[.title] ?? opening.title),
      (.published, moment.map(Self.text) ?? reading.published.description),
      (.language, details.language ?? header[.language] ?? reading.language),
      (.url, details.url ?? header[.url]),
    ]
    var formed = ""
    for case (let key, let value?) in lines {
      let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
      formed += "\(key.rawValue): \(line)\n"
    }
    return Document(bytes: Array((formed + "\n" + text).utf8), reading: reading, findings: findings)
  }

  private static func text(_ moment: Moment) -> String {
    moment == moment.startOfDay ? moment.day.description : moment.description
  }
}

/// What the first lines of a text without a header tell.
private struct Opening {
  var publisher: String?
  var title: String

  init(_ text: String) {
    var lines = text.split(whereSeparator: \.isNewline).lazy
      .map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }.makeIterator()
    var first = lines.next() ?? ""
    if first.hasPrefix("date "), Day(first.dropFirst(5).prefix(10)) != nil {
      first = first.dropFirst(15).drop(while: \.isWhitespace)
      // A few words without a full stop are a name; more are the text itself.
      if !first.isEmpty, first.count <= 60, !first.contains(where: { ".!?:".contains($0) }) {
        publisher = String(first)
        first = ""
      }
      if first.isEmpty { first = lines.next() ?? "" }
    }
    let title = first.prefix(120)
    self.title = title.isEmpty ? "untitled" : title.count < first.count ? title + "…" : String(title)
  }
}

extension InputError {
  fileprivate init(_ error: ReadingError, file: String) {
    let (line, observed, expected) = error.parts
    self.init(location: InputLocation(file: file, line: line), observed: observed, expected: expected)
  }
}
