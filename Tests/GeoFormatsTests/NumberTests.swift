import GeoFormats
import TestSupport
import Testing

@Suite struct NumberTests {
  private enum Column: String, CSVColumn { case value, other }

  private func csv(_ text: String) throws -> Double {
    var reader = try CSVReader<Column>(Array("value,other\n\(text),x\n".utf8), file: "f")
    let row = try #require(try reader.next())
    return try row.double(.value)
  }

  private func json(_ text: String) throws -> Double {
    var reader = try JSONReader(Array(text.utf8), file: "f")
    let value = try reader.double()
    try reader.finish()
    return value
  }

  @Test(arguments: [
    "0", "-0", "1", "-75.7789", "9007199254740993", "9007199254740992.5", "0.1", "0.3", "123456789012345678",
    "1234567890123456789", "9999999999999999999", "12345678901234567890123", "0.000000000000000000000000001",
    "1e22", "1e23", "8.5e-27", "1e-300", "5e-324", "2e-324", "2.2250738585072011e-308",
    "1.7976931348623157e308",
    "-13.90949999999999953104", "7205759403792794e-1", "18014398509481985e-1", "9223372036854775807",
    "0.000000000000000000012345678", "179769313486231580793e288", "1E5", "1e+5", "1e-5", "9.5e-0",
  ])
  func `a number is the nearest there is`(_ text: String) throws {
    let expected = try #require(Double(text))
    #expect(try csv(text).bitPattern == expected.bitPattern)
    #expect(try json(text).bitPattern == expected.bitPattern)
  }

  @Test func `random numbers of every length are the nearest there are`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      var digits = String(UInt64.random(in: 1...9, using: &random))
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        digits += String(UInt64.random(in: 0...9, using: &random))
      }
      var text = Bool.random(using: &random) ? "-" + digits : digits
      if Bool.random(using: &random) {
        let cut = Int.random(in: 1...digits.count, using: &random)
        text = digits.prefix(cut) + "." + (digits.dropFirst(cut).isEmpty ? "0" : digits.dropFirst(cut))
      }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -30...30, using: &random))" }
      let expected = try #require(Double(text))
      #expect(try csv(text).bitPattern == expected.bitPattern, "\(text)")
      #expect(try json(text).bitPattern == expected.bitPattern, "\(text)")
    }
  }

  @Test func `numbers halfway between two neighbours go to the even one`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<5000 {
      // An odd number of 54 bits is halfway; divided by a power of ten in the text it stays a hard case.
      let half = UInt64.random(in: (1 << 53)..<(1 << 54), using: &random) | 1
      for text in ["\(half)", "\(half)e-\(Int.random(in: 1...27, using: &random))"] {
        #expect(try json(text).bitPattern == Double(text)?.bitPattern, "\(text)")
      }
    }
  }

  @Test(arguments: [".5", "5.", "+1", "007"])
  func `tables may write numbers as people do, JSON may not`(_ text: String) throws {
    #expect(try csv(text) == Double(text))
    #expect(throws: InputError.self) { try json(text) }
  }

  @Test(arguments: ["", "-", "1e", "1e+", ".", "1.2.3", "inf", "nan", "0x10", "1_000", "1e400", "1 ", "--1"])
  func `what is no finite number is an error`(_ text: String) {
    #expect(throws: InputError.self) { try csv(text) }
    #expect(throws: InputError.self) { try json(text + "!") }
  }

  @Test(arguments: [
    ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("0", 0), ("-12", -12),
  ])
  func `whole numbers reach to the ends of Int`(_ text: String, _ value: Int) throws {
    var reader = try JSONReader(Array(text.utf8), file: "f")
    #expect(try reader.integer() == value)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "18446744073709551616", "99999999999999999999", "1.0",
    "1e2",
  ])
  func `what does not fit an Int is an error`(_ text: String) throws {
    var reader = try JSONReader(Array(text.utf8), file: "f")
    #expect(throws: InputError.self) { try reader.integer() }
  }

  @Test(arguments: [
    (-75.7789, 7, "-75.7789"), (-0.0, 7, "0"), (-0.00000001, 7, "0"), (-0.00000006, 7, "-0.0000001"),
    (180, 7, "180"), (-100, 0, "-100"), (0.15, 1, "0.1"), (0.25, 1, "0.3"), (0.35, 1, "0.3"), (2.5, 0, "3"),
    (0.1 + 0.2, 7, "0.3"), (12.05, 2, "12.05"), (1e21, 7, "1e+21"), (1e15, 7, "1000000000000000"),
    (123456789.125, 2, "123456789.13"), (0.5, 99, "0.5"), (9.99999999, 7, "10"),
  ])
  func `fixed decimals are rounded by the exact value and cut short`(
    _ value: Double,
    _ decimals: Int,
    _ text: String
  ) {
    var writer = JSONWriter()
    writer.double(value, decimals: decimals)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  @Test func `seven decimals of a degree lose less than half of the eighth place`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      let value = Double.random(in: -180...180, using: &random)
      var writer = JSONWriter()
      writer.double(value, decimals: 7)
      let text = String(decoding: writer.bytes, as: UTF8.self)
      #expect(abs(try json(text) - value) <= 0.500001e-7)
      #expect(!text.contains("e"))
    }
  }
}
