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
      rows.append(Row(day: day, code: "total", name: "all", counts: total))
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
    for day in table.days {
      for row in rows(on: day) { writer.write { Self.cell($0, of: row) } }
    }
    return writer.bytes
  }

  /// A value for JSON: numbers as numbers.
  public static func value(_ column: CountColumn, of row: Row) -> JSONValue {
    switch column {
    case .day, .code, .name: .string(cell(column, of: row))
    case .blocked: .integer(row.counts.blocked)
    case .restricted: .integer(row.counts.restricted)
    case .suspended: .integer(row.counts.suspended)
    case .inForce: .integer(row.counts.inForce)
    case .presumed: .integer(row.counts.presumed)
    case .observations: .integer(row.counts.observations)
    }
  }

  /// A cell as text.
  public static func cell(_ column: CountColumn, of row: Row) -> String {
    switch column {
    case .day: row.day.description
    case .code: row.code
    case .name: row.name
    case .blocked: String(row.counts.blocked)
    case .restricted: String(row.counts.restricted)
    case .suspended: String(row.counts.suspended)
    case .inForce: String(row.counts.inForce)
    case .presumed: String(row.counts.presumed)
    case .observations: String(row.counts.observations)
    }
  }
}
