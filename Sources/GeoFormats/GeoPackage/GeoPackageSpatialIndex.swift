internal import Geo
internal import GRDB

/// The boxes of a layer's features, for the R-tree extension (`gpkg_rtree_index`).
struct GeoPackageSpatialIndex {
  let table: String
  /// The box around all.
  private(set) var extent: GeoPackageGeometry.Envelope?
  private var boxes: [(number: Int, envelope: GeoPackageGeometry.Envelope)] = []

  init(table: String) { self.table = table }

  mutating func append(_ number: Int, _ envelope: GeoPackageGeometry.Envelope) {
    boxes.append((number, envelope))
    if extent == nil { extent = envelope } else { extent?.include(envelope) }
  }

  /// Makes the tree, fills it, declares it, and adds the triggers that keep it right while others edit the
  /// layer.
  func build(in database: Database) throws {
    let column = GeoPackageLayer.geometryColumn
    let name = "rtree_\(table)_\(column)"
    let tree = name.sqlIdentifier
    try database.execute(sql: "CREATE VIRTUAL TABLE \(tree) USING rtree(id, minx, maxx, miny, maxy)")
    let insertion = try RowInsertion(into: name, columnCount: 5, of: database)
    for (number, envelope) in boxes {
      try insertion.bind(number, 0)
      let bounds = [envelope.minimum.x, envelope.maximum.x, envelope.minimum.y, envelope.maximum.y]
      for (column, bound) in bounds.enumerated() { try insertion.bind(bound, column + 1) }
      try insertion.insert()
    }
    try database.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [table, column, "http://www.geopackage.org/spec130/#extension_rtree"]
    )
    for (suffix, event, condition, action) in triggers(tree) {
      try database.execute(
        sql: """
          CREATE TRIGGER \("\(name)_\(suffix)".sqlIdentifier) AFTER \(event) \
          ON \(table.sqlIdentifier) WHEN (\(condition)) BEGIN \(action); END
          """
      )
    }
  }

  /// The triggers of the standard, version 1.3: name, event, condition, action.
  private func triggers(_ tree: String) -> [(String, String, String, String)] {
    let geometry = GeoPackageLayer.geometryColumn.sqlIdentifier
    let number = GeoPackageLayer.numberColumn.sqlIdentifier
    let hasBox = "NEW.\(geometry) NOTNULL AND NOT ST_IsEmpty(NEW.\(geometry))"
    let hasNone = "NEW.\(geometry) ISNULL OR ST_IsEmpty(NEW.\(geometry))"
    let (same, other) = ("OLD.\(number) = NEW.\(number)", "OLD.\(number) != NEW.\(number)")
    let insert = """
      INSERT OR REPLACE INTO \(tree) VALUES (NEW.\(number), ST_MinX(NEW.\(geometry)), ST_MaxX(NEW.\(geometry)), \
      ST_MinY(NEW.\(geometry)), ST_MaxY(NEW.\(geometry)))
      """
    let delete = "DELETE FROM \(tree) WHERE id = OLD.\(number)"
    let deleteBoth = "DELETE FROM \(tree) WHERE id IN (OLD.\(number), NEW.\(number))"
    return [
      ("insert", "INSERT", hasBox, insert),
      ("update1", "UPDATE OF \(geometry)", "\(same) AND (\(hasBox))", insert),
      ("update2", "UPDATE OF \(geometry)", "\(same) AND (\(hasNone))", delete),
      ("update3", "UPDATE", "\(other) AND (\(hasBox))", "\(delete); \(insert)"),
      ("update4", "UPDATE", "\(other) AND (\(hasNone))", deleteBoth),
      ("delete", "DELETE", "OLD.\(geometry) NOTNULL", delete),
    ]
  }
}
