import Gazetteer
import Geo
import Testing

/// References that are coordinates already, in the invented country between 160.0° and 160.6° east.
@Suite struct CoordinateReferenceTests {
  let locator: Locator

  init() throws { locator = try Locator(try Packs.arcadia()) }

  @Test(arguments: [
    ("160.1, 30.1", "AL"), ("160.3,30.35", "BR"), ("160.5 30.2", "CO"), ("160.64; 30.12", "CO"),
    ("+160.5 +30.2", "CO"),
  ])
  func `a coordinate lies in the region whose outline covers it`(text: String, code: String) throws {
    let location = try #require(locator.locate(text).location)
    #expect(location.method == .given)
    #expect(location.region?.text == code)
    #expect(location.warnings.isEmpty)
    #expect(!location.isOutside)
  }

  @Test(arguments: [
    ("160.2, 30.1", "AL"), ("160.4, 30.2", "BR"), ("160.2, 30.0", "AL"), ("160.0, 30.2", "AL"),
  ])
  func `a point on a border belongs to the region of the lowest code`(text: String, code: String) throws {
    let location = try #require(locator.locate(text).location)
    #expect(location.region?.text == code)
    #expect(location.warnings.isEmpty)
  }

  @Test func `a point a little outside goes to the nearest region, and is flagged`() throws {
    // The western border is the meridian of 160°; 0.03° are 2.9 km here.
    let location = try #require(locator.locate("159.97, 30.2").location)
    #expect(location.region?.text == "AL")
    #expect(location.warnings.map(\.kind) == [.nearestRegion])
    #expect(location.warnings.first?.detail.contains("2.9 km") == true)
    #expect(!location.isOutside)
  }

  @Test(arguments: ["159.94, 30.2", "160.3, 30.5", "0.0, 0.0", "-77.03, -12.05"])
  func `a point farther out than the tolerance is outside`(text: String) throws {
    let location = try #require(locator.locate(text).location)
    #expect(location.isOutside)
    #expect(location.region == nil)
  }

  @Test(arguments: [
    ("-160.1, 30.1", "longitude's sign"), ("−160.1, 30.1", "longitude's sign"),
    ("160.1, -30.1", "latitude's sign"), ("-160.1, -30.1", "both signs"),
  ])
  func `a lost sign is named, not mended`(text: String, slip: String) throws {
    let location = try #require(locator.locate(text).location)
    #expect(location.isOutside)
    let warning = try #require(location.warnings.first { $0.kind == .outsideCountry })
    #expect(warning.detail.contains(slip))
    #expect(warning.detail.contains("Aldermoor"))
  }

  @Test(arguments: ["30.1, 160.1", "200.5, 1.5", "1.5, 90.1", "-180.1, 0.5"])
  func `what is no longitude and latitude is unknown`(text: String) {
    guard case .unknown(let reason, _) = locator.locate(text) else {
      Issue.record("\(text) is found")
      return
    }
    #expect(reason.contains("longitude"))
  }

  @Test(arguments: [
    "1.5, 2.5, 3.5", "1.5", "nan, nan", "inf, 1.5", "1.5,", "0x1.8, 2.5", "1e1.5, 2.5", "160 30",
    "--1.5, 2.5", "+-1.5, 2.5", ".5, 1.5",
  ])
  func `other numbers are no coordinates`(text: String) {
    #expect(locator.locate(text).location?.method != .given)
  }

  @Test(arguments: [
    ("160.1, 30.1", 5566.0), ("160.12, 30.12", 556.6), ("160.12345, 30.12345", 10), ("160.123, 30.1", 5566),
  ])
  func `the digits given say how precise a coordinate is`(text: String, metres: Double) throws {
    let location = try #require(locator.locate(text).location)
    #expect(abs(location.uncertainty.metres - metres) < 1)
  }

  @Test func `a coordinate on a road knows its kilometres`() throws {
    // The bridge at inventory km 17, which the post calls km 20.
    let location = try #require(locator.locate("160.18190, 30.08517").location)
    #expect(location.route == "AR-1")
    #expect(abs(try #require(location.inventoryKilometre) - 17) < 0.01)
    #expect(location.kilometre == 20)
  }

  @Test func `the nearest route and how far off it`() throws {
    let (route, offset) = try #require(locator.nearestRoute(to: at(160.1819, 30.10317)))
    // 0.018° north of the bridge are 2.0 km, and the road climbs towards there.
    #expect(route.code == "AR-1")
    #expect((1.7...2).contains(offset.distance.kilometres))
  }
}
