import GeoFormats
import TestSupport
import Testing

@Suite struct JSONTests {
  private func value(_ text: String) throws -> JSONValue { try value(Array(text.utf8)) }

  private func value(_ bytes: [UInt8]) throws -> JSONValue {
    var reader = try JSONReader(bytes, file: "a.json")
    let value = try reader.value()
    try reader.finish()
    return value
  }

  private func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("null", nil), (" true ", true), ("false", false), ("-12", -12), ("1.50", 1.5), ("1e2", 100.0),
      ("\"\"", ""),
      ("[]", []), ("{}", [:]), ("[[],{}]", [[], [:]]), ("[1,\"a\",null]", [1, "a", nil]),
      ("{\"b\":1,\"a\":[2,{\"c\":null}]}", ["b": 1, "a": [2, ["c": nil]]]),
      ("\u{FEFF}\t\r\n[ 1 , 2 ]\n", [1, 2]), ("{\"a\":1,\"a\":2}", ["a": 1, "a": 2]),
      ("\"\\u00e1\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "á😀\"\\/\u{8}\u{C}\n\r\t"),
      ("\"\u{2028}áé😀 and a run of plain text\"", "\u{2028}áé😀 and a run of plain text"),
      ("{\"\\u006b\":1}", ["k": 1]), ("12345678901234567890", 12345678901234567890.0),
    ] as [(String, JSONValue)]
  )
  func `JSON is read as RFC 8259 has it`(_ text: String, _ expected: JSONValue) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("1️⃣", "found the end of the file, expected a value"), ("[1,1️⃣]", "expected a value after the comma"),
      ("{\"a\":1,1️⃣}", "expected a name after the comma"), ("[1 1️⃣2]", "found “2”, expected a comma or ]"),
      ("[11️⃣", "found the end of the file, expected a comma or ]"),
      ("[11️⃣}", "found “}”, expected a comma or ]"),
      ("{1️⃣a:1}", "found “a”, expected a name in quotation marks"), ("{\"a\"1️⃣ 1}", "expected a colon"),
      ("{\"a\":1️⃣}", "found “}”, expected a value"), ("1️⃣nul", "found “nul”, expected null"),
      ("1️⃣NaN", "found “NaN”, expected a value"), ("[1️⃣01]", "found “01”, expected a number"),
      ("[1️⃣-]", "expected a number"), ("[1️⃣1.]", "found “1.”, expected a number"), ("1️⃣.5", "expected a value"),
      ("1 1️⃣2", "found “2”, expected the end of the file"),
      ("[\n  \"é\", 1️⃣'x']", "found “'”, expected a value"),
      ("[1️⃣\"abc", "found a string that never ends"),
      ("\"a1️⃣\n\"", "expected no control character in a string"),
      ("\"1️⃣\\x\"", "found “\\x”, expected an escape"), ("\"1️⃣\\u12g4\"", "four hexadecimal digits"),
      ("\"1️⃣\\ud800\"", "hexadecimal digits of a character"), ("\"1️⃣\\udc00\"", "digits of a character"),
      ("\"1️⃣\\ud800\\u0041\"", "digits of a character"), ("[1️⃣1e400]", "not beyond all measure"),
      ("true1️⃣x", "expected the end of the file"), ("[1️⃣,1]", "found “,”, expected a value"),
    ] as [(MarkedText, String)]
  )
  func `a fault is reported where it stands`(_ input: MarkedText, _ message: String) throws {
    let error = try #require(throws: InputError.self) { try value(input.bytes) }
    let place = input.location(in: "a.json")
    // Space before the culprit is not part of it.
    #expect(error.location.line == place.line)
    let column = try #require(place.column)
    let rest = input.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = Array(rest[(place.line ?? 1) - 1].unicodeScalars)
    let spaces = line.dropFirst(column - 1).prefix { $0 == " " }.count
    #expect(error.location.column == column + spaces)
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test func `bytes that are no UTF-8 are reported where they stand`() throws {
    let error = try #require(throws: InputError.self) { try value([0x22, 0xC3, 0xA9, 0xFF, 0x22]) }
    #expect("\(error)" == "a.json:1:3: found the byte 0xFF, expected text in UTF-8 (save the file as UTF-8)")
  }

  @Test func `nesting is limited, however hostile`() throws {
    let deepest = JSONReader.maximumDepth
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(throws: Never.self) { try value(nested(deepest)) }
    for hostile in [nested(deepest + 1), Array(repeating: UInt8(ascii: "["), count: 1_000_000)] {
      let error = try #require(throws: InputError.self) { try value(hostile) }
      #expect(error.location.column == deepest + 1)
      var reader = try JSONReader(hostile, file: "a.json")
      #expect(throws: error) { try reader.skipValue() }
    }
  }

  @Test func `a caller pulls what it expects and skips the rest`() throws {
    let input =
      "{\"skip\":{\"a\":[1,{\"b\":\"\\n\"}],\"c\":null},\"raw\": [ 1, 2 ] ,\"km\":262.5,\"on\":true,\"x\":\"é\"}"
    var reader = try JSONReader(Array(input.utf8), file: "a.json")
    var seen: [String] = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "raw":
        let range = try reader.rawValue()
        seen.append(String(decoding: reader.bytes[range], as: UTF8.self))
      case "km": seen.append("\(try reader.double())")
      case "on": seen.append("\(try reader.bool())")
      case "x":
        seen.append("\(reader.location().column ?? 0)")
        seen.append(String(decoding: try reader.stringBytes(), as: UTF8.self))
      default: try reader.skipValue()
      }
    }
    try reader.finish()
    #expect(seen == ["[ 1, 2 ]", "262.5", "true", "81", "é"])
  }

  @Test func `asking for another kind of value is an error that names both`() throws {
    var reader = try JSONReader(Array("[\"x\", 1]".utf8), file: "a.json")
    try reader.beginArray()
    #expect(try reader.nextElement())
    #expect(try reader.peek() == .string)
    let error = try #require(throws: InputError.self) { try reader.double() }
    #expect("\(error)" == "a.json:1:2: found “\"x\"”, expected a number")
  }

  @Test func `a value cannot be read twice or without being due`() throws {
    var reader = try JSONReader(Array("[1,2]".utf8), file: "a.json")
    try reader.beginArray()
    #expect(throws: InputError.self) { try reader.integer() }
    #expect(try reader.nextElement())
    #expect(try reader.integer() == 1)
    #expect(throws: InputError.self) { try reader.integer() }
    #expect(throws: InputError.self) { try reader.finish() }
  }

  @Test(
    arguments: [
      ("a\"\\\n\u{1}\u{1F}é\u{2028}", "\"a\\\"\\\\\\n\\u0001\\u001fé\u{2028}\""), ([], "[]"), ([:], "{}"),
      (.number(.infinity), "null"), (.number(-0.0), "0.0"), (1.0, "1.0"), (.number(1e-7), "1e-07"),
      (["a": [1, true, nil], "b": ["c": "d"]], "{\"a\":[1,true,null],\"b\":{\"c\":\"d\"}}"),
    ] as [(JSONValue, String)]
  )
  func `JSON is written compact`(_ value: JSONValue, _ expected: String) {
    #expect(text(value) == expected)
  }

  @Test func `line breaks fall after commas and before brackets`() {
    var writer = JSONWriter()
    writer.beginArray()
    for number in 1...2 {
      writer.lineBreak()
      writer.integer(number)
    }
    writer.lineBreak()
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[\n1,\n2\n]")
  }

  private func random(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .integer(Int(truncatingIfNeeded: random.next()))
    case 3: .number(Double(bitPattern: random.next() & ~(1 << 62)) + 0.5)
    case 4: .string(random.text())
    case 5:
      .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in self.random(depth: depth - 1, &random) })
    default:
      .object(
        JSONObject(
          (0..<Int.random(in: 0..<5, using: &random)).map { _ in
            (random.text(), self.random(depth: depth - 1, &random))
          }
        )
      )
    }
  }

  @Test func `what is written reads back the same, and skipping ends where reading does`() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<1000 {
      let expected = self.random(depth: 5, &random)
      let bytes = Array(text(expected).utf8)
      #expect(try value(bytes) == expected)
      var reader = try JSONReader(bytes, file: "a.json")
      #expect(try reader.rawValue() == bytes.indices)
      try reader.finish()
    }
  }

  @Test func `random bytes give values or errors, the same whether read or skipped`() throws {
    var random = SeededGenerator(seed: 7)
    var values = 0
    for _ in 0..<20_000 {
      let bytes = random.bytes(
        from: "[]{},,::\"\"\"a\\un10-.e tfals ",
        count: Int.random(in: 0..<14, using: &random)
      )
      guard var reader = try? JSONReader(bytes, file: "f") else { continue }
      var skipper = reader
      let skipped = (try? skipper.skipValue()) != nil
      let read = (try? reader.value()) != nil
      #expect(read == skipped || String(decoding: bytes, as: UTF8.self).contains("e"), "\(bytes)")
      if read {
        values += 1
        #expect(reader.location() == skipper.location())
      }
    }
    #expect(values > 100)
  }

  @Test func `cutting a text anywhere makes it an error`() {
    let text = Array("{\"a\":[1.5e3,\"\\u00e9\\ud83d\\ude00é\",true,null,{}],\"b\":-0}".utf8)
    for end in text.indices {
      #expect(throws: InputError.self) { try value(Array(text[..<end])) }
    }
  }
}
