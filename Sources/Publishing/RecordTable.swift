internal import GeoFormats

/// A table of records, with the value of every column of each: the same wherever it is written.
struct RecordTable<Column: PublishedColumn> {
  /// One value for each column, in order.
  private(set) var rows: [[JSONValue]] = []

  /// Appends a row.
  ///
  /// - Parameter value: Called once for each column, in order.
  mutating func append(_ value: (Column) -> JSONValue) { rows.append(Column.allCases.map(value)) }
}

extension RecordTable where Column: CSVColumn {
  /// The table in CSV; what has no value is an empty cell.
  var csv: [UInt8] {
    var writer = CSVWriter<Column>()
    for row in rows {
      var cells = row.makeIterator()
      writer.write { _ in cells.next()?.cell ?? "" }
    }
    return writer.bytes
  }
}
