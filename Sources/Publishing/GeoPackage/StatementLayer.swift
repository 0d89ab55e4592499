internal import GeoFormats

/// A table of records as rows of a GeoPackage, numbered from 1 in their order.
struct StatementLayer {
  let layer: GeoPackageLayer
  let rows: [GeoPackageRow]

  init<Column>(_ name: String, _ description: String, _ table: RecordTable<Column>) {
    layer = GeoPackageLayer(name, description, columns: Column.tableColumns)
    rows = table.rows.enumerated().map { GeoPackageRow(number: $0 + 1, cells: $1) }
  }
}
