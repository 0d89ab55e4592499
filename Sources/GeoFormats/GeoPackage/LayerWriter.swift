/// What layers and tables can be written to: a file or a database.
public protocol LayerWriter {
  /// Adds a layer with its rows, and a spatial index where it has a shape.
  func add(_ layer: GeoPackageLayer, rows: some Sequence<GeoPackageRow>) throws

  /// Adds a layer that shows every row of one table at the place of the feature it names, without storing the
  /// place once more for each. Rows that name none are not in it.
  ///
  /// - Parameters:
  ///   - rows: The table without places. Its columns are the layer's.
  ///   - column: The column of `rows` that names a feature.
  ///   - features: The layer whose places are shown.
  ///   - key: The column of `features` that holds the names, each once.
  func addView(
    _ name: String,
    _ description: String,
    of rows: GeoPackageLayer,
    on column: String,
    at features: GeoPackageLayer,
    key: String
  ) throws
}

extension GeoPackageWriter: LayerWriter {}
