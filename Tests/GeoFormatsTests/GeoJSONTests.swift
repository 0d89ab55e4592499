import Geo
import GeoFormats
import TestSupport
import Testing

@Suite struct GeoJSONTests {
  private func read(_ text: String) throws -> [Feature] {
    try GeoJSON.read(Array(text.utf8), file: "a.geojson").features
  }

  private func feature(_ geometry: String) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":\(geometry)}]}"
  }

  private func at(_ longitude: Double, _ latitude: Double) throws -> Coordinate {
    try #require(Coordinate(longitude: longitude, latitude: latitude))
  }

  @Test func `features keep their order, members and places`() throws {
    let features = try read(
      """
      {"features": [
        {"geometry": {"coordinates": [-75.5, -14.25, 406.0], "type": "Point", "bbox": [0, 0, 1, 1]},
         "properties": {"b": 1, "a": [2.5, null]}, "id": "x", "extra": [1], "type": "Feature"},
        {"type": "Feature", "id": 7, "geometry": null, "properties": null}
      ], "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
      "name": "layer", "type": "FeatureCollection"}
      """
    )
    #expect(
      features == [
        Feature(
          id: "x",
          geometry: .point(try at(-75.5, -14.25)),
          properties: ["b": 1, "a": [2.5, nil]],
          location: InputLocation(file: "a.geojson", line: 2, column: 3)
        ),
        Feature(id: 7, geometry: nil, location: InputLocation(file: "a.geojson", line: 4, column: 3)),
      ]
    )
  }

  @Test(
    arguments: [
      ("{\"type\":1️⃣\"Curve\",\"coordinates\":[1,2]}", "expected a geometry type, one of Point, MultiPoint"),
      ("{\"type\":1️⃣\"GeometryCollection\",\"geometries\":[]}", "expected a geometry type"),
      ("{\"type\":\"Point\",\"coordinates\":[1️⃣181,2]}", "found “181”, expected a longitude from -180 to 180"),
      (
        "{\"type\":\"Point\",\"coordinates\":[1,1️⃣-91.5]}", "found “-91.5”, expected a latitude from -90 to 90"
      ),
      ("{\"coordinates\":[1,1️⃣91],\"type\":\"Point\"}", "found “91”, expected a latitude from -90 to 90"),
      ("{\"type\":\"Point\",\"coordinates\":[11️⃣]}", "found “]”, expected a latitude from -90 to 90"),
      ("{\"type\":\"Point\",\"coordinates\":[1,1️⃣\"2\"]}", "expected a number"),
      (
        "{\"type\":\"LineString\",\"coordinates\":1️⃣[[1,2]]}",
        "found a line of 1 position, expected at least 2"
      ),
      (
        "{\"type\":\"Polygon\",\"coordinates\":[1️⃣[[0,0],[1,0],[1,1],[0,1]]]}",
        "found a ring that is not closed"
      ),
      ("{\"type\":\"Polygon\",\"coordinates\":[1️⃣[[0,0],[1,0],[0,0]]]}", "found a ring of 3 positions"),
      ("{\"type\":\"Polygon\",\"coordinates\":1️⃣[]}", "found a polygon without rings"),
      ("1️⃣{\"coordinates\":[1,2]}", "found a geometry without “type”"),
      ("1️⃣{\"type\":\"Point\"}", "found a geometry without “coordinates”"),
      ("{\"type\":\"Point\",\"coordinates\":[1,2],\"coordinates\":1️⃣[1,2]}", "expected “coordinates” once"),
      ("1️⃣5", "found “5”, expected an object"),
    ] as [(MarkedText, String)]
  )
  func `a faulty geometry is reported where it stands`(_ geometry: MarkedText, _ message: String) throws {
    let error = try #require(throws: InputError.self) { try read(feature(geometry.text)) }
    let offset = feature("").count - 3
    let column = try #require(geometry.marks[1]).column
    #expect(error.location == InputLocation(file: "a.geojson", line: 1, column: offset + column))
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test(
    arguments: [
      ("{\"type\":1️⃣\"Feature\",\"features\":[]}", "expected the type “FeatureCollection”"),
      ("1️⃣{\"type\":\"FeatureCollection\"}", "found a FeatureCollection without “features”"),
      ("1️⃣{\"features\":[]}", "found a FeatureCollection without “type”"),
      ("1️⃣[]", "expected an object"),
      ("{\"features\":[1️⃣{\"type\":\"Feature\",\"geometry\":null}]}", "found a Feature without “properties”"),
      ("{\"features\":[{\"type\":1️⃣\"Point\"}]}", "expected the type “Feature”"),
      ("{\"features\":[{\"properties\":1️⃣[]}]}", "expected an object or null"),
      ("{\"features\":[{\"id\":1️⃣true}]}", "expected a string or a number as id"),
      (
        "{\"crs\":1️⃣{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32718\"}}}",
        "found “urn:ogc:def:crs:EPSG::32718”, expected longitude and latitude on WGS 84"
      ),
      ("{\"type\":\"FeatureCollection\",\"features\":[]} 1️⃣x", "expected the end of the file"),
    ] as [(MarkedText, String)]
  )
  func `a faulty collection is reported where it stands`(_ input: MarkedText, _ message: String) throws {
    let error = try #require(throws: InputError.self) { try read(input.text) }
    #expect(error.location == input.location(in: "a.geojson"))
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test func `a collection is written one feature a line, rings right-handed, decimals cut`() throws {
    let clockwise = try #require(Ring([at(0, 0), at(0, 1), at(1, 1), at(0, 0)]))
    var writer = FeatureCollectionWriter(members: ["name": "layer", "type": "other"])
    writer.write(
      id: "p",
      geometry: .polygon(Polygon(exterior: clockwise)),
      properties: ["start": nil, "km": 1.5]
    )
    writer.write(geometry: .point(try at(-75.123456789, -0.00000001)), properties: [:])
    writer.write(geometry: nil, properties: ["a": "é\n"])
    let expected = """
      {"type":"FeatureCollection","name":"layer",
      "features":[
      {"type":"Feature","id":"p","properties":{"start":null,"km":1.5},\
      "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,1],[0,0]]]}},
      {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[-75.1234568,0]}},
      {"type":"Feature","properties":{"a":"é\\n"},"geometry":null}
      ]}

      """
    #expect(String(decoding: writer.finish(), as: UTF8.self) == expected)
  }

  @Test func `a feature copied from another file is the feature written anew`() throws {
    let place = try #require(Coordinate(longitude: -70.01, latitude: -15.84))
    let features = [
      Feature(id: "a", geometry: .point(place), properties: ["name": "one, two", "km": 12.5]),
      Feature(geometry: nil, properties: [:]),
    ]
    var (first, written, copied) = (
      FeatureCollectionWriter(members: ["name": "all"]), FeatureCollectionWriter(), FeatureCollectionWriter()
    )
    let places = features.map { first.write($0) }
    let bytes = first.finish()
    for (feature, place) in zip(features, places).reversed() {
      written.write(feature)
      copied.write(written: bytes[place])
    }
    #expect(copied.finish() == written.finish())
  }

  @Test func `an empty collection is a collection`() throws {
    let bytes = FeatureCollectionWriter().finish()
    #expect(
      String(decoding: bytes, as: UTF8.self) == "{\"type\":\"FeatureCollection\",\n\"features\":[\n]}\n"
    )
    #expect(try GeoJSON.read(bytes, file: "f").features.isEmpty)
  }

  @Test func `what is written reads back the same`() throws {
    var random = SeededGenerator(seed: 8)
    // Multiples of a ten-millionth of a degree, which seven decimals hold exactly.
    func coordinate() throws -> Coordinate {
      try at(
        Double(Int.random(in: -1_800_000_000...1_800_000_000, using: &random)) / 1e7,
        Double(Int.random(in: -900_000_000...900_000_000, using: &random)) / 1e7
      )
    }
    func coordinates(_ count: Int) throws -> [Coordinate] {
      try (0..<count).map { _ in try coordinate() }
    }
    func line() throws -> LineString {
      try #require(LineString(coordinates(Int.random(in: 2..<6, using: &random))))
    }
    func ring() throws -> Ring {
      let open = try coordinates(Int.random(in: 3..<6, using: &random))
      return try #require(Ring(open + open.prefix(1)))
    }
    func polygon() throws -> Polygon { Polygon(exterior: try ring(), interiors: [try ring()]) }
    var features: [Feature] = []
    for number in 0..<300 {
      let geometry: Geometry? =
        switch number % 7 {
        case 0: .point(try coordinate())
        case 1: .multiPoint(try coordinates(3))
        case 2: .lineString(try line())
        case 3: .multiLineString(MultiLineString([try line(), try line()]))
        case 4: .polygon(try polygon())
        case 5: .multiPolygon(MultiPolygon([try polygon(), try polygon()]))
        default: nil
        }
      features.append(
        Feature(id: .string("f\(number)"), geometry: geometry, properties: ["n": .integer(number), "t": "a"])
      )
    }
    var writer = FeatureCollectionWriter()
    for feature in features { writer.write(feature) }
    var read = try GeoJSON.read(writer.finish(), file: "f").features
    #expect(read.map(\.location?.line) == (0..<300).map { $0 + 3 })
    for index in read.indices { read[index].location = nil }
    #expect(read == features)
  }
}
