import Foundation
import Testing

/// A dispatch that a user adds is read, and what it says stands in every output with its words.
@Suite struct AddedDispatchTests {
  /// The invented country with the shipped words of its two languages.
  private func prepared() throws -> (folder: TemporaryFolder, pack: URL, ledger: URL) {
    let folder = try TemporaryFolder()
    let pack = try folder.copy(of: Program.arcadia)
    for name in ["en-reading.csv", "es-reading.csv"] {
      try FileManager.default.copyItem(
        at: Program.repository.appending(path: "GeoData/languages/\(name)"),
        to: pack.appending(path: "languages/\(name)")
      )
    }
    return (folder, pack, folder.file("ledger.sqlite"))
  }

  private func run(_ arguments: [String], pack: URL, ledger: URL, input: String = "") throws -> Program.Answer
  {
    try Program.run(arguments + ["--data", pack.path, "--ledger", ledger.path], input: input)
  }

  private func properties(_ layer: String, of output: URL) throws -> [[String: String]] {
    let data = try Data(contentsOf: output.appending(path: "layers/\(layer).geojson"))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(json["features"] as? [[String: Any]])
    return features.compactMap { $0["properties"] as? [String: Any] }.map { $0.mapValues { "\($0)" } }
  }

  private static let note = """
    publisher: Páramo Radio
    title: Morning round
    published: 2031-03-10
    language: en

    Dockers blocked the Coast Highway at kilometre 2 this morning. Three people were killed at Plaza Mayor
    in Brisca. No blockades are reported at Rooster Bridge.
    """

  @Test func `its blockades and deaths are on the map with publisher and quote`() throws {
    let (folder, pack, ledger) = try prepared()
    let file = folder.file("note.txt")
    try Self.note.write(to: file, atomically: true, encoding: .utf8)
    let added = try run(["add", file.path], pack: pack, ledger: ledger)
    #expect(
      added.output == """
        read 1: 1 new, 0 already known, 0 refused; 0 doubtful
        read from the text of 1 new dispatches: 1 blockades, 1 tolls, 0 tallies

        """,
      "\(added.errors)"
    )
    let output = folder.file("Out")
    #expect(try run(["export", "--output", output.path], pack: pack, ledger: ledger).code == 0)
    let blockades = try properties("blockades", of: output).filter { $0["publisher"] == "Páramo Radio" }
    #expect(Set(blockades.compactMap { $0["km"] }) == ["2.0"])
    #expect(blockades.contains { $0["quote"]?.contains("blocked the Coast Highway at kilometre 2") == true })
    // The source names the characters that the quote is made of, counted from the header's blank line.
    let source = try #require(blockades.first?["source"])
    let offsets = try #require(source.firstMatch(of: /^note \(note\.txt, characters (\d+) to (\d+)\)$/))
      .output
    let text = try #require(Self.note.firstRange(of: "\n\n").map { Self.note[$0.upperBound...] })
    let scalars = text.unicodeScalars.dropFirst(try #require(Int(offsets.1)))
      .prefix(try #require(Int(offsets.2)) - (try #require(Int(offsets.1))))
    #expect(String(String.UnicodeScalarView(scalars)) == blockades.first?["quote"])
    let deaths = try properties("deaths", of: output).filter { $0["publisher"] == "Páramo Radio" }
    #expect(deaths.map { $0["best"] } == ["3"])

    let again = try run(["add", file.path], pack: pack, ledger: ledger)
    #expect(again.output == "read 1: 0 new, 1 already known, 0 refused; 0 doubtful\n")
  }

  @Test func `a text as it was published needs only a day`() throws {
    let (folder, pack, ledger) = try prepared()
    defer { withExtendedLifetime(folder) {} }
    let text = "Dockers blocked the Coast Highway at kilometre 2.\n"
    let without = try run(["add", "-"], pack: pack, ledger: ledger, input: text)
    #expect(without.code == 2)
    #expect(without.errors.contains("found no date"))
    #expect(without.errors.contains("--date 2023-01-31"))
    let with = try run(
      ["add", "-", "--date", "2031-03-10", "--publisher", "A reader"],
      pack: pack,
      ledger: ledger,
      input: text
    )
    #expect(with.code == 0, "\(with.errors)")
    #expect(with.errors.isEmpty)
    let counts = try run(["counts", "--on", "2031-03-10", "--format", "csv"], pack: pack, ledger: ledger)
    #expect(counts.output.contains("2031-03-10,total,all,1,"), "\(counts.output)")
  }

  @Test func `a table coded by hand wins over what was read`() throws {
    let (folder, pack, ledger) = try prepared()
    let note = folder.file("note.txt")
    try Self.note.write(to: note, atomically: true, encoding: .utf8)
    let table = folder.file("coded.csv")
    try """
    report,kind,date,status,cause,reference,region,measure,value,qualifier,scope,category,quote
    note,blockade,2031-03-10,restricted,protest,Coast Highway km 2,,,,,,,Dockers blocked

    """.write(to: table, atomically: true, encoding: .utf8)
    #expect(try run(["add", note.path, table.path], pack: pack, ledger: ledger).code == 0)
    let output = folder.file("Out")
    #expect(try run(["export", "--output", output.path], pack: pack, ledger: ledger).code == 0)
    let mine = try properties("blockades", of: output).filter { $0["publisher"] == "Páramo Radio" }
    #expect(Set(mine.compactMap { $0["status"] }) == ["restricted"])
    #expect(try properties("deaths", of: output).allSatisfy { $0["publisher"] != "Páramo Radio" })
  }
}
