import Geo
@testable import GeoFormats
import TestSupport
import Testing

@Suite struct FeatureReadingTests {
  private let fields = FeatureFields(id: true, geometry: true, properties: ["km", "name", "more"])

  private func read(
    _ text: String,
    _ fields: FeatureFields? = nil,
    partSize: Int = 1 << 20,
    windowSize: Int = InputWindow.usualSize
  ) throws -> [FeatureRecord] {
    try GeoJSON.features(
      of: StoredInput(Array(text.utf8), path: "a.geojson"),
      fields: fields ?? self.fields,
      partSize: partSize,
      windowSize: windowSize
    ) { $0 }
  }

  /// What the plain reader makes of the same text.
  private func plain(_ text: String, _ fields: FeatureFields? = nil) throws -> [FeatureRecord] {
    try GeoJSON.read(Array(text.utf8), file: "a.geojson").features.map {
      FeatureRecord($0, fields: fields ?? self.fields)
    }
  }

  private static func feature(_ properties: String, _ geometry: String = "null") -> String {
    "{\"type\":\"Feature\",\"id\":7,\"properties\":\(properties),\"geometry\":\(geometry)}"
  }

  private static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  private static let sound = [
    "{\"type\":\"FeatureCollection\",\"features\":[ ]}",
    "\u{FEFF} {\"features\":[\n],\"type\":\"FeatureCollection\",\"crs\":null}\n",
    collection([feature("{}"), feature("null"), feature("{\"km\":1,\"km\":2,\"name\":null}")]),
    collection([
      feature("{\"km\":-0.0}"), feature("{\"km\":1.0,\"name\":12345678901234567890}"),
      feature("{\"km\":1e2,\"name\":-7,\"more\":[1,{\"a\":[true,false,null]},\"\"]}"),
      feature("{\"km\":9223372036854775807,\"name\":0.1234567890123456789}"),
    ]),
    collection([
      feature("{\"n\\u0061me\":\"\\ud83d\\ude00 \\\"é\\\"\",\"more\":{\"name\":\"x\",\"\\\\\":[]}}"),
      "{\"geometry\":{\"coordinates\":[1,2],\"type\":\"Point\"},\"properties\":{},\"type\":\"Feature\"}",
      "{\"geom\\u0065try\":null,\"properties\":{},\"ty\\u0070e\":\"Fe\\u0061ture\",\"id\":\"a\"}",
    ]),
    collection([
      feature("{}", "{\"type\":\"Point\",\"coordinates\":[-75.123456789012345678,1e-7,3000]}"),
      feature("{}", "{ \"type\" : \"LineString\" , \"coordinates\" : [ [1,2] , [3,4] ], \"bbox\":[1,2,3,4]}"),
      feature("{}", "{\"type\":\"MultiPoint\",\"coordinates\":[]}"),
      feature("{}", "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}"),
      feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}"),
      feature(
        "{}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]]}"
      ),
    ]),
    // What looks like a feature, and is none.
    collection([
      feature("{\"name\":\"},{\\\"type\\\":\\\"Feature\\\"\",\"more\":[{\"type\":\"Feature\",\"a\":1}]}"),
      feature("{\"more\":[{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"geometry\":null},{},{}]}"),
      feature("{\"more\":{\"type\":\"Feature\",\"id\":1,\"properties\":{\"km\":3},\"geometry\":null}}"),
    ]) + "  ",
  ]

  @Test(arguments: sound)
  func `features are what the plain reader reads, in parts and windows of any size`(_ text: String) throws {
    let expected = try plain(text)
    #expect(try read(text) == expected)
    for size in [1, 2, 3, 5, 8, 13, 40, 100, 400] {
      #expect(try read(text, partSize: size) == expected, "parts of \(size)")
      #expect(try read(text, partSize: size, windowSize: 2 * size) == expected, "windows of \(size)")
    }
    for fields in [
      FeatureFields(), FeatureFields(geometry: true), FeatureFields(id: true, properties: ["more", "km"]),
      FeatureFields(properties: ["km", "km"]), FeatureFields(properties: (0..<70).map { "\($0)" } + ["km"]),
    ] {
      #expect(try read(text, fields, partSize: 1) == plain(text, fields))
    }
  }

  @Test(
    arguments: [
      "", " ", "[]", "{\"type\":\"Feature\"}", "{\"type\":\"FeatureCollection\",\"features\":[]} x",
      collection(["1"]), collection(["{}"]), collection([feature("{}"), ""]), collection([feature("[]")]),
      collection([feature("{\"km\":01}")]), collection([feature("{\"km\":1e999}")]),
      collection([feature("{\"a\":tru}")]), collection([feature("{\"a\":\"\\x\"}")]),
      collection([feature("{\"a\":\"\u{1}\"}")]), collection([feature("{\"a\" 1}")]),
      collection([feature("{}") + feature("{}")]), collection([feature("{}", "{\"type\":\"Blob\"}")]),
      collection([feature("{}", "{\"type\":\"Point\",\"coordinates\":[181,0]}")]),
      collection([feature("{}", "{\"type\":\"Point\",\"coordinates\":[0]}")]),
      collection([feature("{}", "{\"type\":\"LineString\",\"coordinates\":[[0,0]]}")]),
      collection([feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[1,0]]]}")]),
      collection(["{\"type\":\"Feature\",\"properties\":{}}"]),
      collection(["{\"type\":\"Feature\",\"id\":[],\"properties\":{},\"geometry\":null}"]),
      collection(["{\"type\":\"Feature\",\"type\":\"Feature\",\"properties\":{},\"geometry\":null}"]),
    ].map { "\n" + $0 }
  )
  func `what is wrong is said as the plain reader says it`(_ text: String) throws {
    let expected = try #require(throws: InputError.self) { try plain(text) }
    for size in [1, 7, 64, 1 << 20] {
      let error = try #require(throws: InputError.self) {
        try read(text, partSize: size, windowSize: size + 1)
      }
      #expect(error == expected, "\(text)")
    }
  }

  @Test(arguments: [
    ("{}", "type"), ("{\"features\":[]}", "type"), ("{\"type\":\"FeatureCollection\"}", "features"),
    ("{\"type\":\"FeatureCollection\",\"feature\":[]}", "features"),
  ])
  func `a collection that lacks a member is none`(_ text: String, _ member: String) throws {
    let error = try #require(throws: InputError.self) { try read(text) }
    #expect(error.found == "a FeatureCollection without “\(member)”")
  }

  @Test func `of several errors the first in the file is told, though parts are read at once`() throws {
    var features = (0..<400).map { _ in Self.feature("{\"km\":1}") }
    features[300] = Self.feature("{\"km\":?}")
    features[200] = Self.feature("{}", "{\"type\":\"Point\",\"coordinates\":[0,91]}")
    let text = Self.collection(features.map { "\n" + $0 })
    let error = try #require(throws: InputError.self) { try read(text, partSize: 100) }
    #expect(error.location.line == 202)
  }

  @Test func `what is made of features is kept in their order, and nothing else is`() throws {
    let text = Self.collection((0..<1000).map { Self.feature("{\"km\":\($0)}") })
    let kept: [Int] = try GeoJSON.features(
      of: StoredInput(Array(text.utf8), path: "a"),
      fields: FeatureFields(properties: ["km"]),
      partSize: 500,
      windowSize: 300
    ) { feature in feature.values[0].int.flatMap { $0.isMultiple(of: 3) ? $0 : nil } }
    #expect(kept == (0..<1000).filter { $0.isMultiple(of: 3) })
  }

  @Test func `however a collection is spelt, its features are the plain reader's`() throws {
    var spelling = RandomSpelling(random: SeededGenerator(seed: 23))
    for _ in 0..<60 {
      let features = (0..<Int.random(in: 0..<12, using: &spelling.random)).map { number -> JSONValue in
        let geometry: JSONValue =
          number.isMultiple(of: 3)
          ? .null : .object(["type": "Point", "coordinates": .array([.integer(number), .number(-0.5)])])
        return .object([
          "type": "Feature", "id": .string("f\(number)"), "geometry": geometry,
          "properties": .object([
            "km": .number(1.25), "name": "ñ}{\"", "more": .array([.object(["type": "Feature"])]),
          ]),
        ])
      }
      let text = spelling.spell(.object(["type": "FeatureCollection", "features": .array(features)]))
      #expect(try read(text, partSize: 30, windowSize: 17) == plain(text), "\(text)")
    }
  }
}
