import Chronicle
import Gazetteer
import Testing

@Suite struct CountTests {
  /// One of every kind of place on one day.
  private func everywhere() throws -> Archive {
    var archive = Archive()
    let day = "2023-01-05"
    try archive.addDispatch(on: day, at: Morland.point(10, region: "1001"))
    try archive.addDispatch(on: day, .restricted, at: Morland.point(60, region: "1002"))
    try archive.addDispatch(on: day, .suspended, at: Morland.point(110, route: "M2", region: "20"))
    try archive.addDispatch(on: day, at: Morland.line(20, 150))
    try archive.addDispatch(on: day, at: Morland.point(400, region: nil, isOutside: true))
    try archive.addDispatch(on: day, at: .unlocated(reference: "the old mill", reason: "unknown place"))
    try archive.addDispatch(on: day, .cleared, at: Morland.point(200, route: nil, region: "2002"))
    try archive.addDispatch(on: day, at: Morland.point(250, route: "M1|M3", region: "2002"))
    try archive.addDispatch(on: day, at: Morland.point(300, route: nil, region: "7777"))
    return archive
  }

  private func rows(_ key: CountKey) throws -> [CountGroup: Counts] {
    let day = try Morland.day("2023-01-05")
    let table = try everywhere().timeline().counts(by: key, days: day...day)
    #expect(table.total(on: day)?.inForce == 8)
    #expect(table.total(on: day)?.observations == 9)
    return Dictionary(uniqueKeysWithValues: table.rows(on: day).map { ($0.group, $0.counts) })
  }

  @Test func `by department each goes to one row, or to where it belongs to none`() throws {
    let rows = try rows(.region(.department))
    #expect(
      rows == [
        .region(RegionCode("10")): Counts(blocked: 1, restricted: 1, observations: 2),
        .region(RegionCode("20")): Counts(blocked: 1, suspended: 1, observations: 3),
        .several: Counts(blocked: 2, observations: 2),
        .outside: Counts(blocked: 1, observations: 1),
        .unlocated: Counts(blocked: 1, observations: 1),
      ]
    )
  }

  @Test func `by province what is known only to its department belongs to several`() throws {
    let rows = try rows(.region(.province))
    #expect(rows[.several] == Counts(blocked: 2, suspended: 1, observations: 3))
    #expect(rows[.region(RegionCode("1001"))] == Counts(blocked: 1, observations: 1))
    #expect(rows[.region(RegionCode("2002"))] == Counts(blocked: 1, observations: 2))
  }

  @Test func `by route and by cause the rows add up too`() throws {
    let routes = try rows(.route)
    #expect(routes[.route("M2")] == Counts(suspended: 1, observations: 1))
    #expect(routes[.noRoute] == Counts(blocked: 1, observations: 2))
    #expect(routes[.several] == Counts(blocked: 1, observations: 1))
    let causes = try rows(.cause)
    #expect(causes[.cause(.protest)]?.inForce == 6)
    #expect(causes[.unlocated]?.inForce == 1)
  }

  @Test func `a day with nothing still has the rows for what belongs to none`() throws {
    let day = try Morland.day("2020-01-01")
    let table = try everywhere().timeline().counts(by: .region(.department), days: day...day.next)
    #expect(table.rows(on: day.next).map(\.group) == [.several, .outside, .unlocated])
    #expect(table.totals == [.zero, .zero])
    #expect(table.total(on: day.previous) == nil)
    #expect(table.rows(on: day.previous).isEmpty)
  }

  @Test func `presumed blockades are counted in force and as presumed`() throws {
    let day = try Morland.day("2023-01-06")
    let table = try everywhere().timeline().counts(by: .region(.department), days: day...day)
    #expect(table.totals.map(\.presumed) == [8])
    #expect(table.totals.map(\.inForce) == [8])
    #expect(table.totals.map(\.observations) == [0])
  }
}
