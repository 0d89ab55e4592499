@testable import GeoFormats
import Synchronization
import TestSupport
import Testing

@Suite struct ValueDigestTests {
  private func digest(_ text: String) throws -> ValueDigest {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: JSONCursor.padding)
    return try bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(
        try #require(bytes.baseAddress),
        count: bytes.count - JSONCursor.padding,
        at: 0
      )
      let digest = try cursor.digest(depth: 0)
      cursor.skipSpace()
      #expect(cursor.isAtEnd, "\(text)")
      return digest
    }
  }

  private func random(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .integer(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random))
    case 3: .number((Double.random(in: -1000...1000, using: &random) * 64).rounded() / 64 + 0.0078125)
    case 4: .string(random.text())
    case 5:
      .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in self.random(depth: depth - 1, &random) })
    default:
      .object(
        JSONObject(
          (0..<Int.random(in: 0..<5, using: &random)).map { place in
            ("\(place)" + random.text(), self.random(depth: depth - 1, &random))
          }
        )
      )
    }
  }

  /// One value's only form here, to compare digests with: members sorted.
  private func canonical(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(canonical))
    case .object(let members):
      .object(
        JSONObject(
          members.map { ($0.key, canonical($0.value)) }.sorted {
            $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
          }
        )
      )
    default: value
    }
  }

  @Test func `a value has one digest however it is spelt, and others have others`() throws {
    var generator = SeededGenerator(seed: 61)
    var spelling = RandomSpelling(random: SeededGenerator(seed: 62))
    var values: [ValueDigest: JSONValue] = [:]
    for _ in 0..<3000 {
      let value = random(depth: 4, &generator)
      let first = try digest(spelling.spell(value))
      for _ in 0..<3 {
        let text = spelling.spell(value)
        #expect(try digest(text) == first, "\(text)")
      }
      let known = values.updateValue(canonical(value), forKey: first)
      #expect(known == nil || known == canonical(value))
    }
    #expect(values.count > 1000)
  }

  @Test(
    arguments: [
      ["1", "1.0", "1e0", "10e-1", "0.1E+1", "1.00000000000000000000", "0.00000000000000000000001e23"],
      ["0", "-0", "0.0", "-0.0", "0e5", "-0E-400"],
      ["9007199254740993", "9007199254740993.0", "9007199254740993e0", "90071992547409930e-1"],
      ["9007199254740992", "9007199254740992.000"], ["-9223372036854775808", "-9223372036854775808.0"],
      ["9223372036854775807", "9223372036854775807.00"], ["0.1", "1e-1", "0.10", "0.1000000000000000055"],
      ["1e300", "10e299", "1" + String(repeating: "0", count: 300)], ["1.5", "15e-1", "1.50"],
      ["\"1\""], ["\"é\"", "\"\\u00e9\"", "\"\\u00E9\""], ["\"e\u{301}\""], ["\"😀\"", "\"\\ud83d\\uDE00\""],
      ["\"/\"", "\"\\/\"", "\"\\u002f\""], ["\"\""], ["null", " null\n"], ["true"], ["false"], ["[]", "[ ]"],
      ["{}", "{\n}"], ["[[]]"], ["[1,2]"], ["[2,1]"], ["[[1],2]"], ["[1,[2]]"],
      ["{\"a\":1,\"b\":2}", "{\"b\":2,\"\\u0061\":1.0}"], ["{\"a\":2,\"b\":1}"], ["{\"a\":{\"b\":1}}"],
      ["{\"b\":{\"a\":1}}"], ["{\"a\":1,\"a\":1}"], ["{\"a\":1,\"a\":2}", "{\"a\":2,\"a\":1}"], ["{\"a\":1}"],
      ["\"12345678\""], ["\"12345678\\u0000\""], ["\"1234567\""], ["{\"a\":null}"], ["[null]"],
    ]
  )
  func `equal values share a digest that no other of these values has`(_ spellings: [String]) throws {
    let digests = try Set(spellings.map { try digest($0) })
    #expect(digests.count == 1, "\(spellings)")
    Self.seen.withLock { seen in
      for digest in digests {
        #expect(seen[digest] == nil || seen[digest] == spellings, "\(spellings)")
        seen[digest] = spellings
      }
    }
  }

  private static let seen = Mutex<[ValueDigest: [String]]>([:])

  @Test func `a number is that of the standard library, whatever its length`() throws {
    var random = SeededGenerator(seed: 63)
    func check(_ text: String) throws {
      let nearest = try #require(Double(text), "\(text)")
      let expected: NumberValue
      if let whole = Int(text) {
        expected = .integer(whole)
      } else if nearest.magnitude < 0x1p53, nearest == nearest.rounded() {
        expected = .integer(Int(nearest))
      } else if nearest.magnitude < 0x1p53 {
        expected = .fraction(nearest)
      } else {
        return
      }
      #expect(try digest(text) == ValueDigest(expected), "\(text)")
    }
    for _ in 0..<20_000 {
      var text = Bool.random(using: &random) ? "-" : ""
      text += "\(Int.random(in: 0...9, using: &random))"
      if text.last != "0" {
        for _ in 0..<Int.random(in: 0..<12, using: &random) { text += "\(random.next() % 10)" }
      }
      text += "."
      for _ in 0...Int.random(in: 0..<20, using: &random) { text += "\(random.next() % 10)" }
      if Int.random(in: 0..<4, using: &random) == 0 {
        text += "e\(Int.random(in: -330...10, using: &random))"
      }
      try check(text)
    }
    for hard in [
      "2.2250738585072011e-308", "4.9e-324", "2e-324",
      "0.500000000000000166533453693773481063544750213623046875",
      "9007199254740991.5", "179769313486231570000e288", "0.3", "123456789012345.6", "1234567890123456.7",
    ] { try check(hard) }
  }
}
