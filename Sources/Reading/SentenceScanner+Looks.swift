internal import Gazetteer

extension SentenceScanner {
  /// What one glance at the tokens of a sentence tells.
  struct Looks {
    /// Whether most of its words are in capitals.
    var isShouting = false
    /// Whether a word of it may be one for streets, as few are.
    var mentionsStreets = false
    /// Whether it may say something to count or to map, or a day.
    var isTelling = false
  }

  /// - Complexity: O(*n*).
  func looks(_ sentence: Sentence) -> Looks {
    // A few words may go on with what the sentence before counts: `On Monday they were 93.`
    var looks = Looks()
    looks.isTelling =
      sentence.isItem || sentence.isShortLine || sentence.tokens.count <= Self.fewTokens
    let head = sentence.beginsLine ? sentence.tokens.lowerBound + 12 : 0
    var (words, shouted) = (0, 0)
    var marks: WordMarks = []
    for position in sentence.tokens {
      let token = tokens[position]
      marks.formUnion(token.marks)
      switch token.kind {
      case .word where token.end - token.start > 2:
        words += 1
        if token.isAllCapital { shouted += 1 }
      case .number where position < head || token.end - token.start >= 4:
        looks.isTelling = true
      case .sign where token.isSign("@"):
        looks.isTelling = true
      default:
        break
      }
    }
    if marks.contains(.telling) { looks.isTelling = true }
    looks.isShouting = words > 0 && shouted * 10 >= words * 7
    looks.mentionsStreets =
      marks.contains(.street) && sentence.tokens.contains { isStreetWord(tokens[$0]) }
    return looks
  }

  private static let fewTokens = 14

  private func isStreetWord(_ token: Token) -> Bool {
    let single = phraseTrie.single(token.word)
    return single >= 0 && spellings[Int(single)].roles.has(.street)
  }
}
