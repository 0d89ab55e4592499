import Chronicle
import Gazetteer
import Geo
import TestSupport
import Testing

@Suite struct SiteTests {
  /// How many sites dispatches of one day tell apart.
  private func sites(_ placements: [Placement]) throws -> Int {
    var archive = Archive()
    for placement in placements { try archive.addDispatch(on: "2023-01-05", at: placement) }
    return Set(archive.timeline().spells.map(\.site)).count
  }

  @Test(arguments: [(0.0, 1), (1.5, 1), (1.99, 1), (2.01, 2), (5, 2)])
  func `points on one route are one site within the tolerance`(_ apart: Double, _ expected: Int) throws {
    #expect(try sites([Morland.point(100), Morland.point(100 + apart)]) == expected)
  }

  @Test func `points on different routes are two sites, and one without a route joins either`() throws {
    #expect(try sites([Morland.point(100), Morland.point(100.5, route: "M2")]) == 2)
    #expect(try sites([Morland.point(100), Morland.point(100.5, route: nil, place: "Bridge")]) == 1)
    #expect(try sites([Morland.point(100), Morland.point(100.5, route: "M2|M1")]) == 1)
  }

  @Test func `a point without a route takes the route of the first that joins it`() throws {
    let bridge = try Morland.point(100, route: nil, place: "Bridge")
    #expect(try sites([bridge, Morland.point(100.5), Morland.point(100.5, route: "M2")]) == 2)
  }

  @Test func `a chain of near points does not creep into one site`() throws {
    var archive = Archive()
    for step in 0..<40 { try archive.addDispatch(on: "2023-01-05", at: Morland.point(100 + Double(step))) }
    let timeline = archive.timeline()
    #expect(timeline.spells.count >= 10)
    for spell in timeline.spells {
      let kilometres = archive.observations.compactMap { observation -> Double? in
        guard spell.reports.contains(observation.report),
          case .blockade(let statement) = observation.statement
        else { return nil }
        return statement.placement.location?.kilometre
      }
      let (first, last) = try (#require(kilometres.min()), #require(kilometres.max()))
      #expect(last - first <= 4)
    }
  }

  @Test func `the antimeridian and the poles part no site`() throws {
    func point(_ longitude: Double, _ latitude: Double) throws -> Placement {
      let coordinate = try #require(Coordinate(longitude: longitude, latitude: latitude))
      return .located(
        Location(geometry: .point(coordinate), method: .given, uncertainty: .metres(10))
      )
    }
    #expect(try sites([point(179.995, -16), point(-179.995, -16)]) == 1)
    #expect(try sites([point(180, 3), point(-180, 3)]) == 1)
    #expect(try sites([point(10, 89.995), point(-170, 89.995)]) == 1)
    #expect(try sites([point(0, 89.9), point(40, 89.9)]) == 2)
    #expect(try sites([point(0, -90), point(90, -90)]) == 1)
    #expect(try sites([point(20, 70.0), point(20.05, 70.005)]) == 1)
  }

  @Test(arguments: [0.0, 45, -70, 88])
  func `the sites are those that a search through all anchors finds`(_ latitude: Double) throws {
    var generator = SeededGenerator(seed: 7)
    var archive = Archive()
    for _ in 0..<150 {
      let coordinate = try #require(
        Coordinate(
          longitude: .random(in: -0.15...0.15, using: &generator),
          latitude: latitude + .random(in: -0.15...0.15, using: &generator)
        )
      )
      let location = Location(geometry: .point(coordinate), method: .given, uncertainty: .metres(10))
      try archive.addDispatch(on: "2023-01-05", at: .located(location))
    }
    let timeline = archive.timeline()
    var anchors: [Coordinate] = []
    for observation in timeline.observations {
      guard case .blockade(let statement) = observation.statement,
        case .point(let coordinate)? = statement.placement.location?.geometry
      else { continue }
      if anchors.allSatisfy({ Geodesic.wgs84.distance($0, coordinate) > .kilometres(2) }) {
        anchors.append(coordinate)
      }
    }
    #expect(Set(timeline.spells.map(\.site)).count == anchors.count)
  }

  @Test func `stretches are one site when they are of one route and share their ends`() throws {
    #expect(try sites([Morland.line(10, 90), Morland.line(90.5, 11)]) == 1)
    #expect(try sites([Morland.line(10, 90), Morland.line(10, 60)]) == 2)
    #expect(try sites([Morland.line(10, 90), Morland.line(10, 90, route: "M2")]) == 2)
    #expect(try sites([Morland.line(10, 90), Morland.point(50)]) == 2)
    #expect(try sites([Morland.line(10, 90), Morland.line(10, 10)]) == 2)
  }

  @Test func `what has no position is a site by its words, whatever their case and spacing`() throws {
    func words(_ text: String) -> Placement { .unlocated(reference: text, reason: "unknown place") }
    #expect(try sites([words("Old  Mill bridge"), words("old mill Bridge.")]) == 1)
    #expect(try sites([words("Old Mill bridge"), words("New Mill bridge")]) == 2)
  }

  @Test func `what lies outside the country is a site by its position`() throws {
    let abroad = try Morland.point(300, region: nil, isOutside: true)
    #expect(try sites([abroad, Morland.point(300.5, region: nil, isOutside: true)]) == 1)
  }

  @Test func `two rows of one complete report are two blockades, however near`() throws {
    var archive = Archive()
    try archive.addSnapshot(
      at: "2023-01-05T08:00",
      [(Morland.point(967), .blocked), (Morland.point(968), .blocked), (Morland.point(969), .blocked)]
    )
    try archive.addSnapshot(
      at: "2023-01-06T08:00",
      [(Morland.point(969.2), .blocked), (Morland.point(966.9), .blocked)]
    )
    let spells = archive.timeline().spells
    #expect(spells.map(\.site.text) == ["m1-km967", "m1-km968", "m1-km969"])
    #expect(spells.map(\.ending) == [nil, .notListed, nil])
  }

  @Test func `of two rows that fit one site the nearer has it, and the other is new`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(967), .blocked)])
    try archive.addSnapshot(
      at: "2023-01-06T08:00",
      [(Morland.point(967.8), .restricted), (Morland.point(966.9), .blocked)]
    )
    let timeline = archive.timeline()
    #expect(timeline.spells.map(\.site.text) == ["m1-km967", "m1-km967.8"])
    // The first has a phase at each of its two places.
    #expect(timeline.phases.map(\.status) == [.blocked, .blocked, .restricted])
    // What a row has taken stays its own while it is listed.
    try archive.addSnapshot(
      at: "2023-01-07T08:00",
      [(Morland.point(967.8), .restricted), (Morland.point(966.9), .blocked)]
    )
    #expect(archive.timeline().phases.map(\.status) == [.blocked, .blocked, .restricted])
  }

  /// How many sites two snapshots of a day's distance tell apart, one point each.
  private func sites(_ before: Placement, _ after: Placement) throws -> Int {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(before, .blocked)])
    try archive.addSnapshot(at: "2023-01-06T08:00", [(after, .blocked)])
    return Set(archive.timeline().spells.map(\.site)).count
  }

  @Test(arguments: [
    (4.9, 84.0, 1), (4.9, 84.5, 1), (4.9, 84.6, 2), (5.1, 84, 2), (4.9, 83.5, 1), (1.9, 90, 1),
  ])
  func `a corrected position is the same site where the kilometre stays`(
    _ apart: Double,
    _ kilometre: Double,
    _ expected: Int
  ) throws {
    let before = try Morland.point(84, calledKilometre: 84)
    #expect(try sites(before, Morland.point(84 + apart, calledKilometre: kilometre)) == expected)
    #expect(try sites(before, Morland.point(84 + apart, route: "M2", calledKilometre: kilometre)) == 2)
  }

  @Test func `a kilometre that another row has taken is corrected by none`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(84), .blocked)])
    try archive.addSnapshot(
      at: "2023-01-06T08:00",
      [(Morland.point(84), .blocked), (Morland.point(88, calledKilometre: 84), .blocked)]
    )
    #expect(archive.timeline().spells.count == 2)
  }

  @Test func `the same point twice in one complete report is one blockade`() throws {
    var archive = Archive()
    try archive.addSnapshot(
      at: "2023-01-05T08:00",
      [(Morland.point(967), .blocked), (Morland.point(967), .restricted)]
    )
    #expect(archive.timeline().phases.count == 1)
  }

  @Test func `identifiers are unique where names are not`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(10, route: nil, place: "Ford"))
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(60, route: nil, place: "Ford"))
    #expect(archive.timeline().spells.map(\.id.text) == ["ford-2023-01-05", "ford-2-2023-01-05"])
  }

  @Test func `what is said later changes no identifier`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262, uncertainty: 5000))
    let before = archive.timeline().spells.map(\.id)
    try archive.addDispatch(on: "2023-01-06", at: Morland.point(261, uncertainty: 100))
    try archive.addDispatch(on: "2023-01-06", at: Morland.point(260.5, uncertainty: 100))
    #expect(archive.timeline().spells.map(\.id) == before)
  }
}
