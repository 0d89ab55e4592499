import Chronicle
import Testing

@Suite struct SpellTests {
  /// Each phase as `start end status evidence`, the midnights without their time.
  private func outline(_ timeline: Timeline) -> [String] {
    func text(_ moment: Moment?) -> String {
      guard let moment else { return "open" }
      return moment == moment.startOfDay ? moment.day.description : moment.description
    }
    return timeline.phases.map {
      "\(text($0.start)) \(text($0.end)) \($0.status.rawValue) \($0.evidence.rawValue)"
    }
  }

  @Test func `a blockade of one day ends at the next midnight`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    let timeline = archive.timeline(presumedDays: 0)
    #expect(outline(timeline) == ["2023-01-05 2023-01-06 blocked reported"])
    #expect(timeline.spells.map(\.ending) == [.lapsed])
    #expect(timeline.spells.map(\.id.text) == ["m1-km262-2023-01-05"])
    #expect(try timeline.phases(on: Morland.day("2023-01-04")).isEmpty)
    #expect(try timeline.phases(on: Morland.day("2023-01-05")).count == 1)
    #expect(try timeline.phases(on: Morland.day("2023-01-06")).isEmpty)
  }

  @Test(arguments: [1, 3, 30]) func `a dispatch's silence is presumption for the stated days, then nothing`(
    _ days: Int
  ) throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    let timeline = archive.timeline(presumedDays: days)
    let last = try Morland.day("2023-01-05").advanced(by: days)
    #expect(timeline.phases(on: last).map(\.evidence) == [.presumed])
    #expect(timeline.phases(on: last.next).isEmpty)
    #expect(timeline.spells.map(\.end) == [last.end])
    #expect(timeline.spells.map(\.ending) == [.lapsed])
  }

  @Test func `a day beyond all reckoning of presumed days does not overflow`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    #expect(archive.timeline(presumedDays: .max).phases(on: .latest.previous).count == 1)
    #expect(archive.timeline(presumedDays: -4).spells.first?.end?.day.description == "2023-01-06")
  }

  @Test func `a report within the presumption, or on the day after it, continues the spell`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-07", at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-11", at: Morland.point(262))
    let timeline = archive.timeline()
    #expect(
      outline(timeline) == [
        "2023-01-05 2023-01-06 blocked reported", "2023-01-06 2023-01-07 blocked presumed",
        "2023-01-07 2023-01-08 blocked reported", "2023-01-08 2023-01-11 blocked presumed",
        "2023-01-11 2023-01-12 blocked reported", "2023-01-12 2023-01-15 blocked presumed",
      ]
    )
    #expect(timeline.spells.count == 1)
    #expect(timeline.spells.first?.reports.count == 3)
  }

  @Test func `a report after the presumption has run out begins a second spell`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-12", at: Morland.point(262))
    let spells = archive.timeline().spells
    #expect(spells.map(\.ordinal) == [1, 2])
    #expect(spells.map(\.id.text) == ["m1-km262-2023-01-05", "m1-km262-2023-01-12"])
    #expect(Set(spells.map(\.site)).count == 1)
    #expect(spells.first?.reports == [Report.ID("Herald 2023-01-05 0")])
  }

  @Test func `a cleared blockade is absent from the layer of the day it is cleared on`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-07", .cleared, at: Morland.point(262))
    let timeline = archive.timeline()
    #expect(
      outline(timeline) == [
        "2023-01-05 2023-01-06 blocked reported", "2023-01-06 2023-01-07 blocked presumed",
      ]
    )
    #expect(timeline.spells.map(\.ending) == [.cleared])
    #expect(timeline.spells.map(\.endedBy) == [Report.ID("Herald 2023-01-07 1")])
    #expect(timeline.spells.first?.reports == [Report.ID("Herald 2023-01-05 0")])
  }

  @Test func `a blockade begun and cleared on one day is absent from the next day's layer`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-05", .cleared, at: Morland.point(262))
    let timeline = archive.timeline()
    #expect(outline(timeline) == ["2023-01-05 2023-01-06 blocked reported"])
    #expect(timeline.spells.map(\.ending) == [.cleared])
  }

  @Test func `a blockade after a clearing is a spell of its own, though they meet`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-06", .cleared, at: Morland.point(262))
    try archive.addDispatch(on: "2023-01-06", at: Morland.point(262))
    let spells = archive.timeline(presumedDays: 0).spells
    #expect(spells.map(\.ordinal) == [1, 2])
    #expect(spells.map(\.ending) == [.cleared, .lapsed])
  }

  @Test func `a clearing said before a blockade of an earlier day still clears it`() throws {
    var archive = Archive()
    try archive.add("a", at: "2023-01-08", [.blockade(.about("2023-01-07", .cleared, at: Morland.point(9)))])
    try archive.add("b", at: "2023-01-10", [.blockade(.about("2023-01-06", .blocked, at: Morland.point(9)))])
    let spells = archive.timeline().spells
    #expect(spells.map(\.ending) == [.cleared])
    #expect(try spells.map(\.end) == [Morland.moment("2023-01-07")])
  }

  @Test func `clearing what is not blocked makes no spell`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", .cleared, at: Morland.point(262))
    #expect(archive.timeline().spells.isEmpty)
  }

  @Test func `a phase is cut where the status changes, and the last of a day is shown`() throws {
    var archive = Archive()
    let place = try Morland.point(262)
    try archive.addSnapshot(at: "2023-01-05T08:00", [(place, .blocked)])
    try archive.addSnapshot(at: "2023-01-05T12:00", [(place, .restricted)])
    try archive.addSnapshot(at: "2023-01-06T12:00", [(place, .suspended)])
    let timeline = archive.timeline()
    #expect(
      outline(timeline) == [
        "2023-01-05T08:00:00 2023-01-05T12:00:00 blocked reported",
        "2023-01-05T12:00:00 2023-01-06T12:00:00 restricted reported",
        "2023-01-06T12:00:00 open suspended reported",
      ]
    )
    #expect(timeline.spells.count == 1)
    #expect(try timeline.phases(on: Morland.day("2023-01-05")).map(\.status) == [.restricted])
    #expect(try timeline.phases(on: Morland.day("2023-01-06")).map(\.status) == [.suspended])
    #expect(try timeline.phases(at: Morland.moment("2023-01-05T11:59:59")).map(\.status) == [.blocked])
    #expect(try timeline.phases(at: Morland.moment("2023-01-05T12:00")).map(\.status) == [.restricted])
    #expect(try timeline.phases(at: Morland.moment("2023-01-05T07:59:59")).isEmpty)
  }

  @Test func `a complete report's silence ends the spell, marked not listed`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    try archive.addSnapshot(at: "2023-01-06T08:00", [])
    let spell = try #require(archive.timeline().spells.first)
    #expect(spell.ending == .notListed)
    #expect(spell.endedBy == Report.ID("Road Office 2023-01-06T08:00"))
    #expect(try spell.end == Morland.moment("2023-01-06T08:00"))
  }

  @Test func `what the last complete report lists is open`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    let spell = try #require(archive.timeline().spells.first)
    #expect(spell.end == nil)
    #expect(spell.ending == nil)
  }

  @Test func `a complete report that clears outright is a clearing`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    try archive.addSnapshot(at: "2023-01-06T08:00", [(Morland.point(262), .cleared)])
    #expect(archive.timeline().spells.map(\.ending) == [.cleared])
  }

  @Test func `a gap in the archive is not an ending`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    try archive.addSnapshot(at: "2023-02-05T08:00", [(Morland.point(262), .blocked)])
    #expect(outline(archive.timeline()) == ["2023-01-05T08:00:00 open blocked reported"])
  }

  @Test func `over a gap longer than may be bridged a complete report's word lapses`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    try archive.addSnapshot(at: "2023-02-05T08:00", [(Morland.point(262), .blocked)])
    let timeline = archive.timeline(longestGap: 5)
    #expect(
      outline(timeline) == [
        "2023-01-05T08:00:00 2023-01-06 blocked reported", "2023-01-06 2023-01-11 blocked presumed",
        "2023-02-05T08:00:00 open blocked reported",
      ]
    )
    #expect(timeline.spells.map(\.ending) == [.lapsed, nil])
    #expect(archive.timeline(longestGap: 31).spells.count == 1)
  }

  @Test func `silence of one publisher ends nothing that another still lists`() throws {
    var archive = Archive()
    let place = try Morland.point(262)
    try archive.addSnapshot(by: "A", at: "2023-01-05T08:00", [(place, .blocked)])
    try archive.addSnapshot(by: "B", at: "2023-01-05T09:00", [(place, .blocked)])
    try archive.addSnapshot(by: "A", at: "2023-01-06T08:00", [])
    #expect(outline(archive.timeline()) == ["2023-01-05T08:00:00 open blocked reported"])
    try archive.addSnapshot(by: "B", at: "2023-01-07T09:00", [])
    let spell = try #require(archive.timeline().spells.first)
    #expect(spell.ending == .notListed)
    #expect(try spell.end == Morland.moment("2023-01-07T09:00"))
  }

  @Test func `what a last snapshot lists is presumed and then unknown where others go on to tell`() throws {
    var archive = Archive()
    let place = try Morland.point(262)
    try archive.addSnapshot(at: "2023-01-05T08:00", [(place, .blocked)])
    #expect(outline(archive.timeline()) == ["2023-01-05T08:00:00 open blocked reported"])
    // Within the three days of presumption the feed may only be late.
    try archive.addDispatch(on: "2023-01-08", at: Morland.point(10))
    #expect(outline(archive.timeline()).first == "2023-01-05T08:00:00 open blocked reported")
    try archive.addDispatch(on: "2023-01-09", at: Morland.point(10))
    #expect(
      outline(archive.timeline()).prefix(2) == [
        "2023-01-05T08:00:00 2023-01-06 blocked reported", "2023-01-06 2023-01-09 blocked presumed",
      ]
    )
    // A later snapshot that lists it shows that the silence was a gap.
    try archive.addSnapshot(at: "2023-02-05T08:00", [(place, .blocked)])
    #expect(outline(archive.timeline()).first == "2023-01-05T08:00:00 open blocked reported")
  }

  @Test func `silence of a publisher that never listed a site says nothing of it`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    try archive.addSnapshot(at: "2023-01-06T08:00", [])
    try archive.addSnapshot(at: "2023-01-07T08:00", [])
    #expect(archive.timeline().spells.map(\.ending) == [.lapsed])
  }

  @Test func `a dispatch and the feed on one bridge are one blockade with two sources`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-05-30T08:00", [(Morland.point(262), .blocked)])
    try archive.addDispatch(on: "2023-05-30", at: Morland.point(261.5, route: nil, place: "Bridge"))
    try archive.addSnapshot(at: "2023-05-31T08:00", [])
    let spell = try #require(archive.timeline().spells.first)
    #expect(archive.timeline().spells.count == 1)
    #expect(spell.publishers == ["Herald", "Road Office"])
    // The feed's silence ends what the dispatch's silence only leaves presumed.
    #expect(spell.ending == .notListed)
    #expect(try spell.end == Morland.moment("2023-05-31T08:00"))
  }

  @Test func `a feed's silence ends what is presumed, though it lists the site again later`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-05-30T08:00", [(Morland.point(262), .blocked)])
    try archive.addDispatch(on: "2023-05-30", at: Morland.point(262))
    try archive.addSnapshot(at: "2023-05-31T08:00", [])
    try archive.addSnapshot(at: "2023-06-02T08:00", [(Morland.point(262), .blocked)])
    #expect(
      outline(archive.timeline()) == [
        "2023-05-30 2023-05-31T08:00:00 blocked reported",
        "2023-06-02T08:00:00 open blocked reported",
      ]
    )
  }

  @Test func `a feed that insists after a clearing keeps the blockade, as a new spell`() throws {
    var archive = Archive()
    let place = try Morland.point(262)
    let noon = try Morland.moment("2023-01-05T12:00")
    try archive.addSnapshot(at: "2023-01-05T08:00", [(place, .blocked)])
    try archive.add(
      "dispatch",
      at: "2023-01-05T12:05",
      [
        .blockade(
          BlockadeStatement(placement: place, status: .cleared, cause: .protest, when: .moment(noon))
        )
      ]
    )
    try archive.addSnapshot(at: "2023-01-05T16:00", [(place, .blocked)])
    #expect(
      outline(archive.timeline()) == [
        "2023-01-05T08:00:00 2023-01-05T12:00:00 blocked reported",
        "2023-01-05T16:00:00 open blocked reported",
      ]
    )
  }

  @Test func `one report that calls a site closed and free at one moment leaves it closed`() throws {
    var archive = Archive()
    let place = try Morland.point(262)
    for day in ["2023-01-05", "2023-01-06"] {
      try archive.addSnapshot(at: "\(day)T08:00", [(place, .blocked), (place, .cleared)])
    }
    #expect(archive.timeline().spells.map(\.end) == [nil])
  }

  @Test func `a state seen in several snapshots may come as one observation`() throws {
    let place = try Morland.point(262)
    var archive = Archive()
    for hour in ["08", "12", "16"] { try archive.addSnapshot(at: "2023-01-05T\(hour):00", []) }
    try archive.add(
      "state",
      by: "Road Office",
      at: "2023-01-05T08:00",
      coverage: .complete,
      [
        .blockade(
          BlockadeStatement(
            placement: place,
            status: .blocked,
            cause: .protest,
            when: .moments(Morland.moment("2023-01-05T08:00")...Morland.moment("2023-01-05T12:00"))
          )
        )
      ]
    )
    #expect(
      outline(archive.timeline()) == ["2023-01-05T08:00:00 2023-01-05T16:00:00 blocked reported"]
    )
    #expect(archive.timeline().spells.map(\.ending) == [.notListed])
  }

  @Test func `as of a day nothing said later is known, nor a later silence`() throws {
    var archive = Archive()
    try archive.addSnapshot(at: "2023-01-05T08:00", [(Morland.point(262), .blocked)])
    try archive.addSnapshot(at: "2023-01-07T08:00", [(Morland.point(10), .blocked)])
    let earlier = archive.timeline(asOf: try Morland.day("2023-01-06"))
    #expect(earlier.spells.map(\.end) == [nil])
    #expect(try earlier.days == Morland.day("2023-01-05")...Morland.day("2023-01-05"))
    #expect(archive.timeline().spells.count == 2)
  }

  @Test func `a spell is placed by its least uncertain statement and quotes its last`() throws {
    var archive = Archive()
    let rough = try Morland.point(262, uncertainty: 5000)
    let fine = try Morland.point(262.4, uncertainty: 200)
    try archive.addDispatch(on: "2023-01-05", at: fine)
    try archive.addDispatch(on: "2023-01-06", at: rough)
    let spell = try #require(archive.timeline().spells.first)
    #expect(spell.placement == fine)
    #expect(spell.origin == "Herald 2023-01-06 1:0")
    #expect(try spell.firstReported == Morland.moment("2023-01-05"))
    #expect(try spell.lastReported == Morland.moment("2023-01-06"))
  }

  @Test func `an observation of an unknown report is set aside, not lost`() throws {
    var archive = Archive()
    try archive.addDispatch(on: "2023-01-05", at: Morland.point(262))
    archive.reports = []
    let timeline = archive.timeline()
    #expect(timeline.orphans == archive.observations)
    #expect(timeline.phases.isEmpty)
    #expect(timeline.days == nil)
  }
}
