internal import GeoFormats

/// The columns of something that is published in several formats: their names, their order and what they hold.
protocol PublishedColumn: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  var kind: TableColumn.Kind { get }
}

extension PublishedColumn {
  /// All columns, in order.
  static var tableColumns: [TableColumn] { allCases.map { TableColumn($0.rawValue, $0.kind) } }

  /// The column in an expression of QGIS.
  var field: QGISExpression { .field(rawValue) }
}
