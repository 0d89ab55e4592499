import Testing

@testable import Reading

@Suite struct NumeralTests {
  @Test(arguments: [
    "0", "7", "007", "1280", "1.280", "1,280", "12.345.678", "1.28", "3,5", "1234.567", "1.2.3", "382",
    "9223372036854775807", "9223372036854775808", "99999999999999999999", "1.000.000.000.000.000.000.000",
  ])
  func `a numeral says what its digits and groups say`(text: String) {
    let numeral = Numeral(Array(text.utf8)[...])
    let groups = text.split { $0 == "." || $0 == "," }
    #expect(numeral.groups == groups.count)
    #expect(numeral.firstLength == groups[0].count)
    #expect(numeral.isInThousands == groups.dropFirst().allSatisfy { $0.count == 3 })
    #expect(numeral.digits == Int(groups.joined()))
    #expect(numeral.plain(4) == (groups.count == 1 && text.count <= 4 ? Int(text) : nil))
  }
}
