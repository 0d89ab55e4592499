public import Geo

/// Writes layers and tables to a schema of a PostgreSQL database with PostGIS.
///
/// All of it is one transaction: other users see the old tables until it is done, and where it fails they stay.
public final class PostGISWriter: LayerWriter {
  private let connection: PostGISConnection
  private let schema: String
  private let projection: Projection

  /// Rows are sent in pieces of this many bytes.
  private static let pieceSize = 1 << 18

  /// Replaces tables in a database.
  ///
  /// - Parameters:
  ///   - address: A connection URI, as `postgresql://localhost/roads`.
  ///   - schema: Where the tables go. It is made where there is none; other tables in it stay.
  ///   - system: The coordinate reference system of every layer.
  /// - Throws: `PostGISError`; `ReferenceSystemError` where a position has no place in the system.
  public static func write(
    to address: String,
    schema: String,
    in system: ReferenceSystem,
    _ body: (PostGISWriter) throws -> Void
  ) throws {
    let connection = try PostGISConnection(address)
    guard try connection.run("SELECT to_regtype('geometry')", to: "look for PostGIS")?.isEmpty == false else {
      throw PostGISError(
        action: "write to the database",
        reason: "it has no PostGIS; let its owner run CREATE EXTENSION postgis"
      )
    }
    let writer = PostGISWriter(connection, schema: schema, projection: try Projection(to: system))
    try connection.run("SET client_encoding = 'UTF8'", to: "begin")
    try connection.run("SET client_min_messages = warning", to: "begin")
    // A connection that closes before the end takes everything back.
    try connection.run("BEGIN", to: "begin")
    try connection.run("CREATE SCHEMA IF NOT EXISTS \(schema.postgreSQLIdentifier)", to: "make the schema")
    try body(writer)
    try connection.run("COMMIT", to: "commit")
  }

  private init(_ connection: PostGISConnection, schema: String, projection: Projection) {
    self.connection = connection
    self.schema = schema
    self.projection = projection
  }

  private func qualified(_ name: String) -> String {
    "\(schema.postgreSQLIdentifier).\(name.postgreSQLIdentifier)"
  }

  public func add(_ layer: GeoPackageLayer, rows: some Sequence<GeoPackageRow>) throws {
    let action = "write the table \(layer.name)"
    let (table, geometry) = (qualified(layer.name), GeoPackageLayer.geometryColumn.postgreSQLIdentifier)
    let definitions =
      ["\(GeoPackageLayer.numberColumn.postgreSQLIdentifier) bigint PRIMARY KEY"]
      + [layer.shape.map { "\(geometry) geometry(\($0.rawValue), \(projection.target.code))" }].compactMap(
        \.self
      )
      + layer.columns.map { "\($0.name.postgreSQLIdentifier) \($0.kind.postgreSQLType)" }
    try connection.run("DROP TABLE IF EXISTS \(table) CASCADE", to: action)
    try connection.run("CREATE TABLE \(table) (\(definitions.joined(separator: ", ")))", to: action)
    try connection.run("COMMENT ON TABLE \(table) IS \(layer.description.postgreSQLLiteral)", to: action)
    try connection.run("COPY \(table) FROM STDIN", to: action)
    var bytes: [UInt8] = []
    for row in rows {
      try append(row, of: layer, to: &bytes)
      guard bytes.count >= Self.pieceSize else { continue }
      try connection.send(bytes, to: action)
      bytes.removeAll(keepingCapacity: true)
    }
    try connection.send(bytes, to: action)
    try connection.endCopy(to: action)
    if layer.shape != nil {
      try connection.run("CREATE INDEX ON \(table) USING gist (\(geometry))", to: action)
    }
  }

  public func addView(
    _ name: String,
    _ description: String,
    of rows: GeoPackageLayer,
    on column: String,
    at features: GeoPackageLayer,
    key: String
  ) throws {
    let action = "write the view \(name)"
    let columns =
      [GeoPackageLayer.numberColumn].map { "row.\($0.postgreSQLIdentifier)" }
      + ["place.\(GeoPackageLayer.geometryColumn.postgreSQLIdentifier)"]
      + rows.columns.map { "row.\($0.name.postgreSQLIdentifier)" }
    try connection.run(
      """
      CREATE VIEW \(qualified(name)) AS SELECT \(columns.joined(separator: ", "))
      FROM \(qualified(rows.name)) AS row JOIN \(qualified(features.name)) AS place
      ON place.\(key.postgreSQLIdentifier) = row.\(column.postgreSQLIdentifier)
      """,
      to: action
    )
    try connection.run("COMMENT ON VIEW \(qualified(name)) IS \(description.postgreSQLLiteral)", to: action)
  }

  /// Appends a row in the text form of COPY.
  private func append(_ row: GeoPackageRow, of layer: GeoPackageLayer, to bytes: inout [UInt8]) throws {
    guard row.cells.count == layer.columns.count else {
      throw PostGISError(
        action: "write the table \(layer.name)",
        reason: "row \(row.number) has \(row.cells.count) cells, expected \(layer.columns.count)"
      )
    }
    bytes += String(row.number).utf8
    if let shape = layer.shape {
      bytes.append(UInt8(ascii: "\t"))
      if let geometry = row.geometry {
        guard let encoded = try GeoPackageGeometry(geometry, as: shape, projection: projection) else {
          throw PostGISError(
            action: "write the table \(layer.name)",
            reason: "the geometry of row \(row.number) is no \(shape.rawValue)"
          )
        }
        bytes += encoded.wellKnownBinary.hexadecimal.utf8
      } else {
        bytes += #"\N"#.utf8
      }
    }
    for cell in row.cells {
      bytes.append(UInt8(ascii: "\t"))
      append(cell, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func append(_ cell: JSONValue, to bytes: inout [UInt8]) {
    if case .null = cell {
      bytes += #"\N"#.utf8
      return
    }
    for byte in cell.cell.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
      case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
      case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
      // PostgreSQL's texts hold no NUL; U+FFFD stands where one was.
      case 0: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
  }
}

extension TableColumn.Kind {
  fileprivate var postgreSQLType: String {
    switch self {
    case .integer: "bigint"
    case .real: "double precision"
    case .text: "text"
    case .date: "date"
    case .dateTime: "timestamp without time zone"
    }
  }
}

extension String {
  /// The text as a name in a statement.
  fileprivate var postgreSQLIdentifier: String { "\"\(replacing("\"", with: "\"\""))\"" }

  /// The text as a constant in a statement.
  fileprivate var postgreSQLLiteral: String { "'\(replacing("'", with: "''"))'" }
}
