import Chronicle
import Foundation
import Gazetteer
import Reading
import Testing

/// The five documents that lie beside the project, where they do.
@Suite struct SeedTests {
  static let candidates = [
    Bundled.root.appending(path: "../shared/seeds"), Bundled.root.appending(path: "../../shared/seeds"),
  ]
  static let folder = candidates.first { FileManager.default.fileExists(atPath: $0.path) }

  /// What each document says; the 25 highways of 001 are told in the text beside its 37 points.
  static let said: [(file: String, expected: [String])] = [
    (
      "000",
      [
        "blockade blocked place=Ilave date=2023-05-30", "blockade blocked place=Interoceanic date=2023-05-30",
        "toll killed value=77 qualifier=at_least scope=nation date=2023-03-31",
      ]
    ),
    (
      "001",
      [
        "blockade blocked route=PE-1S km=262 date=2023-01-05",
        "blockade blocked route=PE-1S km=290 date=2023-01-05",
        "blockade blocked route=PE-1S km=299 date=2023-01-05",
        "tally points value=37 qualifier=at_least date=2023-01-05",
        "tally points value=25 date=2023-01-04", "tally roads value=25 date=2023-01-05",
        "toll killed value=30 qualifier=nearly scope=nation",
      ]
    ),
    (
      "002",
      [
        "toll killed value=17 place=Juliaca date=2023-01-09",
        "toll killed value=1 place=Chucuito category=blockade-related date=2023-01-09",
        "toll killed value=46 scope=nation", "tally points value=45 date=2023-01-10",
        "tally points value=45 date=2023-01-09",
        "blockade blocked place=Arequipa date=2023-01-09", "blockade blocked place=Cusco date=2023-01-09",
        "blockade blocked place=Amazon date=2023-01-09", "toll detained value=224 place=Lima date=2023-01-06",
        "toll killed value=30 qualifier=more_than scope=nation",
      ]
    ),
    (
      "003",
      [
        "tally provinces value=64 event=blockade", "tally provinces value=59 event=march",
        "toll injured value=11 qualifier=at_least scope=nation",
        "toll killed value=49 category=civilians scope=nation",
      ]
    ),
    (
      "004",
      [
        "toll killed value=9 place=Juliaca date=2023-01-09",
        "toll injured value=20 place=Juliaca date=2023-01-09",
        "toll killed value=13 place=Juliaca date=2023-01-09",
        "toll killed value=17 place=Juliaca date=2023-01-09",
        "toll killed value=1 place=Chucuito category=blockade-related", "toll killed value=46 scope=nation",
        "tally points value=45 date=2023-01-10",
      ]
    ),
  ]

  @Test(.enabled(if: folder != nil, "the folder of the seed documents is missing"), arguments: said.indices)
  func `a seed document yields all it says and nothing else`(number: Int) throws {
    let folder = try #require(Self.folder)
    let (prefix, lines) = Self.said[number]
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.lastPathComponent.hasPrefix(prefix) })
    var rest = try Bundled.reader().read(Array(Data(contentsOf: file))).statements
    for line in lines {
      let expected = CorpusText.expectation(line)
      let match = rest.firstIndex { $0.fits(expected) }
      #expect(match != nil, "\(line)")
      if let match { rest.remove(at: match) }
    }
    #expect(rest.isEmpty, "\(rest.map(\.quote))")
  }

  @Test(.enabled(if: folder != nil, "the folder of the seed documents is missing"))
  func `the bridge and the highway of May lie where they are`() throws {
    let folder = try #require(Self.folder)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.lastPathComponent.hasPrefix("000") })
    let statements = try Bundled.reader().read(Array(Data(contentsOf: file))).statements
    let regions = statements.compactMap { $0.kind == .blockade ? $0.resolution?.location?.region?.text : nil }
    #expect(regions == ["210501", "21"])
  }
}
