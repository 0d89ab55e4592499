internal import Chronicle
internal import Geo
internal import GeoFormats

/// Reads an export of ACLED's events: a table in CSV that is known by the names of its columns.
public enum EventTable {
  /// Whether a document is such a table, by its first line.
  public static func isOne(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: UTF8Check.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    let line = Array(text.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(1 << 14))
    guard let header = try? line.withUnsafeBufferPointer({ try CSVHeader($0, file: "") }) else {
      return false
    }
    return EventColumn.required.allSatisfy { header.names.contains($0.rawValue) }
  }

  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - file: The table's path, for messages.
  ///   - name: The table's name, for what is made of its rows.
  /// - Throws: `InputError` at the first row that cannot be read.
  static func events(in bytes: [UInt8], file: String, name: String) throws(InputError) -> [CodedEvent] {
    let text = bytes.starts(with: UTF8Check.byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    return try text.withUnsafeBufferPointer { (all) throws(InputError) in
      let header = try CSVHeader(all, file: file)
      let body = UnsafeBufferPointer(rebasing: all[header.length...])
      var reader = EventRows(CSVRows(body, of: header), header: header, file: file, name: name)
      var events: [CodedEvent] = []
      while let event = try reader.next() { events.append(event) }
      return events
    }
  }
}

/// Walks over the rows of a table of events.
private struct EventRows: ~Copyable {
  private var rows: CSVRows
  private let places: [EventColumn: Int]
  private let linesBefore: Int
  private let file: String
  private let name: String

  init(_ rows: consuming CSVRows, header: CSVHeader, file: String, name: String) {
    self.rows = rows
    linesBefore = header.lineBreaks
    self.file = file
    self.name = name
    var places: [EventColumn: Int] = [:]
    for column in EventColumn.allCases { places[column] = header.names.firstIndex(of: column.rawValue) }
    self.places = places
  }

  mutating func next() throws(InputError) -> CodedEvent? {
    guard rows.advance() else { return nil }
    if !rows.isSound, let problem = rows.problem(in: file) { throw moved(problem) }
    guard let day = bytes(.date, { DayText.day($0, in: 0..<$0.count) }) ?? nil else {
      throw error(.date, expected: "a day such as 2023-01-05")
    }
    let (longitude, latitude) = (number(.longitude), number(.latitude))
    guard longitude.magnitude <= 180 else {
      throw error(.longitude, expected: "a longitude from -180 to 180")
    }
    guard latitude.magnitude <= 90, let point = Coordinate(longitude: longitude, latitude: latitude) else {
      throw error(.latitude, expected: "a latitude from -90 to 90")
    }
    guard !text(.id).isEmpty else { throw error(.id, expected: "an event's identifier") }
    var precision = CodedEvent.Precision.place
    if !text(.precision).isEmpty {
      guard let given = Int(text(.precision)).flatMap({ CodedEvent.Precision(rawValue: $0) }) else {
        throw error(.precision, expected: "1, 2 or 3")
      }
      precision = given
    }
    var fatalities = 0
    if !text(.fatalities).isEmpty {
      guard let given = Int(text(.fatalities)), (0...1_000_000).contains(given) else {
        throw error(.fatalities, expected: "a number of people")
      }
      fatalities = given
    }
    let type = text(.type)
    return CodedEvent(
      id: text(.id),
      day: day,
      isProtest: ["Protests", "Riots"].contains(type) || text(.disorder) == "Demonstrations",
      title: text(.subType).isEmpty ? type : "\(type): \(text(.subType))",
      country: text(.country),
      regions: [EventColumn.admin1, .admin2, .admin3].map { text($0) }.filter { !$0.isEmpty },
      place: text(.location),
      coordinate: point,
      precision: precision,
      source: text(.source),
      notes: text(.notes),
      fatalities: fatalities,
      timestamp: Int(text(.timestamp)) ?? 0,
      file: name,
      line: linesBefore + rows.linesBefore + 1
    )
  }

  private func text(_ column: EventColumn) -> String {
    guard let place = places[column] else { return "" }
    return String(decoding: rows.fields.content(place), as: UTF8.self)
  }

  private func number(_ column: EventColumn) -> Double {
    places[column].map { rows.fields.number($0) } ?? .nan
  }

  private func bytes<Value>(_ column: EventColumn, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
    places[column].map { rows.fields.content($0).withUnsafeBufferPointer(read) }
  }

  private func error(_ column: EventColumn, expected: String) -> InputError {
    moved(rows.error(places[column] ?? 0, in: file, expected: expected))
  }

  /// The error with its line counted from the file's first.
  private func moved(_ error: InputError) -> InputError {
    var error = error
    error.location.line = error.location.line.map { $0 + linesBefore }
    return error
  }
}
