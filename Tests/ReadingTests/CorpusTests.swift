import Chronicle
import Foundation
import Gazetteer
import Reading
import Testing

@Suite struct CorpusTests {
  static let folder = Bundled.root.appending(path: "Tests/ReadingTests/corpus")

  @Test(arguments: ["en", "es", "en-2", "es-2", "en-3", "es-3", "en-4", "es-4"])
  func `precision and recall of the corpus stay at the goal for every kind`(file: String) throws {
    let texts = try CorpusText.texts(of: Self.folder.appending(path: "\(file).txt"))
    #expect(texts.count >= 20)
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
    let english = try CorpusText.texts(of: Self.folder.appending(path: "en.txt"))
    let spanish = try CorpusText.texts(of: Self.folder.appending(path: "es.txt"))
    #expect(english.count >= 60)
    #expect(spanish.count >= 60)
    #expect((english + spanish).count { $0.expected.isEmpty } >= 40)
  }
}
