import Chronicle
import Foundation
import Reading
import Testing

/// Constructions of a language, one a text, in the notation of the corpus; of the corpus a part may be missed, of
/// these none.
@Suite struct ConstructionTests {
  static let constructions = ["en", "es"].flatMap { language in
    let folder = Bundled.root.appending(path: "Tests/ReadingTests/constructions")
    return (try? CorpusText.texts(of: folder.appending(path: "\(language).txt"))) ?? []
  }

  @Test func `there are constructions of both languages`() {
    #expect(Self.constructions.count > 50)
    #expect(Set(Self.constructions.map(\.id)).count == Self.constructions.count)
  }

  @Test(arguments: constructions)
  func `a construction says just what it says`(text: CorpusText) throws {
    var rest = try Bundled.reader().read(Array(text.body.utf8), published: Day(text.date)).statements
    for expected in text.expected {
      let match = rest.firstIndex { $0.fits(expected) }
      #expect(match != nil, "\(expected) is missing")
      if let match { rest.remove(at: match) }
    }
    #expect(rest.map(\.quote) == [])
  }
}
