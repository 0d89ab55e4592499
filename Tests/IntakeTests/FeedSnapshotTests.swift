import Ledger
import Chronicle
import GeoFormats
import TestSupport
import Testing

@testable import Intake

@Suite struct FeedSnapshotTests {
  @Test func `what each snapshot writes anew does not change an alert's state`() throws {
    let one = SampleFeed.feature(["number": "1", "written": "3/2/2031 09:30 h"])
    let other = SampleFeed.feature(["number": "88", "written": "3/3/2031 10:00 h"])
    let rows = try SampleFeed.read(SampleFeed.snapshot(closed: [one, other])).listing.rows
    #expect(rows.count == 2)
    #expect(rows[0].state == rows[1].state)
    #expect(rows[1].passing == [Array("\"88\"".utf8), Array("\"3/3/2031 10:00 h\"".utf8)])
  }

  @Test func `another list, word or position is another state`() throws {
    let features = [
      SampleFeed.feature(), SampleFeed.feature(["text": "MARCH"]),
      SampleFeed.feature(at: "[160.02971,30.09519]"),
    ]
    let rows = try SampleFeed.read(SampleFeed.snapshot(closed: features, slow: features)).listing.rows
    #expect(Set(rows.map(\.state)).count == 6)
  }

  @Test(
    arguments: [
      #"{"closed": null, "slow": []}"#, #"{"closed": []}"#, "\u{FEFF}{\"free\": [], \"more\": {\"a\": [1]}}",
    ]
  )
  func `lists may be missing or null, and a byte order mark may stand before them`(text: String) throws {
    #expect(try SampleFeed.read(Array(text.utf8)).listing.rows.isEmpty)
  }

  @Test(
    arguments: [
      ("", "an empty file"), (" \n", "nothing but space"),
      ("\u{FEFF}<!DOCTYPE html><html></html>", "a web page"), ("[1]", "something that begins with no {"),
      (#"{"open": []}"#, "a JSON object without any of the feed's lists"),
      (#"{"closed": [{"type": "Feature""#, "the end of the file"),
      (
        #"{"closed": "# + String(repeating: "[", count: 600),
        "objects or arrays nested deeper than \(JSONReader.maximumDepth)"
      ),
    ]
  )
  func `what is no snapshot is refused with what it is`(text: String, found: String) {
    let error = #expect(throws: InputError.self) { try SampleFeed.read(Array(text.utf8)) }
    #expect(error?.found == found)
  }

  @Test func `a snapshot of which no row can be read says so`() throws {
    func findings(_ rows: String) throws -> [Finding] {
      try SampleFeed.read(Array("{\"closed\": [\(rows)]}".utf8), name: "2031-03-02T1000.json").findings
    }
    #expect(try findings("1, {\"type\": \"Feature\"}").map(\.severity) == [.warning])
    #expect(try findings("1, " + SampleFeed.feature([:])).isEmpty)
    #expect(try findings("").isEmpty)
  }

  @Test func `the name tells the moment, and rows that disagree are a finding`() throws {
    let bytes = SampleFeed.snapshot(closed: [SampleFeed.feature(["written": "3/2/2031 09:30 h"])])
    let near = try SampleFeed.read(bytes, name: "2031-03-02T1000.json")
    #expect(near.moment.description == "2031-03-02T10:00:00")
    #expect(near.findings.isEmpty)
    let far = try SampleFeed.read(bytes, name: "2031-03-09T1000.json")
    #expect(far.moment.description == "2031-03-09T10:00:00")
    #expect(far.findings.count == 1)
  }

  @Test func `without a name the moment that most rows give counts`() throws {
    let features = ["3/2/2031 09:30", "3/2/2031 12:00 h", "3/2/2031  12:00", "next week"].map {
      SampleFeed.feature(["written": $0])
    }
    let snapshot = try SampleFeed.read(SampleFeed.snapshot(closed: features), name: "standard input")
    #expect(snapshot.moment.description == "2031-03-02T12:00:00")
    #expect(!snapshot.isMomentNamed)
  }

  @Test func `a snapshot that nothing dates is refused`() {
    let bytes = SampleFeed.snapshot(closed: [SampleFeed.feature(["written": "soon"])])
    #expect(throws: InputError.self) { try SampleFeed.read(bytes, name: "feed.json") }
  }

  @Test func `what is read does not depend on the snapshots read before`() throws {
    var generator = SeededGenerator(seed: 11)
    let description = try SampleFeed.description()
    var forms = FeedRowForms()
    for number in 0..<300 {
      func features() -> [String] {
        (0..<12).filter { _ in Int.random(in: 0...4, using: &generator) > 0 }.map { place in
          // Some words change now and then, some have escapes, some rows are no features at all.
          switch Int.random(in: 0...30, using: &generator) {
          case 0: return "17"
          case 1: return #"{"properties": {"number": 5, "written": null}, "properties": {"number": "6"}}"#
          case 2: return SampleFeed.feature(["number": #"\"quoted\""#, "km": "KM \(place)"])
          case 3: return SampleFeed.feature(["text": "MARCH \(place)", "km": "KM \(place)"])
          default:
            let minute = Int.random(in: 10...59, using: &generator)
            return SampleFeed.feature([
              "number": "\(number)", "km": "KM \(place)", "written": "3/2/2031 09:\(minute) h",
            ])
          }
        }
      }
      let bytes = SampleFeed.snapshot(
        closed: features(),
        slow: number.isMultiple(of: 3) ? nil : features()
      )
      let name = "2031-03-02T10\(10 + number % 50).json"
      let known = try FeedSnapshot(bytes, file: name, name: name, description: description, forms: &forms)
      let alone = try SampleFeed.read(bytes, name: name)
      #expect(known == alone)
    }
  }
}
