import Chronicle
import Gazetteer
import Testing

@Suite struct SituationTests {
  private func kinds(_ archive: Archive, _ first: String, _ second: String) throws -> [BlockadeChange.Kind] {
    let timeline = archive.timeline()
    let difference = try SituationDifference(
      from: timeline.situation(on: Morland.day(first)),
      to: timeline.situation(on: Morland.day(second))
    )
    #expect(difference.inverse.blockades.map(\.kind) == difference.blockades.map(\.kind))
    return difference.blockades.map(\.kind)
  }

  @Test func `a dispatch's silence makes presumed, then lapsed`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    #expect(try kinds(archive, "2023-01-04", "2023-01-05") == [.new])
    #expect(try kinds(archive, "2023-01-05", "2023-01-08") == [.presumed])
    #expect(try kinds(archive, "2023-01-05", "2023-01-09") == [.lapsed])
    #expect(try kinds(archive, "2023-01-05", "2023-01-05") == [.continuing])
  }

  @Test(arguments: [
    (BlockadeStatus.blocked, BlockadeStatus.blocked, BlockadeChange.Kind.continuing),
    (.blocked, .restricted, .eased), (.restricted, .blocked, .tightened), (.blocked, .suspended, .suspended),
    (.suspended, .restricted, .tightened), (.restricted, .suspended, .suspended),
    (.blocked, .cleared, .cleared),
  ])
  func `a change of status is told by its direction`(
    _ before: BlockadeStatus,
    _ after: BlockadeStatus,
    _ kind: BlockadeChange.Kind
  ) throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", before, at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-06", after, at: Morland.point(262))
    #expect(try kinds(archive, "2023-01-05", "2023-01-06") == [kind])
  }

  @Test func `absence from the feed is told apart from a clearing, and a second spell from a first`() throws {
    var archive = Archive()
    let place = try Morland.point(262)
    try archive.addSnapshot(at: "2023-01-05T08:00", [(place, .blocked)])
    try archive.addSnapshot(at: "2023-01-06T08:00", [])
    try archive.addSnapshot(at: "2023-01-08T08:00", [(place, .blocked)])
    #expect(try kinds(archive, "2023-01-06", "2023-01-07") == [.notListed])
    #expect(try kinds(archive, "2023-01-07", "2023-01-08") == [.reopened])
    #expect(try kinds(archive, "2023-01-06", "2023-01-08") == [.reopened])
  }

  @Test func `a point beside one that stood already has spread from it, any other is new`() throws {
    var archive = Archive()
    let stood = try (Morland.point(262), BlockadeStatus.blocked)
    try archive.addSnapshot(at: "2023-01-05T08:00", [stood])
    try archive.addSnapshot(
      at: "2023-01-06T08:00",
      [
        stood, (Morland.point(263.9), .blocked), (Morland.point(267), .blocked),
        (Morland.point(267.5), .blocked), (Morland.point(262.5, route: "M2"), .blocked),
      ]
    )
    #expect(
      try kinds(archive, "2023-01-05", "2023-01-06")
        == [.continuing, .spread, .new, .new, .new]
    )
    let spells = archive.timeline().spells
    #expect(spells.map(\.beside?.text) == [nil, "m1-km262", nil, nil, nil])
  }

  @Test func `what has ended when a point comes up near it has not spread`() throws {
    var archive = Archive()
    // Each lies too far from the anchor of the other to take its place.
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    try archive.addSnapshot(at: "2023-01-06T08:00", [(Morland.point(263.5), .blocked)])
    try archive.addSnapshot(at: "2023-01-07T08:00", [(Morland.point(265), .blocked)])
    #expect(try kinds(archive, "2023-01-06", "2023-01-08") == [.notListed, .new])
  }

  @Test func `a change of status from one spell to another is told before the gap between them`() throws {
    var archive = Archive()
    let place = try Morland.point(262)
    try archive.addSnapshot(at: "2023-01-05T08:00", [(place, .restricted)])
    try archive.addSnapshot(at: "2023-01-06T08:00", [])
    try archive.addSnapshot(at: "2023-01-07T08:00", [(place, .suspended)])
    try archive.addSnapshot(at: "2023-01-08T08:00", [])
    try archive.addSnapshot(at: "2023-01-09T08:00", [(place, .blocked)])
    try archive.addSnapshot(at: "2023-01-10T08:00", [])
    try archive.addSnapshot(at: "2023-01-11T08:00", [(place, .blocked)])
    #expect(try kinds(archive, "2023-01-05", "2023-01-07") == [.suspended])
    #expect(try kinds(archive, "2023-01-07", "2023-01-09") == [.tightened])
    #expect(try kinds(archive, "2023-01-09", "2023-01-11") == [.reopened])
  }

  @Test func `a clearing of what nothing had blocked is found`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(100))
    try archive.addDispatch(on: "2023-01-06", .cleared, at: Morland.point(100))
    try archive.addDispatch(on: "2023-01-06", .cleared, at: Morland.point(200))
    try archive.addDispatch(on: "2023-01-07", .cleared, at: Morland.point(300))
    try archive.addDispatch(on: "2023-01-08", at: Morland.point(300))
    let baseless = archive.timeline().baselessClearings.map(\.said.day)
    #expect(baseless == (try [Morland.day("2023-01-06"), Morland.day("2023-01-07")]))
  }

  @Test(arguments: [
    CountKey.region(.department), .region(.province), .region(.district), .route, .cause,
  ])
  func `changes add up to the total, whatever they are summed by`(_ key: CountKey) throws {
    for seed: UInt64 in 0..<40 {
      let timeline = try Archive.random(seed: seed).timeline()
      guard let days = timeline.days else { continue }
      let (first, last) = (timeline.situation(on: days.lowerBound), timeline.situation(on: days.upperBound))
      let difference = SituationDifference(from: first, to: last)
      let rows = difference.blockadeChanges(by: key, regions: Morland.regions)
      let total = try #require(rows.last)
      #expect(total.group == nil)
      #expect(total.before == first.blockades.count && total.after == last.blockades.count)
      #expect(rows.dropLast().reduce(0) { $0 + $1.before } == total.before)
      #expect(rows.dropLast().reduce(0) { $0 + $1.after } == total.after)
      for kind in BlockadeChange.Kind.allCases {
        let sum = rows.dropLast().reduce(0) { $0 + ($1.kinds[kind] ?? 0) }
        #expect(sum == total.kinds[kind] ?? 0)
      }
    }
  }

  @Test func `a spell placed better by later knowledge has moved`() throws {
    var archive = Archive()
    let rough = try Morland.point(262, uncertainty: 5000)
    let fine = try Morland.point(263, uncertainty: 100)
    try archive.addDispatch(on: "2023-01-05", at: rough)
    try archive.addDispatch(on: "2023-01-06", at: fine)
    let (fifth, sixth) = (try Morland.day("2023-01-05"), try Morland.day("2023-01-06"))
    let difference = SituationDifference(
      from: archive.timeline(asOf: fifth).situation(on: fifth),
      to: archive.timeline(asOf: sixth).situation(on: sixth)
    )
    #expect(difference.blockades.map(\.kind) == [.moved])
  }

  @Test func `what later knowledge takes back is withdrawn`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    try archive.addSnapshot(at: "2023-01-06T08:00", [])
    let (fifth, seventh) = (try Morland.day("2023-01-05"), try Morland.day("2023-01-07"))
    let difference = SituationDifference(
      from: archive.timeline(asOf: fifth).situation(on: seventh),
      to: archive.timeline().situation(on: seventh)
    )
    #expect(difference.blockades.map(\.kind) == [.withdrawn])
  }

  @Test func `tolls and tallies are told as they were known on each day`() throws {
    var archive = Archive()
    try archive.add("a", at: "2023-01-05", [.points(25, on: "2023-01-04"), .points(37, on: "2023-01-05")])
    try archive.add("b", at: "2023-01-09", [.points(45, on: "2023-01-09"), .killed(9, on: "2023-01-09")])
    try archive.add("c", at: "2023-01-10", [.points(45, on: "2023-01-10"), .killed(17, on: "2023-01-09")])
    let timeline = archive.timeline()
    func difference(_ first: String, _ second: String) throws -> SituationDifference {
      try SituationDifference(
        from: timeline.situation(on: Morland.day(first)),
        to: timeline.situation(on: Morland.day(second))
      )
    }
    let week = try difference("2023-01-05", "2023-01-09")
    #expect(week.tallies.map(\.kind) == [.changed])
    #expect(week.tallies.map(\.delta.before?.statement.value) == [37])
    #expect(week.tallies.map(\.delta.after?.statement.value) == [45])
    #expect(week.incidents.map(\.kind) == [.new])
    let night = try difference("2023-01-09", "2023-01-10")
    #expect(night.tallies.map(\.kind) == [.same])
    #expect(night.incidents.map(\.kind) == [.revised])
    #expect(try difference("2023-01-10", "2023-01-11").incidents.map(\.kind) == [.same])
    // 25 was about the 4th, but nobody had said so by then.
    #expect(try timeline.situation(on: Morland.day("2023-01-04")).tallies.isEmpty)
  }

  @Test func `a difference does not fit another situation`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-06", at: Morland.point(10))
    let timeline = archive.timeline()
    let days = try ["2023-01-04", "2023-01-05", "2023-01-06"].map { try Morland.day($0) }
    let situations = days.map { timeline.situation(on: $0) }
    let difference = SituationDifference(from: situations[0], to: situations[1])
    #expect(throws: DifferenceMismatch.time(expected: .day(days[0]), found: .day(days[2]))) {
      try situations[2].applying(difference)
    }
    #expect(throws: DifferenceMismatch.time(expected: .day(days[1]), found: .day(days[0]))) {
      try difference.joined(with: difference)
    }
    var other = Archive()
    try other.addDispatch(on: "2023-01-04", at: Morland.point(77))
    #expect(throws: DifferenceMismatch.blockade(SiteID("m1-km77"))) {
      try other.timeline().situation(on: days[0]).applying(difference)
    }
  }
}
