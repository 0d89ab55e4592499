/// How many words of each language there are, of the eight at most that a lexicon has.
struct LanguageHits {
  private var counts = SIMD8<Int32>()

  subscript(_ language: Int) -> Int { Int(counts[language & 7]) }

  /// The language with most words, the first of several.
  var best: Int { (0..<8).max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0 }

  mutating func count(_ language: Int) { counts[language & 7] &+= 1 }

  /// Counts a word in each language in which it is common.
  mutating func countCommon(_ marks: WordMarks) {
    var languages = marks.intersection(.common).rawValue
    while languages != 0 {
      count(languages.trailingZeroBitCount)
      languages &= languages - 1
    }
  }
}
