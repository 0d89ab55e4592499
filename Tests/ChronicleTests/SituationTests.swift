import Chronicle
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
