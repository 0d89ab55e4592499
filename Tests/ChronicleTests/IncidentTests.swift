import Chronicle
import Testing

@Suite struct IncidentTests {
  /// 9, then 13, said on the 9th; 17 said on the 10th, and again by another publisher.
  private func risingToll() throws -> Archive {
    var archive = Archive()
    let airport = try Morland.point(43, route: nil, place: "Moorgate airport")
    try archive.add("r1", at: "2023-01-09T18:00", [.killed(9, on: "2023-01-09", at: airport)])
    try archive.add("r2", at: "2023-01-09T20:00", [.killed(13, on: "2023-01-09")])
    try archive.add("r3", at: "2023-01-10", [.killed(17, on: "2023-01-09", category: .all)])
    let elsewhere = try Morland.point(90, route: nil, place: "Chalk Hill")
    try archive.add(
      "r4",
      by: "Tribune",
      at: "2023-01-10T09:00",
      [
        .killed(17, on: "2023-01-09"),
        .killed(1, on: "2023-01-09", category: .blockadeRelated, at: elsewhere),
        .killed(46, on: "2022-12-07", through: "2023-01-10", scope: .nation),
      ]
    )
    return archive
  }

  @Test(
    arguments: [
      ("2023-01-08", nil), ("2023-01-09", 13), ("2023-01-10", 17), ("2023-03-01", 17),
    ] as [(String, Int?)]
  )
  func `as of a day an incident shows what had been said by its end`(_ day: String, _ expected: Int?) throws {
    let day = try Morland.day(day)
    let archive = try risingToll()
    let asOf = archive.timeline(asOf: day).incidents.first { $0.id.text.contains("airport") }
    #expect(asOf?.best == expected)
    let known = archive.timeline().incidents(knownBy: day).first { $0.id.text.contains("airport") }
    #expect(known == asOf)
  }

  @Test func `a later figure supersedes, and a repeated one is no revision`() throws {
    let incident = try #require(try risingToll().timeline().incidents.last)
    #expect(incident.id.text == "killed-moorgate-airport-2023-01-09")
    #expect(incident.revisions.map(\.value) == [9, 13, 17])
    #expect(incident.revisions.map(\.report.text) == ["r1", "r2", "r3"])
    #expect((incident.low, incident.best, incident.high) == (17, 17, 17))
    #expect(incident.publishers == ["Herald", "Tribune"])
    #expect(incident.reports.map(\.text) == ["r1", "r2", "r3", "r4"])
  }

  @Test func `another place is another incident, and a sum over days is none`() throws {
    let timeline = try risingToll().timeline()
    #expect(
      timeline.incidents.map(\.id.text) == [
        "killed-chalk-hill-2023-01-09", "killed-moorgate-airport-2023-01-09",
      ]
    )
    #expect(timeline.incidents.map(\.category) == [.blockadeRelated, .protesters])
    #expect(timeline.incidents.map(\.best) == [1, 17])
    let sums = timeline.tolls.filter { $0.incident == nil }
    #expect(sums.map(\.statement.value) == [46])
  }

  @Test func `low and high span the current statements that disagree`() throws {
    var archive = Archive()
    try archive.add("a", by: "A", at: "2023-01-09", [.killed(3, on: "2023-01-09")])
    try archive.add("b", by: "A", at: "2023-01-10T08:00", [.killed(17, on: "2023-01-09")])
    try archive.add("c", by: "B", at: "2023-01-10T09:00", [.killed(19, on: "2023-01-09")])
    try archive.add("d", by: "A", at: "2023-01-10T10:00", [.killed(18, on: "2023-01-09")])
    let incident = try #require(archive.timeline().incidents.first)
    #expect((incident.low, incident.best, incident.high) == (18, 18, 19))
    #expect(incident.revisions.map(\.value) == [3, 17, 19, 18])
    let superseders = archive.timeline().tolls.map(\.supersededBy?.report.text)
    #expect(superseders == ["b", "d", nil, nil])
  }

  @Test func `a bound that a current statement leaves open stays open`() throws {
    var archive = Archive()
    try archive.add("a", by: "A", at: "2023-01-10", [.killed(17, on: "2023-01-09")])
    try archive.add("b", by: "B", at: "2023-01-10", [.killed(15, .atLeast, on: "2023-01-09")])
    let incident = try #require(archive.timeline().incidents.first)
    #expect((incident.low, incident.best, incident.high) == (15, 15, nil))
    try archive.add("c", by: "C", at: "2023-01-10T12:00", [.killed(20, .nearly, on: "2023-01-09")])
    let three = try #require(archive.timeline().incidents.first)
    #expect((three.low, three.best, three.high) == (nil, 20, nil))
  }

  @Test func `police and protesters killed at one place are two incidents`() throws {
    var archive = Archive()
    try archive.add(
      "a",
      at: "2023-01-10",
      [.killed(17, on: "2023-01-09"), .killed(1, on: "2023-01-09", category: .police)]
    )
    #expect(archive.timeline().incidents.map(\.best) == [17, 1])
  }

  @Test func `figures of wider scope never become incidents`() throws {
    var archive = Archive()
    try archive.add(
      "a",
      at: "2023-01-10",
      [
        .killed(5, on: "2023-01-09", scope: .region), .killed(6, on: "2023-01-09", scope: .nation),
        .killed(7, on: "2023-01-08", through: "2023-01-09", scope: .place),
      ]
    )
    #expect(archive.timeline().incidents.isEmpty)
    #expect(archive.timeline().tolls.count == 3)
  }

  @Test func `a running sum is superseded by the next of the same people since the same day`() throws {
    var archive = Archive()
    func sum(_ value: Int, through day: String, category: TollCategory = .protesters) throws -> Statement {
      try .killed(value, on: "2022-12-07", through: day, category: category, scope: .nation)
    }
    try archive.add("a", at: "2023-01-05", [sum(30, through: "2023-01-05")])
    try archive.add("b", at: "2023-01-10", [sum(46, through: "2023-01-10")])
    try archive.add("c", at: "2023-01-11", [sum(1, through: "2023-01-11", category: .police)])
    let tolls = archive.timeline().tolls
    #expect(tolls.map(\.supersededBy?.report.text) == ["b", nil, nil])
    #expect(tolls.map(\.isCurrent) == [false, true, true])
  }
}
