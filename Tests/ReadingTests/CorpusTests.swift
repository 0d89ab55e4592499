import Chronicle
import Foundation
import Gazetteer
import Reading
import Testing

@Suite struct CorpusTests {
  static let folder = Bundled.root.appending(path: "Tests/ReadingTests/corpus")

  /// All texts of a language.
  static func texts(_ language: String) throws -> [CorpusText] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.lastPathComponent.hasPrefix(language) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }.flatMap { try CorpusText.texts(of: $0) }
  }

  @Test(arguments: ["en", "es"])
  func `precision and recall of the corpus stay at the goal for every kind`(language: String) throws {
    let texts = try Self.texts(language)
    let reader = try Bundled.reader()
    for kind in ReadStatement.Kind.allCases {
      var (right, wanted, given) = (0, 0, 0)
      var misses: [String] = []
      for text in texts {
        var rest = try reader.read(Array(text.body.utf8), published: Day(text.date)).statements.filter {
          $0.kind == kind
        }
        given += rest.count
        for expected in text.expected where expected["kind"] == kind.rawValue {
          wanted += 1
          if let match = rest.firstIndex(where: { $0.fits(expected) }) {
            rest.remove(at: match)
            right += 1
          } else {
            misses.append("\(text.id) missed \(expected)")
          }
        }
        misses += rest.map { "\(text.id) too much: “\($0.quote)”" }
      }
      let comment = Comment(rawValue: misses.joined(separator: "\n"))
      #expect(Double(right) >= 0.9 * Double(given), comment)
      #expect(Double(right) >= 0.85 * Double(wanted), comment)
    }
  }

  @Test func `the corpus is large enough and has enough texts that say nothing`() throws {
    let (english, spanish) = (try Self.texts("en"), try Self.texts("es"))
    #expect(Set((english + spanish).map(\.id)).count == english.count + spanish.count)
    #expect(english.count >= 60)
    #expect(spanish.count >= 60)
    #expect((english + spanish).count { $0.expected.isEmpty } >= 40)
  }
}
