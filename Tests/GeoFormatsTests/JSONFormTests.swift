import TestSupport
import Testing

@testable import GeoFormats

@Suite struct JSONFormTests {
  /// The form of a value, open where its strings are one of these.
  private func form(_ text: String, open strings: [String]) throws -> JSONForm? {
    let bytes = Array(text.utf8)
    let ranges = try strings.map { string in
      let quoted = Array("\"\(string)\"".utf8)
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: quoted) })
      return start..<(start + quoted.count)
    }
    return JSONForm(bytes[...], open: ranges)
  }

  private static let row = #"{"item": "17", "km": 12.5, "text": "A \"b\"", "at": "noon"}"#

  @Test(arguments: [
    (row, true),
    (#"{"item": "", "km": 12.5, "text": "A \"b\"", "at": "a much longer text than before, ñandú"}"#, true),
    (#"{"item": "17", "km": 12.6, "text": "A \"b\"", "at": "noon"}"#, false),
    (#"{"item": "17", "km": 12.5, "text": "A \"c\"", "at": "noon"}"#, false),
    (#"{"item": "1\"7", "km": 12.5, "text": "A \"b\"", "at": "noon"}"#, false),
    (#"{"item": 17, "km": 12.5, "text": "A \"b\"", "at": "noon"}"#, false),
    (#"{"item": "17", "km": 12.5, "text": "A \"b\"", "at": "noon" }"#, false),
    (#"{"item": "17", "km": 12.5, "text": "A \"b\"", "at": "noon", "x": 1}"#, false),
    (#"{"item": "17", "km": 12.5, "text": "A \"b\"", "at": "noon"#, false),
  ])
  func `a value has a form where only open strings differ`(_ text: String, _ expected: Bool) throws {
    let form = try #require(try form(Self.row, open: ["17", "noon"]))
    var reader = try JSONReader(Array("[0, \(text)]".utf8), file: "a.json")
    try reader.beginArray()
    #expect(try reader.nextElement() && reader.integer() == 0 && reader.nextElement())
    var strings: [Range<Int>] = []
    let isPassed = reader.skip(form, open: &strings)
    #expect(isPassed == expected)
    if isPassed {
      #expect(strings.count == 2)
      #expect(try !reader.nextElement())
      try reader.finish()
    }
  }

  @Test func `a value that a form passes is the one that parsing passes`() throws {
    var generator = SeededGenerator(seed: 3)
    let alphabet = ["a", "é", "7", " ", "\\\"", "\\u00e1", "}", ",", "x", "yz", "long enough to fill a word"]
    for _ in 0..<500 {
      func text() -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }.joined()
      }
      let fixed = (text(), text())
      func value(_ one: String, _ other: String) -> String {
        #"{"a":"\#(fixed.0)","open":"\#(one)","b":["\#(fixed.1)",{}],"last":"\#(other)"}"#
      }
      let texts = (text(), text())
      let (first, second) = (value("OPEN1", "OPEN2"), value(texts.0, texts.1))
      let form = try #require(try form(first, open: ["OPEN1", "OPEN2"]))
      var (skipped, parsed) = try (
        JSONReader(Array(second.utf8), file: "a"), JSONReader(Array(second.utf8), file: "a")
      )
      var strings: [Range<Int>] = []
      let range = try parsed.rawValue()
      let isPlain = !texts.0.contains("\\") && !texts.1.contains("\\")
      #expect(skipped.skip(form, open: &strings) == isPlain)
      if isPlain { #expect(skipped.offset == range.upperBound) }
    }
  }

  @Test func `what could go on, and strings with escapes, have no form`() throws {
    #expect(JSONForm(Array("12".utf8)[...], open: []) == nil)
    #expect(try form(#"{"a": "b\\n"}"#, open: [#"b\\n"#]) == nil)
    #expect(JSONForm(Array("{\"a\": 12}".utf8)[...], open: [6..<8]) == nil)
  }
}
