internal import Gazetteer

extension SentenceScanner {
  /// The name of a street here: `avenida Túpac Amaru`, whose word is taken from the items, or `La Marina Avenue`.
  func street(_ start: Int, in sentence: Sentence, after items: inout [Item]) -> Item? {
    let end = capitals(start, in: sentence)
    guard end > start else { return nil }
    if let last = items.last, last.kind == .word, last.roles.has(.street), last.end - last.start == 1,
      longestName(start, sentence.tokens.upperBound).map({ !isHighwayName($0.payload) }) ?? true
    {
      items.removeLast()
      return Item(kind: .name, start: last.start, end: end, index: Self.unknownRoad)
    }
    // The run may take in the word for the street: `Túpac Amaru Avenue`.
    guard
      let word = (start + 1..<min(end + 1, sentence.tokens.upperBound)).first(where: {
        singleRoles($0).has(.street)
      }), singleRoles(start).isEmpty || longestName(start, word) != nil,
      longestName(start, word).map({ !isHighwayName($0.payload) }) ?? true
    else { return nil }
    return Item(kind: .name, start: start, end: word + 1, index: Self.unknownRoad)
  }

  private func isHighwayName(_ payload: Int32) -> Bool { !lexicon.bearers[Int(payload)].highways.isEmpty }

  /// The end of the capitalised words from here, with what joins them: `28 de Julio`, `Ejército`, `de la Cultura`.
  private func capitals(_ start: Int, in sentence: Sentence) -> Int {
    let upper = min(sentence.tokens.upperBound, start + 6)
    var end = start
    while end < upper {
      let token = tokens[end]
      if token.kind == .word,
        token.isCapital
          || end > start && tokens[end - 1].kind == .number && end + 1 < upper && isJoint(end)
            && tokens[end + 1].isCapital
      {
        end += 1
      } else if token.kind == .number, end == start, end + 2 < upper, isJoint(end + 1),
        tokens[end + 2].isCapital
      {
        end += 1
      } else if isJoint(end), end + 2 < upper, isJoint(end + 1), tokens[end + 2].kind == .word,
        tokens[end + 2].isCapital
      {
        end += 3
      } else {
        break
      }
    }
    return end
  }
}
