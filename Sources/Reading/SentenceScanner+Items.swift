internal import Gazetteer

extension SentenceScanner {
  func rawItems(_ sentence: Sentence, into scanned: inout ScannedSentence) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(sentence.tokens.count)
    var position = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    let isShouting = isShouting(sentence)
    let mayNameStreets = usesCapitals && !isShouting && mentionsStreets(sentence)
    while position < end {
      let token = tokens[position]
      if token.kind == .lineBreak {
        position += 1
        continue
      }
      if token.kind == .sign {
        items.append(Item(kind: .sign, start: position, end: position + 1))
        position += 1
        continue
      }
      if mayNameStreets, let street = street(position, in: sentence, after: &items) {
        items.append(street)
        position = street.end
        continue
      }
      var phrase = longestPhrase(position, end)
      // `en La Libertad`: the article is the name's.
      if let longer = phrase, longer.end > position + 1, tokens[longer.end - 1].isCapital, usesCapitals,
        !isShouting,
        let name = longestName(longer.end - 1, end), name.end > longer.end
      {
        phrase = longestPhrase(position, longer.end - 1)
      }
      let isArticle =
        phrase.map { $0.end == position + 1 && spellings[Int($0.payload)].roles.has(.article) } ?? false
      if token.word != 0,
        let name = longestName(position, end),
        !isArticle || name.end >= longestName(position + 1, end)?.end ?? 0,
        name.end > (phrase?.end ?? 0) || name.end == phrase?.end && isBetter(name.payload, than: phrase),
        isName(position..<name.end, of: name.payload, in: sentence, after: items.last, isShouting: isShouting)
      {
        items.append(Item(kind: .name, start: position, end: name.end, index: Int(name.payload)))
        position = name.end
        continue
      }
      if let phrase {
        items.append(
          Item(
            kind: token.kind == .number && phrase.end == position + 1 ? .number : .word,
            start: position,
            end: phrase.end,
            roles: roles(of: phrase, at: position),
            phrase: phrase.payload
          )
        )
        position = phrase.end
        continue
      }
      if let payload = ending(token) {
        items.append(
          Item(
            kind: .word,
            start: position,
            end: position + 1,
            roles: spellings[Int(payload)].roles,
            phrase: payload
          )
        )
        position += 1
        continue
      }
      if let unknown = unknownName(position, in: sentence, after: items) {
        items.append(
          Item(kind: .name, start: position, end: unknown.end, index: unknown.isRoad ? Self.unknownRoad : -1)
        )
        position = unknown.end
        continue
      }
      items.append(Item(kind: token.kind == .number ? .number : .word, start: position, end: position + 1))
      position += 1
    }
    return items
  }

  /// Of a name and a phrase of the same length the phrase is meant, unless it says nothing here.
  private func isBetter(_ payload: Int32, than phrase: (payload: Int32, end: Int)?) -> Bool {
    guard let phrase else { return true }
    let weak: RoleSet = [.abbreviation, .common, .of, .article]
    let spelling = spellings[Int(phrase.payload)]
    let roles = spelling.roles
    return roles.hasAny(of: weak) && !roles.hasAny(of: [.within, .and, .from, .range])
      && spelling.length > 1
  }

  private func isShouting(_ sentence: Sentence) -> Bool {
    var (words, shouted) = (0, 0)
    for token in tokens[sentence.tokens] where token.kind == .word && token.end - token.start > 2 {
      words += 1
      if token.isAllCapital { shouted += 1 }
    }
    return words > 0 && shouted * 10 >= words * 7
  }
}
