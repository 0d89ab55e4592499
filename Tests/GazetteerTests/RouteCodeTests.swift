import Gazetteer
import Testing

@Suite struct RouteCodeTests {
  @Test(
    arguments: [
      ("PE-1S", "PE-1S"), ("pe 1s", "PE-1S"), ("PE1S", "PE-1S"), (" pe-1-s ", "PE-1S"), ("PE-3SN", "PE-3SN"),
      ("PE-3SÑ", "PE-3SÑ"), ("pe-3sñ", "PE-3SÑ"), ("PE-3SN\u{303}", "PE-3SÑ"), ("PE-34Ñ", "PE-34Ñ"),
      ("PE-3SM1", "PE-3SM1"), ("PE-999", nil), ("", nil), ("-", nil),
    ] as [(String, String?)]
  )
  func `a code is found however its parts are set apart, and its tilde counts`(text: String, code: String?)
    throws
  {
    #expect(try Packs.shipped().route(code: text)?.code == code)
  }

  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `every route is found by its code in a reference, composed or not`(
    read: @Sendable () throws -> CountryPack
  ) throws {
    let pack = try read()
    let locator = try Locator(pack)
    for route in pack.routes {
      let middle = Int((route.extent.lowerBound + route.extent.upperBound) / 2)
      for code in [route.code, route.code.lowercased(), route.code.replacing("Ñ", with: "N\u{303}")] {
        #expect(locator.locate("\(code) km \(middle)").location?.route == route.code, "\(code)")
      }
    }
  }

  @Test func `a word after a code is no part of it`() throws {
    let locator = try Locator(try Packs.shipped())
    // There is a PE-3SA and a PE-1SA, but here "a" is a word.
    let near = try #require(locator.locate("PE-3S a la altura de Ilave").location)
    #expect(near.route == "PE-3S")
    #expect(locator.locate("PE-1S A 5 KM").location?.route == "PE-1S")
  }
}
