public import Chronicle
public import Gazetteer
public import GeoFormats

/// The columns of a table of counts.
public enum CountColumn: String, CSVColumn {
  case day
  /// A region's code, a route's code or a cause; or several, outside, unlocated, none, total.
  case code
  case name
  /// Blockades in force that day, by status.
  case blocked, restricted, suspended
  /// Their sum.
  case inForce = "in_force"
  /// How many of those in force are only presumed.
  case presumed
  /// How many blockade observations are about that day.
  case observations
}

/// A table of counts in rows of text.
public struct CountFile {
  private let table: CountTable
  private let names: CountGroupNames

  public init(_ table: CountTable, pack: CountryPack) {
    self.table = table
    names = CountGroupNames(key: table.key, pack: pack)
  }

  /// One row of the table.
  public struct Row: Hashable, Sendable {
    public let day: Day
    public let code: String
    public let name: String
    public let counts: Counts
  }

  /// All rows of a day, those with a region, a route or a cause first, the total last.
  public func rows(on day: Day) -> [Row] {
    var rows = table.rows(on: day).map {
      Row(day: day, code: names.code(of: $0.group), name: names.name(of: $0.group), counts: $0.counts)
    }
    if let total = table.total(on: day) {
      rows.append(Row(day: day, code: Self.totalCode, name: Self.totalName, counts: total))
    }
    return rows
  }

  /// All rows of a day, with an empty one for each of these regions that has nothing to count.
  func rows(on day: Day, withAll codes: some Sequence<RegionCode>) -> [Row] {
    let counted = table.rows(on: day)
    let present = Set(counted.map(\.group))
    let empty = codes.map { CountGroup.region($0) }.filter { !present.contains($0) }
    return empty.map { Row(day: day, code: names.code(of: $0), name: names.name(of: $0), counts: .zero) }
      + rows(on: day)
  }

  /// The table in CSV, every day with all its rows.
  ///
  /// - Parameter isForSpreadsheets: Whether a byte order mark tells spreadsheets that this is UTF-8.
  public func csv(isForSpreadsheets: Bool = false) -> [UInt8] {
    var writer = CSVWriter<CountColumn>(isForSpreadsheets: isForSpreadsheets)
    // Names are looked up and spelt once, not once a day.
    var names: [CountGroup: [UInt8]] = [:]
    let total = Self.spelt(code: Self.totalCode, name: Self.totalName)
    for day in table.days {
      let spelt = Self.spelt(day.description)
      for row in table.rows(on: day) {
        let name: [UInt8]
        if let known = names[row.group] {
          name = known
        } else {
          name = Self.spelt(code: self.names.code(of: row.group), name: self.names.name(of: row.group))
          names[row.group] = name
        }
        Self.write(row.counts, after: [spelt, name], to: &writer)
      }
      if let counts = table.total(on: day) { Self.write(counts, after: [spelt, total], to: &writer) }
    }
    return writer.bytes
  }

  private static func spelt(_ cell: String) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVCell.append(cell, to: &bytes)
    return bytes
  }

  private static func spelt(code: String, name: String) -> [UInt8] {
    spelt(code) + [UInt8(ascii: ",")] + spelt(name)
  }

  /// Writes a row, whose cells before the numbers stand written already.
  private static func write(
    _ counts: Counts,
    after spelt: [[UInt8]],
    to writer: inout CSVWriter<CountColumn>
  ) {
    writer.write(
      spelt: spelt,
      numbers: CountColumn.allCases.compactMap { number($0, of: counts) }
    )
  }

  /// What a column counts; `nil` of those before the numbers.
  private static func number(_ column: CountColumn, of counts: Counts) -> Int? {
    switch column {
    case .day, .code, .name: nil
    case .blocked: counts.blocked
    case .restricted: counts.restricted
    case .suspended: counts.suspended
    case .inForce: counts.inForce
    case .presumed: counts.presumed
    case .observations: counts.observations
    }
  }

  private static let totalCode = "total"
  private static let totalName = "all"

  /// A value for JSON: numbers as numbers.
  public static func value(_ column: CountColumn, of row: Row) -> JSONValue {
    number(column, of: row.counts).map { .integer($0) } ?? .string(cell(column, of: row))
  }

  /// A cell as text.
  public static func cell(_ column: CountColumn, of row: Row) -> String {
    switch column {
    case .day: row.day.description
    case .code: row.code
    case .name: row.name
    case .blocked, .restricted, .suspended, .inForce, .presumed, .observations:
      number(column, of: row.counts).map { String($0) } ?? ""
    }
  }
}
