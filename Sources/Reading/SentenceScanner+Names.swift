internal import Gazetteer

extension SentenceScanner {
  /// The longest name that begins here.
  func longestName(_ start: Int, _ end: Int) -> (payload: Int32, end: Int)? {
    // As of most words.
    if start < end, tokens[start].word != 0, !tokens[start].marks.contains(.beginsName) { return nil }
    var node = PhraseTrie.root
    var best: (payload: Int32, end: Int)?
    var position = start
    var skipped = 0
    while position < end {
      let token = tokens[position]
      switch token.kind {
      case .lineBreak:
        position += 1
        continue
      case .sign:
        guard position > start,
          token.isDash || token.isSign(".") && !token.followsSpace && position - start == 1
            // `Van Reenen's Pass`
            || (token.isSign("'") || token.isSign("’")) && !token.followsSpace && node != PhraseTrie.root
        else { return best }
        position += 1
        continue
      case .word, .number:
        break
      }
      guard token.word != 0 else { return best }
      let child = nameTrie.next(node, token.word)
      if child != 0 {
        node = child
        skipped = 0
        position += 1
        let payload = nameTrie.payload(node)
        if payload >= 0 { best = (payload, position) }
        if !nameTrie.goesOn(node) { return best }
        continue
      }
      // Articles and `of` may stand inside a name.
      let single = phraseTrie.single(token.word)
      guard node != PhraseTrie.root, skipped < 2, single >= 0,
        spellings[Int(single)].roles.hasAny(of: [.of, .article])
      else { return best }
      skipped += 1
      position += 1
    }
    return best
  }

  /// Whether a match is the name of a place here, not a word, a person or an organisation.
  func isName(
    _ range: Range<Int>,
    of payload: Int32,
    in sentence: Sentence,
    after last: Item?,
    isShouting: Bool
  ) -> Bool {
    let first = tokens[range.lowerBound]
    let isHighway = !lexicon.bearers[Int(payload)].highways.isEmpty
    // `15 de enero` is a day unless it has capitals.
    if first.kind == .number {
      return isHighway
        || range.count > 1 && (!usesCapitals || isShouting || tokens[range].contains { $0.isCapital })
    }
    if isHighway, range.count > 1 { return true }
    if usesCapitals, !isShouting {
      let last = tokens[range.upperBound - 1]
      // `puente Ilave`: a word for a kind of place takes no capital.
      guard first.isCapital || isHighway && first.end - first.start > 6 || range.count > 1 && last.isCapital
      else {
        return false
      }
      if range.count > 1, tokens[range.upperBound - 1].kind == .word, !tokens[range.upperBound - 1].isCapital,
        !first.isCapital
      {
        return false
      }
    } else if !isShouting, !isHighway {
      // `Juliaca: nine dead`: the only capital of a headline.
      if first.isCapital, range.lowerBound == sentence.tokens.lowerBound,
        range.upperBound < sentence.tokens.upperBound, tokens[range.upperBound].isSign(":")
      {
        return true
      }
      guard let last,
        last.roles.hasAny(of: [.within, .near, .range, .road, .kind, .from, .between, .settlement])
      else {
        return false
      }
      guard first.end - first.start > 3 else { return false }
    }
    if isHighway || isShouting { return true }
    // A capital that begins a sentence says nothing; a word of the language is then the word.
    let isFirst = range.lowerBound == sentence.tokens.lowerBound
    if isFirst, usesCapitals, range.count > 1, tokens[range.upperBound - 1].kind == .word,
      !tokens[range.upperBound - 1].isCapital
    {
      return false
    }
    if isFirst, !first.isAllCapital, range.count == 1,
      isCommonWord(range.lowerBound) || isListOfThings(range.upperBound, in: sentence)
    {
      return false
    }
    return !isPartOfProperName(range, of: payload, in: sentence) && !isOrganisation(range, in: sentence)
  }

  /// `Piedras y palos bloquean …`: whether `and` follows, and a word in small letters that nothing explains.
  private func isListOfThings(_ position: Int, in sentence: Sentence) -> Bool {
    guard singleRoles(position, sentence).has(.and), position + 1 < sentence.tokens.upperBound else {
      return false
    }
    let next = tokens[position + 1]
    return next.kind == .word && !next.isCapital && singleRoles(position + 1, sentence).isEmpty
  }

  private func isCommonWord(_ position: Int) -> Bool {
    !tokens[position].marks.isDisjoint(with: .common)
  }

  /// Whether a capitalised word that nothing explains is joined to the name, as in a person's.
  private func isPartOfProperName(_ range: Range<Int>, of payload: Int32, in sentence: Sentence) -> Bool {
    let before = range.lowerBound - 1
    if before > sentence.tokens.lowerBound, isUnknownCapital(before), !tokens[range.lowerBound].isSign(",") {
      return range.count == 1
    }
    if before == sentence.tokens.lowerBound, isUnknownCapital(before), range.count == 1, !isVerbLike(before) {
      return true
    }
    // `murió anoche en Lima Víctor Santisteban`: where, and then who.
    if before >= sentence.tokens.lowerBound, singleRoles(before).has(.within),
      !singleRoles(before).has(.article),
      lexicon.bearers[Int(payload)].isDepartment
    {
      return false
    }
    let after = range.upperBound
    if after < sentence.tokens.upperBound, isUnknownCapital(after), range.count == 1 { return true }
    return false
  }

  /// Capitals at a sentence's start are no sign of a name, unless the word is long gone from any list.
  private func isVerbLike(_ position: Int) -> Bool { tokens[position].word != 0 }

  func isOrganisation(_ range: Range<Int>, in sentence: Sentence) -> Bool {
    // Forward: `Puno Neighborhoods Union`.
    var position = range.upperBound
    while position < min(range.upperBound + 4, sentence.tokens.upperBound) {
      let token = tokens[position]
      guard token.kind == .word, token.isCapital || position == range.upperBound else { break }
      if singleRoles(position).has(.organisation) { return true }
      guard token.isCapital else { break }
      position += 1
    }
    // Backward: `Frente de Defensa de Puno`.
    position = range.lowerBound - 1
    var joined = false
    while position >= max(sentence.tokens.lowerBound, range.lowerBound - 7) {
      let token = tokens[position]
      guard token.kind == .word else { return false }
      let found = singleRoles(position)
      if found.has(.organisation), joined || position == range.lowerBound - 1 { return true }
      if found.hasAny(of: [.of, .article]) {
        joined = true
      } else if !token.isCapital {
        return false
      }
      position -= 1
    }
    return false
  }

  /// Whether the words of an item name a road or a bridge: `Desaguadero bridge`.
  func isRoadName(_ item: Item) -> Bool {
    (item.start..<item.end).contains { position in
      let roles = singleRoles(position)
      return roles.has(.road) || roles.has(.kind) && isBridgeWord(position)
    }
  }

  private func isBridgeWord(_ position: Int) -> Bool {
    let phrase = phraseTrie.single(tokens[position].word)
    guard phrase >= 0 else { return false }
    return lexicon.phrases[Int(phrase)].reference.contains {
      if case .kind("bridge") = $0 { true } else { false }
    }
  }
}
