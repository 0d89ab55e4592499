public import Geo
internal import GRDB

/// Adds to a GeoPackage that ``GeoPackage/write(to:in:lastChange:_:)`` makes.
public final class GeoPackageWriter {
  /// The coordinate reference system of every layer.
  public var system: ReferenceSystem { projection.target }

  private let database: Database
  private let projection: Projection
  private let lastChange: String
  /// The extents of the layers written so far.
  private var extents: [String: GeoPackageGeometry.Envelope] = [:]
  private var spatialIndexes: [GeoPackageSpatialIndex] = []

  init(_ database: Database, projection: Projection, lastChange: String) throws {
    self.database = database
    self.projection = projection
    self.lastChange = lastChange
    try database.execute(sql: GeoPackageSchema.core)
    for system in Set([.wgs84, projection.target]).sorted(by: { $0.identifier < $1.identifier }) {
      try database.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          system.name, system.code, system.authority, system.code, system.wellKnownText,
          "longitude or easting first",
        ]
      )
    }
  }

  /// The box around everything that a layer holds, in the package's reference system: its least and its
  /// greatest position. `nil` where nothing in it has a place.
  public func extent(of layer: String) -> (minimum: Projection.Position, maximum: Projection.Position)? {
    extents[layer].map { ($0.minimum, $0.maximum) }
  }

  /// Adds a layer with its rows, and a spatial index where it has a shape.
  ///
  /// - Throws: Where a row's geometry is not of the layer's shape, or a cell not of its column's kind.
  /// - Complexity: O(*n* log *n*) in the rows.
  public func add(_ layer: GeoPackageLayer, rows: some Sequence<GeoPackageRow>) throws {
    let geometry = layer.shape.map {
      "\(GeoPackageLayer.geometryColumn.sqlIdentifier) \($0.rawValue)"
    }
    let definitions =
      ["\(GeoPackageLayer.numberColumn.sqlIdentifier) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
      + [geometry].compactMap { $0 }
      + layer.columns.map { "\($0.name.sqlIdentifier) \($0.kind.sqlType)" }
    let table = layer.name.sqlIdentifier
    try database.execute(sql: "CREATE TABLE \(table) (\(definitions.joined(separator: ", ")))")

    let insertion = try RowInsertion(into: layer.name, columnCount: definitions.count, of: database)
    var index = GeoPackageSpatialIndex(table: layer.name)
    for row in rows {
      try insertion.bind(row.number, 0)
      var place = 1
      if let shape = layer.shape {
        let encoded = try encoded(row.geometry, as: shape, in: layer)
        if let encoded { try insertion.bind(encoded.bytes, place) } else { try insertion.bindNull(place) }
        if let envelope = encoded?.envelope { index.append(row.number, envelope) }
        place += 1
      } else if row.geometry != nil {
        throw GeoPackageError(table: layer.name, reason: "row \(row.number) has a place, expected none")
      }
      guard row.cells.count == layer.columns.count else {
        throw GeoPackageError(
          table: layer.name,
          reason: "row \(row.number) has \(row.cells.count) cells, expected \(layer.columns.count)"
        )
      }
      for (offset, cell) in row.cells.enumerated() {
        let column = layer.columns[offset]
        guard try insertion.bind(cell, as: column.kind, place + offset) else {
          throw GeoPackageError(
            table: layer.name,
            reason: "\(column.name) of row \(row.number) is “\(cell.cell)”, expected \(column.kind)"
          )
        }
      }
      try insertion.insert()
    }
    try register(layer.name, layer.description, shape: layer.shape, extent: index.extent)
    if layer.shape != nil { spatialIndexes.append(index) }
  }

  private func encoded(
    _ geometry: Geometry?,
    as shape: GeoPackageLayer.Shape,
    in layer: GeoPackageLayer
  ) throws -> GeoPackageGeometry? {
    guard let geometry else { return nil }
    guard let encoded = try GeoPackageGeometry(geometry, as: shape, projection: projection) else {
      throw GeoPackageError(table: layer.name, reason: "a geometry is no \(shape.rawValue)")
    }
    return encoded
  }

  /// Adds a layer that shows every row of one table at the place of the feature it names, without storing the
  /// place once more for each. Rows that name none are not in it.
  ///
  /// - Parameters:
  ///   - rows: The table without places. Its columns are the layer's.
  ///   - column: The column of `rows` that names a feature.
  ///   - features: The layer whose places are shown.
  ///   - key: The column of `features` that holds the names, each once.
  public func addView(
    _ name: String,
    _ description: String,
    of rows: GeoPackageLayer,
    on column: String,
    at features: GeoPackageLayer,
    key: String
  ) throws {
    func quoted(_ name: String) -> String { name.sqlIdentifier }
    // The first column, under this name, is where GDAL looks for a view's row numbers.
    let columns =
      [
        "row.\(quoted(GeoPackageLayer.numberColumn)) AS OGC_FID",
        "place.\(quoted(GeoPackageLayer.geometryColumn)) AS \(quoted(GeoPackageLayer.geometryColumn))",
      ] + rows.columns.map { "row.\(quoted($0.name)) AS \(quoted($0.name))" }
    try database.execute(
      sql: """
        CREATE VIEW \(quoted(name)) AS SELECT \(columns.joined(separator: ", "))
        FROM \(quoted(rows.name)) AS row JOIN \(quoted(features.name)) AS place
        ON place.\(quoted(key)) = row.\(quoted(column))
        """
    )
    try register(name, description, shape: features.shape, extent: extents[features.name])
  }

  private func register(
    _ table: String,
    _ description: String,
    shape: GeoPackageLayer.Shape?,
    extent: GeoPackageGeometry.Envelope?
  ) throws {
    try database.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        table, shape == nil ? "attributes" : "features", table, description, lastChange, extent?.minimum.x,
        extent?.minimum.y, extent?.maximum.x, extent?.maximum.y, shape.map { _ in system.code },
      ]
    )
    guard let shape else { return }
    extents[table] = extent
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
      arguments: [table, GeoPackageLayer.geometryColumn, shape.rawValue, system.code]
    )
  }

  /// Adds styles for layers, as QGIS finds them.
  public func add(_ styles: [GeoPackageStyle]) throws {
    try database.execute(sql: GeoPackageSchema.styles)
    for style in styles {
      // QGIS looks for an empty catalog and schema, not for none.
      try database.execute(
        sql: """
          INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,
          styleQML, styleSLD, useAsDefault, description, owner, update_time)
          VALUES ('', '', ?, ?, ?, ?, '', ?, ?, '', ?)
          """,
        arguments: [
          style.layer, GeoPackageLayer.geometryColumn, style.name, style.qml, style.isDefault,
          style.description, lastChange,
        ]
      )
    }
    try register("layer_styles", "Styles for QGIS", shape: nil, extent: nil)
  }

  /// Adds a QGIS project.
  ///
  /// - Parameter archive: The bytes of a `.qgz` file.
  public func addProject(_ name: String, archive: [UInt8]) throws {
    try database.execute(sql: GeoPackageSchema.projects)
    let metadata = JSONValue.object([
      "last_modified_time": .string(String(lastChange.prefix(19))), "last_modified_user": "",
    ])
    try database.execute(
      sql: "INSERT INTO qgis_projects VALUES (?, ?, ?)",
      arguments: [name, metadata.cell, archive.hexadecimal]
    )
  }

  /// Builds the spatial indexes. They come last, because their triggers call functions that only programs that
  /// edit GeoPackages have.
  func finish() throws {
    for index in spatialIndexes { try index.build(in: database) }
  }
}

extension TableColumn.Kind {
  /// The type of a column in the standard's words.
  fileprivate var sqlType: String {
    switch self {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .date: "DATE"
    case .dateTime: "DATETIME"
    }
  }
}

extension RowInsertion {
  /// Binds a cell as it is stored; `false` where it is of another kind than its column.
  ///
  /// The standard writes every DATETIME with a Z, which means UTC. These moments are local and have no offset
  /// known; they are stored as GDAL stores such, with milliseconds and without the Z. QGIS compares moments
  /// as texts in this very form: with a Z a blockade would still show on the day after its end.
  fileprivate func bind(_ cell: JSONValue, as kind: TableColumn.Kind, _ column: Int) throws -> Bool {
    switch (kind, cell) {
    case (_, .null): try bindNull(column)
    case (.integer, .integer(let number)): try bind(number, column)
    case (.real, .integer(let number)): try bind(Double(number), column)
    case (.real, .number(let number)): try bind(number, column)
    case (.text, .string(let text)), (.date, .string(let text)): try bind(text, column)
    case (.dateTime, .string(let text)): try bind(text + ".000", column)
    default: return false
    }
    return true
  }
}
