internal import Gazetteer

extension SentenceScanner {
  /// The longest phrase that begins with a word or a number.
  func longestPhrase(_ start: Int, _ end: Int) -> (payload: Int32, end: Int)? {
    let first = tokens[start].word
    var node = phraseTrie.start(first)
    guard node != 0 else { return nil }
    let single = phraseTrie.single(first)
    var best: (payload: Int32, end: Int)? = single < 0 ? nil : (single, start + 1)
    var position = start + 1
    while position < end, phraseTrie.goesOn(node) {
      let token = tokens[position]
      if token.kind == .lineBreak {
        position += 1
        continue
      }
      if token.kind == .sign {
        // An apostrophe, a hyphen within a compound, the stop of `a.m.`
        guard !token.followsSpace, position + 1 < end, !tokens[position + 1].followsSpace,
          token.isDash || token.isSign("'") || token.isSign("’") || token.isSign(".")
        else { break }
        position += 1
        continue
      }
      if position == start + 1, !phraseTrie.mayBegin(first, token.word) { break }
      node = phraseTrie.next(node, token.word)
      guard node != 0 else { break }
      position += 1
      let payload = phraseTrie.payload(node)
      if payload >= 0 { best = (payload, position) }
    }
    return best
  }

  /// What a phrase says as it is spelt here.
  func roles(of phrase: (payload: Int32, end: Int), at position: Int) -> RoleSet {
    let known = spellings[Int(phrase.payload)]
    guard usesAccents, phrase.end == position + 1, tokens[position].kind == .word else { return known.roles }
    return tokens[position].hasAccent ? known.accented : known.unaccented
  }

  /// What the ending of a word says that no table has: `plegarán` is still to come.
  func ending(_ token: Token) -> Int32? {
    guard token.kind == .word, !token.isCapital else { return nil }
    let (start, end) = (Int(token.start), Int(token.end))
    guard start < end else { return nil }
    for ending in language.endings[Int(text[end - 1])] where end - start > ending.bytes.count + 2 {
      if text[(end - ending.bytes.count)..<end].elementsEqual(ending.bytes) { return ending.phrase }
    }
    return nil
  }

  func singleRoles(_ position: Int, _ sentence: Sentence) -> RoleSet {
    position < sentence.tokens.upperBound ? singleRoles(position) : []
  }

  /// What a word says by itself.
  func singleRoles(_ position: Int) -> RoleSet {
    let phrase = phraseTrie.single(tokens[position].word)
    return phrase >= 0 ? roles(of: (phrase, position + 1), at: position) : []
  }

  /// What each word of an item says by itself.
  func phrases(in item: Item) -> [Phrase] {
    (item.start..<item.end).compactMap { position in
      let phrase = phraseTrie.single(tokens[position].word)
      return phrase < 0 ? nil : lexicon.phrases[Int(phrase)]
    }
  }
}
