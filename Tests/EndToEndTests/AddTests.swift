import Foundation
import Testing

/// What a user adds: kept once, whatever the order, and read by every command.
@Suite struct AddTests {
  private static let hours = ["02T1000", "02T1800", "03T1000", "04T1000", "05T1000"]

  /// A row of the feed of the invented country at a post of its coast highway.
  private static func row(_ kilometre: String, _ longitude: Double, _ latitude: Double, day: String) -> String
  {
    """
    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [\(longitude), \(latitude)]},
     "properties": {"number": "\(day)-\(kilometre)", "state": "CLOSED", "why": "PEOPLE", "text": "STRIKE",
     "where": "ALDERMOOR/ALDERMOOR", "km": "\(kilometre)", "road": "AR-1", "since": "3/1/2031",
     "written": "3/\(day)/2031 09:00", "by": "PATROL"}}
    """
  }

  /// A country pack with a folder of snapshots beside it.
  private func prepared() throws -> (folder: TemporaryFolder, pack: URL, snapshots: [URL]) {
    let folder = try TemporaryFolder()
    let pack = try folder.copy(of: Program.arcadia)
    let feed = folder.file("feed")
    try FileManager.default.createDirectory(at: feed, withIntermediateDirectories: true)
    var snapshots: [URL] = []
    for (index, hour) in Self.hours.enumerated() {
      let day = String(hour.prefix(2))
      var rows = [Self.row("KM 2", 160.02971 + Double(index) * 0.002, 30.09518, day: day)]
      if index != 2 { rows.append(Self.row("KM 0", 160.01, 30.09, day: day)) }
      let file = feed.appending(path: "2031-03-\(hour).json")
      try "\u{FEFF}{\"closed\": [\(rows.joined(separator: ","))], \"slow\": null}"
        .write(to: file, atomically: true, encoding: .utf8)
      snapshots.append(file)
    }
    return (folder, pack, snapshots)
  }

  private func add(_ paths: [String], to ledger: URL, pack: URL, input: String = "") throws -> Program.Answer
  {
    try Program.run(["add", "--data", pack.path, "--ledger", ledger.path] + paths, input: input)
  }

  private func export(_ ledger: URL, pack: URL, to output: URL) throws -> [String: Data] {
    let answer = try Program.run([
      "export", "--data", pack.path, "--ledger", ledger.path, "--output", output.path,
    ])
    #expect(answer.code == 0, "\(answer.errors)")
    return try TemporaryFolder.contents(of: output)
  }

  @Test func `order and repetition change no byte of an export`() throws {
    let (folder, pack, snapshots) = try prepared()
    let once = folder.file("once.sqlite")
    let first = try add([folder.file("feed").path], to: once, pack: pack)
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output == "read 5: 5 new, 0 already known, 0 refused; 0 doubtful\n")
    let expected = try export(once, pack: pack, to: folder.file("one"))
    #expect(expected["by-date/2031-03-04/blockades.geojson"] != nil)

    let again = try add(snapshots.map(\.path), to: once, pack: pack)
    #expect(again.output == "read 5: 0 new, 5 already known, 0 refused; 0 doubtful\n")
    #expect(try export(once, pack: pack, to: folder.file("two")) == expected)

    let turned = folder.file("turned.sqlite")
    for file in [3, 0, 4, 2, 1].map({ snapshots[$0] }) {
      #expect(try add([file.path], to: turned, pack: pack).code == 0)
    }
    #expect(try export(turned, pack: pack, to: folder.file("three")) == expected)
  }

  @Test func `a snapshot may come through standard input, dated by its rows`() throws {
    let (folder, pack, snapshots) = try prepared()
    let text = try String(contentsOf: snapshots[0], encoding: .utf8)
    let answer = try add(["-"], to: folder.file("in.sqlite"), pack: pack, input: text)
    #expect(answer.output == "read 1: 1 new, 0 already known, 0 refused; 0 doubtful\n", "\(answer.errors)")
  }

  @Test func `a difference between moments tells what goes on, what has moved and what came again`() throws {
    let (folder, pack, _) = try prepared()
    let ledger = folder.file("ledger.sqlite")
    #expect(try add([folder.file("feed").path], to: ledger, pack: pack).code == 0)
    func kinds(_ from: String, _ to: String) throws -> [String] {
      struct Answer: Decodable {
        struct Content: Decodable {
          struct Change: Decodable {
            let kind: String
            let id: String
          }
          let blockades: [Change]
        }
        let content: Content
        enum CodingKeys: String, CodingKey { case content = "roadblocks.diff/v1" }
      }
      let answer = try Program.run([
        "diff", from, to, "--format", "json", "--data", pack.path, "--ledger", ledger.path,
      ])
      #expect(answer.code == 0, "\(answer.errors)")
      return try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8)).content.blockades
        .filter { $0.id.hasPrefix("ar-1-km0") || $0.id.hasPrefix("ar-1-km2") }.map { "\($0.id) \($0.kind)" }
    }
    #expect(
      try kinds("2031-03-02T12:00", "2031-03-02T17:59") == ["ar-1-km0 continuing", "ar-1-km2 continuing"]
    )
    #expect(try kinds("2031-03-02T17:59", "2031-03-02T18:00") == ["ar-1-km0 continuing", "ar-1-km2 moved"])
    #expect(try kinds("2031-03-02T18:00", "2031-03-03T10:00") == ["ar-1-km0 not_listed", "ar-1-km2 moved"])
    #expect(try kinds("2031-03-02T18:00", "2031-03-04T10:00") == ["ar-1-km0 reopened", "ar-1-km2 moved"])
  }

  @Test func `events of ACLED become blockades and deaths, and every one is counted`() throws {
    let (folder, pack, _) = try prepared()
    let ledger = folder.file("events.sqlite")
    let file = folder.file("events.csv")
    try """
    event_id_cnty,event_date,event_type,sub_event_type,country,admin1,location,latitude,longitude,geo_precision,\
    source,notes,fatalities,timestamp
    ARC1,2031-03-02,Protests,Peaceful protest,Arcadia,Aldermoor,Aldermoor,30.095,160.045,1,Herald,\
    "Dockers blocked the road with boats, and sang.",0,1
    ARC2,2031-03-02,Riots,Mob violence,Arcadia,Aldermoor,Highmoor,30.315,160.055,1,Herald,One man was killed.,1,1
    ARC3,2031-03-03,Protests,Peaceful protest,Arcadia,Brisca,Brisca,30.1,160.296,1,Herald,A choir sang.,0,1

    """.write(to: file, atomically: true, encoding: .utf8)
    let answer = try add([file.path], to: ledger, pack: pack)
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(
      answer.output == """
        read 1: 1 new, 0 already known, 0 refused; 0 doubtful
        read from new tables of events: 3 events: 1 with a blockade, 1 with people killed, 0 of them with both; \
        skipped 1 with neither, 0 in another country, 0 told again by a later row

        """
    )
    let output = try export(ledger, pack: pack, to: folder.file("layers"))
    let day = try #require(output["by-date/2031-03-02/blockades.geojson"])
    #expect(String(decoding: day, as: UTF8.self).contains("Dockers blocked the road with boats"))
    let deaths = try #require(output["by-date/2031-03-02/deaths.geojson"])
    #expect(String(decoding: deaths, as: UTF8.self).contains("One man was killed."))
    try "event_id_cnty,event_date,event_type,latitude,longitude,notes\nARC9,never,Riots,1,2,x\n"
      .write(to: file, atomically: true, encoding: .utf8)
    let bad = try add([file.path], to: ledger, pack: pack)
    #expect(bad.code == 2)
    #expect(bad.errors.contains("events.csv:2:6: found “never”, expected a day"), "\(bad.errors)")
  }

  @Test func `bad input is one clear line each, and the ledger keeps what is good`() throws {
    let (folder, pack, snapshots) = try prepared()
    let ledger = folder.file("ledger.sqlite")
    #expect(try add([snapshots[0].path], to: ledger, pack: pack).code == 0)
    let before = try export(ledger, pack: pack, to: folder.file("before"))
    let good = try String(contentsOf: snapshots[1], encoding: .utf8)
    let cases = [
      ("cut.json", String(good.dropLast(40)), "cut.json:"), ("empty.json", "", "an empty file"),
      ("page.json", "<html><body>503</body></html>", "--as dispatch"),
      ("deep.json", "{\"closed\": " + String(repeating: "[", count: 100_000), "nested deeper"),
      ("other.json", "{\"a\": 1}", "without any of the feed's lists"),
    ]
    for (name, text, words) in cases {
      let file = folder.file(name)
      try text.write(to: file, atomically: true, encoding: .utf8)
      let answer = try add([file.path], to: ledger, pack: pack)
      #expect(answer.code == 2)
      #expect(answer.errors.split(separator: "\n").count == 1)
      #expect(answer.errors.contains(words), "\(answer.errors)")
    }
    #expect(try export(ledger, pack: pack, to: folder.file("after")) == before)
    let missing = try add([folder.file("nothing").path], to: ledger, pack: pack)
    #expect(missing.code == 2)
    #expect(missing.errors.split(separator: "\n").count == 1)
  }

  @Test func `a ledger that is none is one clear line, and stays as it is`() throws {
    let (folder, pack, snapshots) = try prepared()
    let ledger = folder.file("ledger.sqlite")
    let text = String(repeating: "not a database ", count: 100)
    try text.write(to: ledger, atomically: true, encoding: .utf8)
    for arguments in [
      ["add", snapshots[0].path], ["export", "--output", folder.file("Out").path], ["check"],
    ] {
      let answer = try Program.run(arguments + ["--data", pack.path, "--ledger", ledger.path])
      #expect(answer.code == 2)
      #expect(
        answer.errors
          == "error: \(ledger.path): it is damaged or no ledger; move it away and add the reports again\n"
      )
    }
    #expect(try String(contentsOf: ledger, encoding: .utf8) == text)
  }

  @Test func `only HTTPS is fetched, and a server that is not there is told`() throws {
    let (folder, pack, _) = try prepared()
    let ledger = folder.file("ledger.sqlite")
    let plain = try add(["--from-url", "http://roads.example/alerts"], to: ledger, pack: pack)
    #expect(plain.code == 2)
    #expect(plain.errors.contains("only addresses that begin with https://"))
  }
}
