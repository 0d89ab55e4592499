import Gazetteer
import Geo
import Testing

/// Places told by the way from another one, and sides of regions and places, in the invented country.
@Suite struct DirectionTests {
  let locator: Locator

  init() throws { locator = try Locator(try Packs.arcadia()) }

  @Test(arguments: [
    // Brisca's nearest point of AR-1 is inventory km 28.3.
    ("AR-1, 10 km west of Brisca", 18.3), ("AR-1 10 km east of Brisca", 38.3),
    ("10 km al este de Brisca, Carretera de la Costa", 38.3),
    ("a 10 km al oeste de Brisca en la Carretera de la Costa", 18.3),
  ])
  func `a distance from a place is measured along the highway`(text: String, inventory: Double) throws {
    let location = try #require(locator.locate(text).location, "\(text)")
    #expect(location.route == "AR-1")
    #expect(abs(try #require(location.inventoryKilometre) - inventory) < 0.3)
    #expect(location.uncertainty >= .kilometres(1.5))
  }

  @Test func `a distance without a direction fits both ways`() {
    guard case .ambiguous(let candidates) = locator.locate("10 km from Brisca on the AR-1") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(candidates.count == 2)
    #expect(locator.locate("10 km from Brisca on the AR-1", in: "Costañera").status == .ambiguous)
    #expect(locator.locate("12 km from Brisca on the AR-1", in: "Costañera").location?.region?.text == "COS1")
  }

  @Test func `a distance beyond the highway's end is unknown`() {
    #expect(locator.locate("AR-1, 90 km west of Brisca").status == .unknown)
  }

  @Test func `a distance without a road is a wide area that holds the ways there`() throws {
    let location = try #require(locator.locate("10 km south of Lindenholt").location)
    let point = try #require(location.representativePoint)
    #expect(abs(metres(point, at(160.45, 30.3)) - 10_000) < 1)
    #expect(point.latitude < 30.3)
    #expect(location.uncertainty >= .kilometres(7.5))
    #expect(location.warnings.map(\.kind) == [.roughDirection])
    let ring = try #require(locator.locate("10 km from Lindenholt").location)
    #expect(ring.uncertainty >= .kilometres(10))
  }

  @Test(arguments: ["AR-1 km 20", "km 20 de la Carretera de la Costa", "AR-1 20 km"])
  func `a kilometre is no distance`(text: String) throws {
    let location = try #require(locator.locate(text).location, "\(text)")
    #expect(location.kilometre == 20)
    #expect(location.method == .kilometrePost)
  }

  @Test(arguments: [
    ("north of Brisca", 30.2, 30.4), ("the south of Brisca", 30.0, 30.2), ("norte de Aldermoor", 30.2, 30.4),
  ])
  func `a side of a region is that half of it`(text: String, south: Double, north: Double) throws {
    let location = try #require(locator.locate(text).location, "\(text)")
    let point = try #require(location.representativePoint)
    #expect(location.method == .region)
    #expect((south...north).contains(point.latitude))
    let name = try #require(text.split(separator: " ").last.map(String.init))
    let whole = try #require(locator.locate("department of \(name)").location)
    #expect(location.uncertainty < whole.uncertainty)
  }

  @Test func `a side of a region without an outline halves the highway too`() throws {
    // AR-1 passes the district Oakenford from west to east.
    func middle(_ text: String) throws -> Double {
      try #require(locator.locate(text).location?.representativePoint).longitude
    }
    let whole = try middle("AR-1 in the district of Oakenford")
    #expect(try middle("AR-1 in the east of Oakenford") > whole + 0.01)
    #expect(try middle("AR-1 in the west of Oakenford") < whole - 0.01)
  }

  @Test func `a side of a place that is no region is the land or the highway on that side`() throws {
    let land = try #require(locator.locate("north of El Álamo").location)
    #expect(try #require(land.representativePoint).latitude > 30.08662 + 0.05)
    #expect(land.uncertainty >= .kilometres(10))
    #expect(land.warnings.contains { $0.kind == .roughDirection })
    let road = try #require(locator.locate("AR-1 west of El Álamo").location)
    guard case .lineString(let line) = road.geometry else {
      Issue.record("no line")
      return
    }
    #expect(line.coordinates.allSatisfy { $0.longitude < 160.374 })
    #expect(abs(Geodesic.wgs84.length(of: line).kilometres - 20) < 0.5)
  }

  @Test func `the country's own name is the whole country, and a side of it half`() throws {
    let location = try #require(locator.locate("Arcadia").location)
    #expect(location.method == .region)
    #expect(location.region == nil)
    #expect(!location.isOutside)
    #expect(location.wherePrecision(in: locator.pack.regions) == 6)
    for place in locator.pack.places {
      let point = try #require(location.representativePoint)
      #expect(metres(point, place.coordinate) <= location.uncertainty.metres, "\(place.name)")
    }
    let north = try #require(locator.locate("the north of Arcadia").location?.representativePoint)
    #expect(north.latitude > 30.2)
    // Beside anything else it says nothing more.
    #expect(locator.locate("Brisca, Arcadia").location?.warnings == [])
  }
}
