import Geo
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct KilometreFixTests {
  /// 200 km straight east, the first half in the one region, the second in the other. The posts read 40 km
  /// less than the inventory from posted km 20 to 60.
  private static let regions = RegionTable([
    Region(code: RegionCode("W"), level: .department, name: "West"),
    Region(code: RegionCode("E"), level: .department, name: "East"),
    Region(code: RegionCode("N"), level: .department, name: "North"),
  ])

  private static func route(observations: Int = 30) throws -> Route {
    let (west, east) = (regions.index(of: RegionCode("W")), regions.index(of: RegionCode("E")))
    let posts = (0...200).map { kilometre in
      KilometrePost(
        kilometre: Double(kilometre),
        coordinate: at(Double(kilometre) / 111.32, 0),
        region: kilometre <= 100 ? west : east
      )
    }
    let equation = try #require(
      ChainageEquation(posted: 20...60, offset: 40, halfSpread: 0.5, observations: observations)
    )
    return try Route(code: "X-1", names: [], posts: posts, equations: [equation], regions: regions)
  }

  private func fix(_ kilometre: Double, in code: String?) throws -> KilometreFix? {
    let region = code.flatMap { Self.regions.index(of: RegionCode($0)) }
    return try Self.route().fix(posted: kilometre, in: region, of: Self.regions)
  }

  @Test(
    arguments: [
      // Posted 50 is inventory 90, in the west.
      (50.0, nil, 90.0, KilometreReading.posted), (50, "W", 90, .posted),
      // Posted 20 is inventory 60 and the inventory's 20 is also there; only from the end is it in the east.
      (20, "E", 180, .reversed), (20, "W", 60, .posted),
      // Posted 70 is inventory 110, in the east.
      (70, "E", 110, .posted),
      // So far from the equation the posts may stand where the inventory has them.
      (150, "E", 150, .inventory),
      // From the end 190 is in the west, and nothing else is.
      (190, "W", 10, .reversed),
    ] as [(Double, String?, Double, KilometreReading)]
  )
  func `the region decides which numbering a kilometre follows`(
    posted: Double,
    region: String?,
    inventory: Double,
    reading: KilometreReading
  ) throws {
    let fix = try #require(try fix(posted, in: region))
    #expect(abs(fix.position.kilometre - inventory) < 1e-9)
    #expect(fix.reading == reading)
  }

  @Test func `a kilometre that only the inventory has in the region is the inventory's`() throws {
    // Posted 99 would be inventory 139, far in the east.
    let fix = try #require(try fix(99, in: "W"))
    #expect(fix.position.kilometre == 99)
    #expect(fix.reading == .inventory)
  }

  @Test func `a kilometre that no numbering has stands for the stretch in the region`() throws {
    let fix = try #require(try fix(900, in: "E"))
    #expect(fix.reading == .stretch(try #require(Self.regions.index(of: RegionCode("E")))))
    #expect(fix.stretch == 100.5...200)
    #expect(fix.position.kilometre == 150.25)
    #expect(fix.uncertainty >= .kilometres(49.75))
  }

  @Test(arguments: [(900.0, nil), (-50, nil), (900, "N"), (.nan, "E"), (.infinity, "E"), (-.infinity, nil)])
  func `a kilometre beyond the route without a region on it is nowhere`(posted: Double, region: String?)
    throws
  {
    #expect(try fix(posted, in: region) == nil)
  }

  @Test func `an equation counts for more the more it rests on`() throws {
    let radii = try [1, 3, 30].map { observations in
      try #require(try Self.route(observations: observations).fix(posted: 40, in: nil, of: Self.regions))
        .uncertainty
    }
    #expect(radii[0] >= radii[1] && radii[1] >= radii[2] && radii[0] > radii[2])
  }

  @Test func `the radius grows with the distance from the observations`() throws {
    let radii = try [60.0, 80, 100, 120].map { try #require(try fix($0, in: nil)).uncertainty }
    #expect(zip(radii, radii.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `nine tenths of the weight lie within the stated radius, along the route`(
    read: @Sendable () throws -> CountryPack
  ) throws {
    let pack = try read()
    var generator = SeededGenerator(seed: 1340)
    var count = 0
    for route in pack.routes {
      for _ in 0..<12 {
        let kilometre = Double.random(
          in: route.extent.lowerBound - 20...route.extent.upperBound + 20,
          using: &generator
        )
        let region =
          Bool.random(using: &generator) ? route.posts.randomElement(using: &generator)?.region : nil
        guard let fix = route.fix(posted: kilometre, in: region, of: pack.regions) else { continue }
        let mixture = route.mixture(posted: kilometre, in: region, of: pack.regions)
        let held = mixture.weight(within: fix.uncertainty.kilometres, of: fix.position.kilometre)
        #expect(held >= 0.9 * mixture.totalWeight, "\(route.code) km \(kilometre)")
        #expect(route.extent.contains(fix.position.kilometre))
        count += 1
      }
    }
    #expect(count > pack.routes.count * 6)
  }

  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `a kilometre said to be in a region on its route is placed`(
    read: @Sendable () throws -> CountryPack
  ) throws {
    let pack = try read()
    for route in pack.routes {
      for post in [route.posts.first, route.posts[route.posts.count / 2], route.posts.last].compactMap(\.self)
      {
        for kilometre in [0, 7.5, 5000, -3, 1e9] where post.region != nil {
          #expect(route.fix(posted: kilometre, in: post.region, of: pack.regions) != nil, "\(route.code)")
        }
      }
    }
  }
}
