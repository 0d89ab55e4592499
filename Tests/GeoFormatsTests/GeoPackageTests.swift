import Foundation
import GRDB
import Geo
import TestSupport
import Testing

@testable import GeoFormats

@Suite struct GeoPackageTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func at(_ longitude: Double, _ latitude: Double) throws -> Coordinate {
    try #require(Coordinate(longitude: longitude, latitude: latitude))
  }

  private func write(
    _ name: String = "a.gpkg",
    in system: ReferenceSystem = .wgs84,
    _ body: (GeoPackageWriter) throws -> Void
  ) throws -> DatabaseQueue {
    let path = temporary(name)
    try GeoPackage.write(to: path, in: system, lastChange: "2023-01-10T05:00:00.000Z", body)
    return try DatabaseQueue(path: path)
  }

  private static let everyKind: [TableColumn] = [
    TableColumn("count", .integer), TableColumn("share", .real), TableColumn("a \"name\"", .text),
    TableColumn("day", .date), TableColumn("start", .dateTime),
  ]

  @Test func `an empty package is a GeoPackage 1.3`() throws {
    let queue = try write { _ in }
    try queue.read { database throws in
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x4750_4B47)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 10300)
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
      #expect(
        try Int.fetchAll(database, sql: "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1") == [
          -1, 0, 4326,
        ]
      )
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == ["a.gpkg"])
  }

  @Test func `rows come back with the cells they had, and a moment in the form that GDAL gives local time`()
    throws
  {
    let layer = GeoPackageLayer("odd \"table\"", "", columns: Self.everyKind)
    let rows = [
      GeoPackageRow(number: 7, cells: [1, 2.5, "it's", "2023-01-05", "2023-01-05T14:30:00"]),
      GeoPackageRow(number: 2, cells: [nil, nil, nil, nil, nil]),
      GeoPackageRow(number: 3, cells: [-4, 2, "", "2023-01-06", nil]),
    ]
    let queue = try write { try $0.add(layer, rows: rows) }
    let read = try queue.read {
      try Row.fetchAll($0, sql: "SELECT * FROM \"odd \"\"table\"\"\" ORDER BY fid")
    }
    #expect(read.map { $0["fid"] as Int } == [2, 3, 7])
    #expect(read[0].databaseValues.dropFirst().allSatisfy { $0.isNull })
    #expect(read[2]["a \"name\""] as String == "it's")
    #expect(read[2]["start"] as String == "2023-01-05T14:30:00.000")
    #expect(read[1]["share"] as Double == 2 && (read[1]["share"] as DatabaseValue).storage.value is Double)
    #expect(
      try queue.read { try String.fetchOne($0, sql: "SELECT data_type FROM gpkg_contents") } == "attributes"
    )
  }

  static let misfits: [([JSONValue], String)] = [
    ([nil, nil, nil, nil], "row 1 has 4 cells, expected 5"),
    (["1", nil, nil, nil, nil], "count of row 1 is “1”, expected integer"),
    ([nil, "x", nil, nil, nil], "share of row 1 is “x”, expected real"),
    ([nil, nil, 5, nil, nil], "a \"name\" of row 1 is “5”, expected text"),
    ([nil, nil, nil, nil, true], "start of row 1 is “true”, expected dateTime"),
  ]

  @Test(arguments: misfits)
  func `a cell of another kind than its column is refused`(_ cells: [JSONValue], _ reason: String) throws {
    let layer = GeoPackageLayer("t", "", columns: Self.everyKind)
    let error = try #require(throws: GeoPackageError.self) {
      _ = try write { try $0.add(layer, rows: [GeoPackageRow(number: 1, cells: cells)]) }
    }
    #expect(error == GeoPackageError(table: "t", reason: reason))
  }

  /// Blobs, worked out by hand from the standard: header, envelope, well-known binary, all little-endian.
  static let blobs: [(GeoPackageLayer.Shape, Geometry, String)] = {
    func at(_ x: Double, _ y: Double) -> Coordinate? { Coordinate(longitude: x, latitude: y) }
    guard let one = at(1, 2), let two = at(3, 0.5), let three = at(1, 0.5),
      let line = LineString([one, two]), let ring = Ring([three, two, one, three])
    else { return [] }
    let (x1, y1, x2, y2) = ("000000000000f03f", "0000000000000040", "0000000000000840", "000000000000e03f")
    let box = x1 + x2 + y2 + y1
    let header = "47500003e6100000" + box
    let multiline = "0105000000" + "01000000" + "0102000000" + "02000000" + x1 + y1 + x2 + y2
    return [
      (.point, .point(one), "47500001e6100000" + "0101000000" + x1 + y1),
      (.lines, .lineString(line), header + multiline),
      (.lines, .multiLineString(MultiLineString([line])), header + multiline),
      (
        .areas, .polygon(Polygon(exterior: ring)),
        header + "0106000000" + "01000000" + "0103000000" + "01000000" + "04000000" + x1 + y2 + x2 + y2 + x1
          + y1 + x1 + y2
      ),
      // Without positions: the flag for empty, no envelope, no parts.
      (.lines, .multiLineString(MultiLineString([])), "47500011e6100000" + "0105000000" + "00000000"),
    ]
  }()

  @Test(arguments: blobs.indices)
  func `a geometry is stored as the standard has it`(_ index: Int) throws {
    let (shape, geometry, expected) = Self.blobs[index]
    let encoded = try GeoPackageGeometry(geometry, as: shape, projection: Projection(to: .wgs84))
    let blob = try #require(encoded).bytes
    #expect(blob.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == expected)
  }

  @Test func `positions have the decimals that GeoJSON has`() throws {
    let place = Geometry.point(try at(-70.123456789, -15.98765432149))
    var writer = FeatureCollectionWriter()
    writer.write(geometry: place, properties: [:])
    let text = String(decoding: writer.finish(), as: UTF8.self)
    #expect(text.contains("[-70.1234568,-15.9876543]"))
    let blob = try #require(
      try GeoPackageGeometry(place, as: .point, projection: Projection(to: .wgs84))
    ).bytes
    let numbers = [13, 21].map { start in
      Double(bitPattern: blob[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    #expect(numbers == [-70.1234568, -15.9876543])
  }

  @Test func `a geometry of another shape than its layer is refused`() throws {
    let place = Geometry.point(try at(1, 2))
    for shape in [GeoPackageLayer.Shape.lines, .areas, nil] {
      let layer = GeoPackageLayer("t\(shape?.rawValue ?? "")", "", shape: shape, columns: [])
      #expect(throws: GeoPackageError.self) {
        _ = try write("\(layer.name).gpkg") {
          try $0.add(layer, rows: [GeoPackageRow(number: 1, geometry: place, cells: [])])
        }
      }
    }
  }

  @Test func `the spatial index holds the box of every feature with a place, and the contents that of all`()
    throws
  {
    var generator = SeededGenerator(seed: 9)
    var rows: [GeoPackageRow] = []
    for number in 1...400 {
      let x = Double.random(in: -180...179, using: &generator)
      let y = Double.random(in: -90...89, using: &generator)
      let line = LineString([try at(x, y), try at(x + 0.5, y + 0.25)])
      let hasPlace = Int.random(in: 0..<10, using: &generator) > 0
      rows.append(
        GeoPackageRow(number: number, geometry: hasPlace ? line.map { .lineString($0) } : nil, cells: [])
      )
    }
    let layer = GeoPackageLayer("roads", "", shape: .lines, columns: [])
    let queue = try write { try $0.add(layer, rows: rows) }
    try queue.read { database throws in
      let boxes = try Row.fetchAll(database, sql: "SELECT * FROM rtree_roads_geom ORDER BY id")
      let placed = rows.filter { $0.geometry != nil }
      #expect(boxes.map { $0["id"] as Int } == placed.map(\.number))
      for (box, row) in zip(boxes, placed) {
        let expected = try #require(row.geometry?.boundingBox)
        // The tree keeps single precision, rounded outwards.
        #expect((box["minx"] as Double) <= expected.minimumLongitude + 1e-7)
        #expect((box["maxx"] as Double) >= expected.maximumLongitude - 1e-7)
        #expect(abs((box["miny"] as Double) - expected.minimumLatitude) < 1e-4)
        #expect(abs((box["maxy"] as Double) - expected.maximumLatitude) < 1e-4)
      }
      let extent = try #require(try Row.fetchOne(database, sql: "SELECT * FROM gpkg_contents"))
      let expected = placed.compactMap(\.geometry?.boundingBox)
      let all = try #require(expected.dropFirst().reduce(expected.first) { $0?.union($1) })
      #expect(abs((extent["min_x"] as Double) - all.minimumLongitude) < 1e-7)
      #expect(abs((extent["max_y"] as Double) - all.maximumLatitude) < 1e-7)
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      let triggers = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
      )
      #expect(
        triggers
          == ["delete", "insert", "update1", "update2", "update3", "update4"].map { "rtree_roads_geom_\($0)" }
      )
    }
  }

  @Test func `the triggers keep the spatial index right while somebody edits`() throws {
    let layer = GeoPackageLayer("sites", "", shape: .point, columns: [])
    let rows = try (1...3).map { number in
      GeoPackageRow(number: number, geometry: .point(try at(Double(number), 0)), cells: [])
    }
    try GeoPackage.write(to: temporary("a.gpkg"), lastChange: "") { try $0.add(layer, rows: rows) }
    // An editor has functions such as these, here for points of ours only.
    var configuration = Configuration()
    configuration.prepareDatabase { database throws in
      for (name, offset) in [("ST_MinX", 13), ("ST_MaxX", 13), ("ST_MinY", 21), ("ST_MaxY", 21)] {
        database.add(
          function: DatabaseFunction(name, argumentCount: 1, pure: true) { values in
            guard let blob = Data.fromDatabaseValue(values[0]) else { return nil }
            let bits = blob[offset..<offset + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Double(bitPattern: bits)
          }
        )
      }
      database.add(function: DatabaseFunction("ST_IsEmpty", argumentCount: 1, pure: true) { _ in false })
    }
    let queue = try DatabaseQueue(path: temporary("a.gpkg"), configuration: configuration)
    try queue.write { database throws in
      try database.execute(sql: "DELETE FROM sites WHERE fid = 1")
      try database.execute(sql: "UPDATE sites SET geom = NULL WHERE fid = 2")
      try database.execute(sql: "UPDATE sites SET fid = 9 WHERE fid = 3")
      try database.execute(sql: "INSERT INTO sites SELECT 12, geom FROM sites WHERE fid = 9")
    }
    let boxes = try queue.read {
      try Row.fetchAll($0, sql: "SELECT id, minx FROM rtree_sites_geom ORDER BY id")
    }
    #expect(boxes.map { $0["id"] as Int } == [9, 12])
    #expect(boxes.map { $0["minx"] as Double } == [3, 3])
  }

  @Test func `a view shows each row at the place it names, and is registered as a layer`() throws {
    let places = GeoPackageLayer(
      "places",
      "",
      shape: .point,
      columns: [TableColumn("code", .text)]
    )
    let counts = GeoPackageLayer(
      "counts",
      "",
      columns: [TableColumn("of", .text), TableColumn("n", .integer)]
    )
    let queue = try write { package in
      try package.add(
        places,
        rows: [
          GeoPackageRow(number: 1, geometry: .point(try at(1, 2)), cells: ["A"]),
          GeoPackageRow(number: 2, geometry: .point(try at(3, 4)), cells: ["B"]),
        ]
      )
      let rows = [("A", 5), ("elsewhere", 6), ("A", 7)].enumerated().map { index, row in
        GeoPackageRow(number: index + 1, cells: [.string(row.0), .integer(row.1)])
      }
      try package.add(counts, rows: rows)
      try package.addView("shown", "", of: counts, on: "of", at: places, key: "code")
    }
    try queue.read { database throws in
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM shown ORDER BY 1")
      #expect(rows.map { $0["OGC_FID"] as Int } == [1, 3])
      #expect(rows.map { $0["n"] as Int } == [5, 7])
      #expect(rows.allSatisfy { ($0["geom"] as Data).count == 29 })
      let type = try String.fetchOne(
        database,
        sql: "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = 'shown'"
      )
      #expect(type == "POINT")
    }
  }

  @Test func `another reference system is declared, and every layer is in it`() throws {
    let utm = try ReferenceSystem("EPSG:32719")
    let layer = GeoPackageLayer("sites", "", shape: .point, columns: [])
    let queue = try write(in: utm) {
      try $0.add(
        layer,
        rows: [GeoPackageRow(number: 1, geometry: .point(try at(-70.1582, -15.4671)), cells: [])]
      )
    }
    try queue.read { database throws in
      let contents = try #require(try Row.fetchOne(database, sql: "SELECT * FROM gpkg_contents"))
      #expect(contents["srs_id"] as Int == 32719)
      #expect(abs((contents["min_x"] as Double) - 375_751.95) < 0.01)
      #expect(abs((contents["min_y"] as Double) - 8_289_674.67) < 0.01)
      let blob = try #require(try Data.fetchOne(database, sql: "SELECT geom FROM sites"))
      #expect(Array(blob[4..<8]) == [0xCF, 0x7F, 0, 0])
      let definition = try String.fetchOne(
        database,
        sql: "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 32719 AND organization = 'EPSG'"
      )
      #expect(definition == utm.wellKnownText)
    }
  }

  @Test func `the same calls give the same bytes`() throws {
    func bytes(_ name: String) throws -> Data {
      let queue = try write(name) { package in
        let layer = GeoPackageLayer("sites", "", shape: .point, columns: [TableColumn("n", .integer)])
        try package.add(
          layer,
          rows: try (1...200).map {
            GeoPackageRow(number: $0, geometry: .point(try at(Double($0 % 90), 1)), cells: [.integer($0)])
          }
        )
        try package.add([
          GeoPackageStyle(layer: "sites", name: "s", description: "", isDefault: true, qml: "<qgis/>")
        ])
        try package.addProject("p", archive: Array("archive".utf8))
      }
      try queue.close()
      return try Data(contentsOf: URL(filePath: temporary(name)))
    }
    #expect(try bytes("one.gpkg") == bytes("two.gpkg"))
  }

  @Test func `styles and projects stand where QGIS looks for them`() throws {
    let queue = try write { package in
      try package.add([
        GeoPackageStyle(layer: "sites", name: "s", description: "d", isDefault: true, qml: "<qgis/>")
      ])
      try package.addProject("p", archive: [0x50, 0x4B, 0xFF])
    }
    try queue.read { database throws in
      let style = try #require(try Row.fetchOne(database, sql: "SELECT * FROM layer_styles"))
      #expect(style["f_table_schema"] as String == "")
      #expect(style["f_geometry_column"] as String == "geom")
      #expect(style["useAsDefault"] as Bool)
      #expect(style["update_time"] as String == "2023-01-10T05:00:00.000Z")
      let project = try #require(try Row.fetchOne(database, sql: "SELECT * FROM qgis_projects"))
      #expect(project["content"] as String == "504bff")
      #expect(
        project["metadata"] as String
          == "{\"last_modified_time\":\"2023-01-10T05:00:00\",\"last_modified_user\":\"\"}"
      )
    }
  }
}
