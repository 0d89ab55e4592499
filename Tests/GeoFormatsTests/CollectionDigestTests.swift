@testable import GeoFormats
import TestSupport
import Testing

@Suite struct CollectionDigestTests {
  private func digest(
    _ text: String,
    key: FeatureKey = .id,
    windowSize: Int = InputWindow.usualSize
  ) throws -> CollectionDigest {
    try digest(Array(text.utf8), key: key, windowSize: windowSize)
  }

  private func digest(
    _ bytes: [UInt8],
    key: FeatureKey = .id,
    windowSize: Int = InputWindow.usualSize
  ) throws -> CollectionDigest {
    try CollectionDigest(of: StoredInput(bytes, path: "a.geojson"), key: key, windowSize: windowSize)
  }

  private let sample = """
    \u{FEFF} { "name" : "a\\u00e9\\ud83d\\ude00", "features" : [
      {"type":"Feature","id":1,"properties":{"place":"Desvío Ñaña","km":12.50},"geometry":null} ,
      {"id":"b\\n","geometry":{"type":"Point","coordinates":[-75.123456789012345678,1e-7]},"type":"Feature",
       "properties":{}, "more":[true,false,null,[[]],{"x":{}}]}
    ], "crs":null, "type":"FeatureCollection" }

    """

  @Test func `each feature has its place in the file`() throws {
    let digest = try digest(sample)
    #expect(digest.findings.isEmpty)
    let texts = try digest.features.map { try FeatureText(of: $0, in: digest) }
    #expect(texts.map { $0.text.first } == [UInt8(ascii: "{"), UInt8(ascii: "{")])
    #expect(texts.map { $0.text.last } == [UInt8(ascii: "}"), UInt8(ascii: "}")])
    let keys = try texts.map { text in
      let key = try #require(text.key)
      return String(decoding: text[key.value], as: UTF8.self)
    }
    #expect(keys == ["1", "\"b\\n\""])
    #expect(texts[0].properties?.map { texts[0].name(of: $0) } == ["place", "km"])
  }

  @Test func `the window's size makes no difference`() throws {
    let whole = try digest(sample)
    for size in 2..<200 {
      let part = try digest(sample, windowSize: size)
      #expect(part.features == whole.features, "\(size)")
    }
  }

  @Test func `a text cut anywhere is an error where it ends, whatever the window's size`() throws {
    let bytes = Array(sample.utf8)
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
    for cut in 0...end {
      let text = Array(bytes[..<cut])
      let error = try #require(throws: InputError.self) { try digest(text) }
      for size in [3, 7, 64] {
        #expect(throws: error) { try digest(text, windowSize: size) }
      }
    }
  }

  @Test func `what JSON refuses is refused at the same place, and nothing else`() throws {
    var random = SeededGenerator(seed: 64)
    let bytes = Array(sample.utf8)
    var (refused, read) = (0, 0)
    for _ in 0..<5000 {
      var text = bytes
      for _ in 0...Int.random(in: 0..<2, using: &random) {
        let place = Int.random(in: 3..<text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text.remove(at: place)
        case 1: text[place] = random.bytes(from: "{}[]\",:\\u0d1e-. \n", count: 1)[0]
        default: text.insert(contentsOf: random.bytes(from: "{}[]\",:\\u0d1e-. \n", count: 1), at: place)
        }
      }
      var fault: InputError?
      do throws(InputError) {
        var reader = try JSONReader(text, file: "a.geojson")
        _ = try reader.value()
        try reader.finish()
      } catch {
        fault = error
      }
      let size = Int.random(in: 2..<300, using: &random)
      guard let fault else {
        if (try? digest(text, windowSize: size)) != nil { read += 1 }
        continue
      }
      refused += 1
      // Bytes that are no UTF-8 anywhere are the first thing that the other reader complains about.
      let isText = UTF8Check.firstInvalidOffset(in: text, from: 0) == nil
      let error = #expect(throws: InputError.self) { try digest(text, windowSize: size) }
      guard isText, let error, !isAboutCollections(error) else { continue }
      #expect(
        error.location == fault.location,
        "\(size) \(String(decoding: text, as: UTF8.self))\n\(error)\n\(fault)"
      )
    }
    #expect(refused > 2000 && read > 100)
  }

  /// Whether JSON would have nothing against it.
  private func isAboutCollections(_ error: InputError) -> Bool {
    ["the type", "an object", "an array", "“type” once", "“features” once", "a named coordinate"]
      .contains { error.expected.hasPrefix($0) }
  }

  @Test(
    arguments: [
      ("1️⃣", "found the end of the file, expected an object"), ("1️⃣[]", "found “[”, expected an object"),
      ("{\"type\":1️⃣\"Feature\"}", "expected the type “FeatureCollection”"),
      ("1️⃣{\"type\":\"FeatureCollection\"}", "without “features”"), ("1️⃣{\"features\":[]}", "without “type”"),
      ("{\"features\":1️⃣{}}", "expected an array"), ("{\"features\":[],1️⃣\"features\":[]}", "“features” once"),
      ("{\"features\":[{}1️⃣ {}]}", "expected a comma or ]"),
      ("{\"features\":[{},1️⃣]}", "expected a value after the comma"),
      ("{\"features\":[{\"a\":1️⃣1e400}]}", "not beyond all measure"),
      ("{\"features\":[{\"a\":\"1️⃣\\ud800\"}]}", "four hexadecimal digits"),
      ("{\"features\":[{\"a\":\"1️⃣\u{0}\"}]}", "no control character"),
      ("{\"features\":[1️⃣\u{0}]}", "expected a value"),
      (
        "{\"type\":\"FeatureCollection\",\"crs\":1️⃣{\"properties\":{\"name\":\"EPSG:32718\"}},\"features\":[]}",
        "expected longitude and latitude on WGS 84"
      ), ("{\"type\":\"FeatureCollection\",\"features\":[]} 1️⃣x", "expected the end of the file"),
    ] as [(MarkedText, String)]
  )
  func `what is no collection is refused where it fails`(_ input: MarkedText, _ message: String) throws {
    let error = try #require(throws: InputError.self) { try digest(input.text) }
    // Space before the culprit is not part of it.
    let marked = input.location(in: "a.geojson")
    #expect(error.location.line == marked.line)
    #expect([0, 1].contains(try #require(error.location.column) - (try #require(marked.column))), "\(error)")
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test func `nesting is limited, however hostile`() throws {
    let bombs = ["[", "{\"a\":"].map { String(repeating: $0, count: 1_000_000) }
    for bomb in bombs {
      let error = try #require(throws: InputError.self) { try digest("{\"features\":[\(bomb)") }
      #expect("\(error)".contains("nested deeper than 512"))
    }
  }

  @Test(
    arguments: [
      ("1️⃣7", "a value that is no object"), ("1️⃣{\"id\":1}", "an object that is no Feature"),
      ("1️⃣{\"type\":\"Point\",\"id\":1}", "no Feature"), ("1️⃣{\"type\":\"Feature\"}", "a Feature without “id”"),
      ("1️⃣{\"type\":\"Feature\",\"id\":null}", "“id” is neither a text nor a number"),
      ("1️⃣{\"type\":\"Feature\",\"id\":1,\"id\":1}", "a member twice"),
      ("1️⃣{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"properties\":{}}", "a member twice"),
    ] as [(MarkedText, String)]
  )
  func `an element that cannot be compared costs one finding, not the others`(
    _ element: MarkedText,
    _ message: String
  ) throws {
    let good = "{\"type\":\"Feature\",\"id\":9,\"geometry\":null,\"properties\":{}}"
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\n\(good),\n\(element.text),\n\(good)]}"
    let digest = try digest(text)
    #expect(digest.features.count == 2)
    #expect(digest.findings.map(\.location) == [InputLocation(file: "a.geojson", line: 3, column: 1)])
    #expect(digest.findings.allSatisfy { $0.message.contains(message) }, "\(digest.findings)")
  }

  @Test func `a property may be the key`() throws {
    func text(_ properties: String) -> String {
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":\(properties)}]}"
    }
    let key = FeatureKey.property("código")
    let plain = try digest(text("{\"código\":1.0,\"a\":{\"código\":2}}"), key: key).features
    let escaped = try digest(text("{\"a\":{\"código\":2},\"c\\u00f3digo\":1}"), key: key).features
    #expect(plain.map(\.key) == escaped.map(\.key))
    #expect(plain.map(\.content) == escaped.map(\.content))
    for bad in ["{}", "null", "[]", "{\"código\":[]}", "{\"código\":1,\"código\":2}"] {
      let digest = try digest(text(bad), key: key)
      #expect(digest.features.isEmpty && digest.findings.count == 1, "\(bad)")
    }
  }
}
