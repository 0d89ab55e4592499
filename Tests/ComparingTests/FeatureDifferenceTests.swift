import Comparing
import Geo
import GeoFormats
import TestSupport
import Testing

@Suite struct FeatureDifferenceTests {
  private func input(_ features: [Feature], named name: String) -> StoredInput {
    var writer = FeatureCollectionWriter()
    for feature in features { writer.write(feature) }
    return StoredInput(writer.finish(), path: name)
  }

  private func difference(_ before: [Feature], _ after: [Feature]) throws -> FeatureDifference {
    try FeatureDifference(from: input(before, named: "a"), to: input(after, named: "b"), key: .id)
  }

  private func json(_ difference: FeatureDifference) throws -> JSONObject {
    var bytes: [UInt8] = []
    try FeatureDifferenceReport(difference).writeJSON { bytes += $0 }
    var reader = try JSONReader(bytes, file: "diff")
    let value = try reader.value()
    try reader.finish()
    guard case .object(let root) = value, case .object(let content)? = root["roadblocks.feature-diff/v1"]
    else {
      throw UnexpectedJSON()
    }
    return content
  }

  private struct UnexpectedJSON: Error {}

  /// Features as objects by their ids, members in the order of their names.
  private func objects(_ features: [Feature]) throws -> [JSONValue: JSONValue] {
    var writer = FeatureCollectionWriter()
    for feature in features { writer.write(feature) }
    var reader = try JSONReader(writer.finish(), file: "features")
    guard case .object(let collection) = try reader.value() else { throw UnexpectedJSON() }
    return try objects(collection["features"])
  }

  private func objects(_ list: JSONValue?) throws -> [JSONValue: JSONValue] {
    guard case .array(let elements)? = list else { throw UnexpectedJSON() }
    return Dictionary(
      uniqueKeysWithValues: elements.map { element in
        guard case .object(let feature) = element else { return (.null, .null) }
        return (feature["id"] ?? .null, sorted(element))
      }
    )
  }

  private func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object):
      .object(JSONObject(object.map { ($0.key, sorted($0.value)) }.sorted { $0.0 < $1.0 }))
    case .array(let elements): .array(elements.map(sorted))
    default: value
    }
  }

  /// The second collection, made from the first and the difference.
  private func applying(_ difference: JSONObject, to features: [JSONValue: JSONValue]) throws
    -> [JSONValue: JSONValue]
  {
    var result = features
    for (key, removed) in try objects(difference["removed"]) {
      #expect(result.removeValue(forKey: key) == removed)
    }
    for (key, added) in try objects(difference["new"]) {
      #expect(result.updateValue(added, forKey: key) == nil)
    }
    guard case .array(let changes)? = difference["changed"] else { throw UnexpectedJSON() }
    for case .object(let change) in changes {
      let key = try #require(change["key"])
      guard case .object(var feature)? = result[key], case .object(let changed)? = change["properties"],
        case .object(let properties)? = feature["properties"]
      else { throw UnexpectedJSON() }
      feature = feature.replacing("properties", with: .object(try properties.applying(changed)))
      if let geometry = change["geometry"] {
        feature = try feature.applying(JSONObject([("geometry", geometry)]))
      }
      result[key] = sorted(.object(feature))
    }
    return result
  }

  @Test func `a difference makes the second collection from the first`() throws {
    var random = RandomFeatures(random: SeededGenerator(seed: 71))
    var seen: (added: Int, removed: Int, changed: Int, unchanged: Int) = (0, 0, 0, 0)
    for _ in 0..<300 {
      let before = random.collection(Int.random(in: 0..<20, using: &random.random))
      let after = random.version(of: before)
      let difference = try difference(before, after)
      #expect(try difference.findings().isEmpty)
      #expect(try applying(json(difference), to: objects(before)) == objects(after))
      #expect(difference.removedCount + difference.changedCount + difference.unchangedCount == before.count)
      #expect(difference.addedCount + difference.changedCount + difference.unchangedCount == after.count)
      seen.added += difference.addedCount
      seen.removed += difference.removedCount
      seen.changed += difference.changedCount
      seen.unchanged += difference.unchangedCount
    }
    #expect(min(seen.added, seen.removed, seen.changed, seen.unchanged) > 100)
  }

  @Test func `the difference the other way round is the inverse`() throws {
    var random = RandomFeatures(random: SeededGenerator(seed: 72))
    for _ in 0..<100 {
      let before = random.collection(12)
      let after = random.version(of: before)
      let (forth, back) = (try json(difference(before, after)), try json(difference(after, before)))
      #expect(try objects(forth["new"]) == objects(back["removed"]))
      #expect(try objects(forth["removed"]) == objects(back["new"]))
      #expect(try applying(back, to: applying(forth, to: objects(before))) == objects(before))
    }
  }

  @Test func `a collection does not differ from itself, whatever the order of its features`() throws {
    var random = RandomFeatures(random: SeededGenerator(seed: 73))
    // Enough for several threads.
    let features = random.collection(12_000)
    let difference = try difference(features, features.shuffled(using: &random.random))
    #expect(difference.isEmpty && difference.unchangedCount == features.count)
  }

  @Test func `many features are matched as few are`() throws {
    var random = RandomFeatures(random: SeededGenerator(seed: 74))
    let before = random.collection(9000)
    let after = random.version(of: before)
    #expect(try applying(json(difference(before, after)), to: objects(before)) == objects(after))
  }

  private func compare(_ before: String, _ after: String, key: FeatureKey = .id) throws -> FeatureDifference {
    func input(_ features: String, _ name: String) -> StoredInput {
      StoredInput(Array("{\"type\":\"FeatureCollection\",\"features\":[\n\(features)\n]}".utf8), path: name)
    }
    return try FeatureDifference(from: input(before, "a"), to: input(after, "b"), key: key)
  }

  private func text(_ difference: FeatureDifference) throws -> String {
    var bytes: [UInt8] = []
    try FeatureDifferenceReport(difference).writeText { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `layout makes no difference`() throws {
    let difference = try compare(
      "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"a\":1.0,\"b\":\"é\"},\"geometry\":null}",
      "{ \"geometry\" : null, \"properties\" : { \"b\":\"\\u00e9\", \"a\":1e0 },\n\"id\":1.0, \"type\":\"Feature\"}"
    )
    #expect(difference.isEmpty && difference.unchangedCount == 1)
  }

  @Test func `the text says what changed, from what to what`() throws {
    let difference = try compare(
      """
      {"type":"Feature","id":1,"properties":{"a":"x","b":[1, 2],"c":1},"geometry":{"type":"Point","coordinates":[0,0]}},
      {"type":"Feature","id":"1","bbox":[0,0,1,1],"properties":null,"geometry":null},
      {"type":"Feature","id":3,"properties":{},"geometry":{"type":"Point","coordinates":[500000,1]}},
      {"type":"Feature","id":4,"properties":{}}
      """,
      """
      {"type":"Feature","id":"1","properties":{"a":1},"geometry":{"type":"Point","coordinates":[0,0]}},
      {"type":"Feature","id":3,"properties":{},"geometry":{"type":"Point","coordinates":[500000,2]}},
      {"type":"Feature","id":1,"properties":{"d":"\\u202e","b":[1,3],"a":"x"},"geometry":{"coordinates":[0.001,0],"type":"Point"}},
      {"type":"Feature","id":5,"properties":{},"geometry":null}
      """
    )
    #expect(
      try text(difference) == """
        a → b

        features, told apart by “id”
          new: 1
            + 5
          removed: 1
            - 4
          changed: 3
            = 1
                b: [1,2] → [1,3]
                c: 1 → (none)
                d: (none) → "\\u202e"
                geometry: moved 111.3 m
            = "1"
                geometry: none → Point
                bbox: [0,0,1,1] → (none)
                properties: null → {"a":1}
            = 3
                geometry: changed
          unchanged: 0

        """
    )
  }

  @Test func `a key that occurs twice costs a finding, in either collection`() throws {
    let (one, other) = (
      "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"a\":1}}",
      "{\"type\":\"Feature\",\"id\":1.0,\"properties\":{}}"
    )
    for (before, after) in [("\(one),\n\(other)", one), (one, "\(one),\n\(other)")] {
      let difference = try compare(before, after)
      #expect(difference.unchangedCount == 1 && difference.isEmpty)
      let findings = try difference.findings()
      #expect(findings.map(\.location?.line) == [3])
      #expect(findings.allSatisfy { $0.message.contains("another one before it has") })
    }
    #expect(try compare("", "\(one),\(other)").findings().count == 1)
  }

  @Test func `how far a geometry moved is the farthest of its vertices from the other's`() throws {
    func shift(_ before: String, _ after: String) throws -> Double? {
      func feature(_ geometry: String) -> String {
        "{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"geometry\":\(geometry)}"
      }
      return try compare(feature(before), feature(after)).changed(0).shift?.metres
    }
    let line = "{\"type\":\"LineString\",\"coordinates\":[[0,0],[0,1],[0,2]]}"
    let bent = "{\"type\":\"LineString\",\"coordinates\":[[0,2],[0.01,1],[0,0]]}"
    let turned = "{\"type\":\"LineString\",\"coordinates\":[[0,2],[0,1],[0,0]]}"
    // A hundredth of a degree of longitude at latitude 1.
    let metres = try #require(try shift(line, bent))
    #expect(abs(metres - 1113.03) < 0.1)
    #expect(try shift(bent, line) == metres)
    #expect(try shift(line, turned) == 0)
    #expect(try shift(line, "{\"type\":\"MultiPoint\",\"coordinates\":[]}") == nil)
    #expect(try shift("null", line) == nil)
  }
}

extension JSONObject {
  fileprivate func replacing(_ name: String, with value: JSONValue?) -> JSONObject {
    var members = filter { $0.key != name }.map { ($0.key, $0.value) }
    if let value { members.append((name, value)) }
    return JSONObject(members)
  }

  /// Each member as it is after, where it was as it is before.
  fileprivate func applying(_ changes: JSONObject) throws -> JSONObject {
    var result = self
    for (name, change) in changes {
      guard case .object(let sides) = change else { continue }
      #expect(self[name].map(Sorted.init) == sides["before"].map(Sorted.init))
      result = result.replacing(name, with: sides["after"])
    }
    return result
  }

  /// A value, but for the order of members.
  fileprivate struct Sorted: Equatable {
    let text: String

    init(_ value: JSONValue) { text = Self.text(value) }

    private static func text(_ value: JSONValue) -> String {
      switch value {
      case .object(let object): "{\(object.map { "\($0.key):\(text($0.value))" }.sorted())}"
      case .array(let elements): "[\(elements.map(text))]"
      default: "\(value)"
      }
    }
  }
}
