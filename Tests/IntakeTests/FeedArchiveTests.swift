import Chronicle
import Gazetteer
import Geo
import GeoFormats
import Testing

@testable import Intake

@Suite struct FeedArchiveTests {
  private func snapshots(_ days: [(String, [String])]) -> [(name: String, bytes: [UInt8])] {
    days.map { (name: "2031-03-\($0.0)T1000.json", bytes: SampleFeed.snapshot(closed: $0.1)) }
  }

  @Test func `a state in snapshots one after another is one observation, and after a gap another`() throws {
    let alert = SampleFeed.feature()
    let other = SampleFeed.feature(["text": "MARCH"], at: "[160.2,30.1]")
    let collection = try SampleFeed.archive(
      snapshots([("02", [alert]), ("03", [other, alert]), ("04", [other]), ("05", [alert])])
    ).collection()
    #expect(collection.reports.count == 4)
    let spans = collection.observations.filter { $0.quote == "STRIKE" }.map(\.statement.days).sorted {
      $0.lowerBound < $1.lowerBound
    }
    #expect(
      spans.map { "\($0.lowerBound) \($0.upperBound)" } == ["2031-03-02 2031-03-03", "2031-03-05 2031-03-05"]
    )
  }

  @Test func `the longest gap is the one between two snapshots that follow each other`() throws {
    let archive = try SampleFeed.archive(snapshots([("02", []), ("03", []), ("06", []), ("09", [])]))
    #expect(archive.longestGap?.from.description == "2031-03-03T10:00:00")
    #expect(archive.longestGap?.to.description == "2031-03-06T10:00:00")
    #expect(try SampleFeed.archive(snapshots([("02", [])])).longestGap == nil)
  }

  @Test func `the order of adding changes nothing`() throws {
    let alert = SampleFeed.feature()
    let days = snapshots([("02", [alert]), ("03", []), ("04", [alert, alert]), ("05", [alert])])
    let forward = try SampleFeed.archive(days).collection()
    let backward = try SampleFeed.archive(days.reversed()).collection()
    #expect(forward.observations == backward.observations)
    #expect(forward.reports == backward.reports)
  }

  @Test func `every row of every snapshot has exactly one fate`() throws {
    let rows = [
      SampleFeed.feature(), SampleFeed.feature(["why": "RAINFALL"]),
      SampleFeed.feature(["text": "ROAD OPEN AGAIN"]), SampleFeed.feature(["road": "XX-9"], at: "[10,10]"),
      "17", #"{"type": "Feature"}"#,
      SampleFeed.feature(["km": "", "road": "", "where": ""], at: "null"),
    ]
    let archive = try SampleFeed.archive(snapshots([("02", rows), ("03", rows)]))
    let account = FeedAccount(archive, causes: [.protest])
    #expect(account.total == 14)
    #expect(account.addsUp)
    #expect(account.rows == [.counted: 4, .otherCause: 2, .notBlocked: 2, .refused: 4, .unlocated: 2])
    #expect(FeedAccount(archive, causes: nil).rows[.otherCause] == nil)
  }

  @Test func `findings name the snapshot and the row where they first stand`() throws {
    let odd = SampleFeed.feature(["why": "PEOPEL", "since": "31/31/2031"])
    let archive = try SampleFeed.archive(snapshots([("02", [SampleFeed.feature()]), ("03", ["7", odd])]))
    let audit = FeedAudit(archive, examples: 5)
    #expect(Set(audit.entries.map(\.kind)) == ["bad_date", "refused", "spelling_of_word"])
    for entry in audit.entries {
      #expect(entry.examples.first?.snapshot.description == "2031-03-03T10:00:00")
      #expect(entry.examples.first?.row == (entry.kind == "refused" ? 1 : 2))
    }
    #expect(audit.checked == 2)
    #expect(audit.impossible == 0)
  }

  @Test func `a list of free roads holds no blockade`() throws {
    let bytes = Array(#"{"free": [\#(SampleFeed.feature())]}"#.utf8)
    let archive = try SampleFeed.archive([(name: "2031-03-02T1000.json", bytes: bytes)])
    #expect(archive.collection().observations.isEmpty)
    #expect(FeedAccount(archive, causes: nil).rows == [.notBlocked: 1])
  }

  @Test func `numbers may come as numbers or as text, with a comma or a point`() throws {
    for coordinates in ["[160.02971,30.09518]", #"["160.02971","30.09518"]"#, #"["160,02971"," 30,09518 "]"#]
    {
      let alert = try SampleFeed.alert(SampleFeed.feature(at: coordinates))
      #expect(alert.placement.location?.representativePoint?.longitude == 160.02971)
      #expect(alert.findings.isEmpty)
    }
  }

  @Test func `status and cause are read from their words, and from the list where the words say nothing`()
    throws
  {
    let slow = try SampleFeed.alert(SampleFeed.feature(["state": "SLOWW", "why": "RAINFAL"]))
    #expect(slow.status == .restricted)
    #expect(slow.cause == .weather)
    #expect(slow.doubts.count == 3)
    let bare = try SampleFeed.alert(SampleFeed.feature(["state": "", "why": "?"]))
    #expect(bare.status == .blocked)
    #expect(bare.cause == .unknown)
    #expect(bare.doubts == [.unknownCause("?")])
  }
}
