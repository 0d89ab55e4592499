internal import Chronicle
internal import Gazetteer
internal import GeoFormats

/// Reads a table of hand-coded observations, one a row.
struct ObservationTable {
  /// `nil` where places are not looked for.
  private let locator: Locator?
  private let dispatches: [Report.ID: Dispatch]
  private(set) var observations: [Observation] = []
  private(set) var findings: [Finding] = []
  private var counts: [Report.ID: Int] = [:]

  init(locator: Locator, dispatches: [Report.ID: Dispatch]) {
    self.locator = locator
    self.dispatches = dispatches
  }

  private init() {
    locator = nil
    dispatches = [:]
  }

  /// Checks the rows of a table as far as they can be without its dispatches, which may come later, and without a
  /// country pack: what every cell has to be.
  ///
  /// - Throws: `InputError` at the first row that is wrong.
  static func check(_ bytes: [UInt8], file: String) throws(InputError) {
    var table = ObservationTable()
    var reader = try CSVReader<ObservationColumn>(bytes, file: file)
    while let row = try reader.next() {
      _ = try row.text(.report)
      _ = try table.statement(row)
      _ = try table.moment(row, .said)
    }
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - file: The table's path, for messages.
  ///   - name: The table's name inside its pack, which outputs show: no path of this machine.
  mutating func read(_ bytes: [UInt8], file: String, name: String) throws(InputError) {
    var reader = try CSVReader<ObservationColumn>(bytes, file: file)
    while let row = try reader.next() {
      let id = Report.ID(try row.text(.report))
      guard let dispatch = dispatches[id] else {
        throw row.error(.report, expected: "the name of a dispatch in the folder dispatches, without .txt")
      }
      let statement = try statement(row)
      let quote = row.optionalText(.quote)
      if let quote, !dispatch.text.contains(quote) {
        findings.append(
          Finding(
            severity: .warning,
            location: row.location(of: .quote),
            message: "the quote is not in the text of \(id)"
          )
        )
      }
      // A report cannot tell of days to come; a day's slack for what the clocks of two places make of one.
      let latest = dispatch.report.published.day.advanced(by: 1)
      guard statement.days.upperBound <= latest else {
        throw row.error(
          .date,
          expected: "a day not after the report's publication, \(dispatch.report.published.day)"
        )
      }
      let sequence = counts[id, default: 0]
      counts[id] = sequence + 1
      observations.append(
        Observation(
          of: dispatch.report,
          sequence: sequence,
          said: try moment(row, .said),
          quote: quote,
          origin: "\(name):\(row.line)",
          statement: statement
        )
      )
    }
  }

  // MARK: Kinds

  private mutating func statement(_ row: CSVRow<ObservationColumn>) throws(InputError) -> Statement {
    switch row[.kind] {
    case "blockade": .blockade(try blockade(row))
    case "toll": .toll(try toll(row))
    case "tally": .tally(try tally(row))
    default: throw row.error(.kind, expected: "blockade, toll or tally")
    }
  }

  private mutating func blockade(_ row: CSVRow<ObservationColumn>) throws(InputError) -> BlockadeStatement {
    BlockadeStatement(
      placement: try placement(row),
      status: try choice(row, .status),
      cause: row.optionalText(.cause).map { Cause($0) } ?? .unknown,
      when: try time(row),
      note: row.optionalText(.note)
    )
  }

  private mutating func toll(_ row: CSVRow<ObservationColumn>) throws(InputError) -> TollStatement {
    let scope: Scope = try choice(row, .scope)
    let toll = TollStatement(
      measure: try choice(row, .measure),
      value: try value(row),
      qualifier: try choice(row, .qualifier, default: .exact),
      category: TollCategory(try row.text(.category)),
      scope: scope,
      placement: try placement(row, scope: scope),
      period: try time(row).days,
      asOf: try moment(row, .asOf)
    )
    guard let toll else { throw row.error(.value, expected: "a number of people") }
    return toll
  }

  private mutating func tally(_ row: CSVRow<ObservationColumn>) throws(InputError) -> TallyStatement {
    let scope: Scope = try choice(row, .scope)
    let tally = TallyStatement(
      measure: try choice(row, .measure),
      eventType: row.optionalText(.eventType).map { EventType($0) } ?? .blockade,
      value: try value(row),
      qualifier: try choice(row, .qualifier, default: .exact),
      sharePercent: try row.optionalDouble(.sharePercent, in: 0...100, as: "a share in percent"),
      outOf: try row.optionalInt(.outOf, in: 1...1_000_000_000, as: "a number"),
      scope: scope,
      placement: scope == .nation ? nil : try placement(row),
      when: try time(row)
    )
    guard let tally else { throw row.error(.value, expected: "a number") }
    return tally
  }

  // MARK: Cells

  private func value(_ row: CSVRow<ObservationColumn>) throws(InputError) -> Int {
    try row.int(.value, in: 0...1_000_000_000, as: "a number")
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ row: CSVRow<ObservationColumn>,
    _ column: ObservationColumn,
    default fallback: Choice? = nil
  ) throws(InputError) -> Choice {
    let text = row[column]
    if text.isEmpty, let fallback { return fallback }
    guard let choice = Choice(rawValue: text) else {
      throw row.error(column, expected: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  private func moment(_ row: CSVRow<ObservationColumn>, _ column: ObservationColumn) throws(InputError)
    -> Moment?
  {
    guard let text = row.optionalText(column) else { return nil }
    guard let moment = Moment(text) else {
      throw row.error(column, expected: "a day such as 2023-01-05, or a moment such as 2023-01-05T21:00")
    }
    return moment
  }

  private func time(_ row: CSVRow<ObservationColumn>) throws(InputError) -> StatedTime {
    guard let last = try moment(row, .date) else {
      throw row.error(.date, expected: "a day such as 2023-01-05")
    }
    guard let first = try moment(row, .dateFrom) else {
      return row[.date].contains("T") ? .moment(last) : .day(last.day)
    }
    guard first <= last else { throw row.error(.dateFrom, expected: "a day not after \(row[.date])") }
    return .days(first.day...last.day)
  }

  private mutating func placement(
    _ row: CSVRow<ObservationColumn>,
    scope: Scope = .place
  ) throws(InputError) -> Placement {
    guard let locator else { return .unlocated(reference: row[.reference], reason: "not looked for") }
    guard let reference = row.optionalText(.reference) ?? row.optionalText(.region) else {
      if scope == .nation {
        return .unlocated(reference: locator.pack.country.name, reason: "a figure for the whole country")
      }
      return .unlocated(reference: "", reason: "the report names no place")
    }
    let placement = Placement(
      locator.locate(reference, in: row.optionalText(.region)),
      reference: reference
    )
    let doubts: [String] =
      switch placement {
      case .unlocated(_, let reason): ["“\(reference)” has no place: \(reason)"]
      case .located(let location):
        location.warnings.filter(\.isContradiction).map { "“\(reference)”: \($0.detail)" }
      }
    for doubt in doubts {
      findings.append(Finding(severity: .warning, location: row.location(of: .reference), message: doubt))
    }
    return placement
  }
}
