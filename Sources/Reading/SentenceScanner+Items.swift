internal import Gazetteer

extension SentenceScanner {
  /// Cuts a sentence into words, signs, digits and names.
  func findItems(_ looks: Looks, in scanned: inout ScannedSentence) {
    let sentence = scanned.sentence
    let isShouting = looks.isShouting
    let mayNameStreets = usesCapitals && !isShouting && looks.mentionsStreets
    scanned.items.reserveCapacity(sentence.tokens.count)
    var position = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    while position < end {
      let token = tokens[position]
      if token.kind == .lineBreak {
        position += 1
        continue
      }
      if token.kind == .sign {
        scanned.items.append(Item(kind: .sign, start: position, end: position + 1))
        position += 1
        continue
      }
      if mayNameStreets, let street = street(position, in: sentence, after: &scanned.items) {
        scanned.items.append(street)
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
        isName(
          position..<name.end,
          of: name.payload,
          in: sentence,
          after: scanned.items.last,
          isShouting: isShouting
        )
      {
        // `Alto Libertad`: two names of one word each, right behind each other, are one that no table has.
        if let last = scanned.items.last, last.kind == .name, last.end == position,
          last.end - last.start == 1,
          name.end - position == 1, last.index >= 0, isPlainName(Int32(last.index)),
          isPlainName(name.payload),
          !isShouting, usesCapitals, tokens[position].isCapital
        {
          scanned.items.removeLast()
          scanned.items.append(Item(kind: .name, start: last.start, end: name.end, index: -1))
        } else {
          scanned.items.append(Item(kind: .name, start: position, end: name.end, index: Int(name.payload)))
        }
        position = name.end
        continue
      }
      if let phrase {
        scanned.items.append(
          Item(
            kind: token.kind == .number && phrase.end == position + 1 ? .number : .word,
            phrase: phrase.payload,
            start: position,
            end: phrase.end,
            roles: roles(of: phrase, at: position)
          )
        )
        position = phrase.end
        continue
      }
      if let payload = ending(token) {
        scanned.items.append(
          Item(
            kind: .word,
            phrase: payload,
            start: position,
            end: position + 1,
            roles: spellings[Int(payload)].roles
          )
        )
        position += 1
        continue
      }
      if !isShouting, let unknown = unknownName(position, in: sentence, after: scanned.items) {
        var start = position
        // `La Eugenia`: the article is the name's.
        if let last = scanned.items.last, last.end == position, last.start > sentence.tokens.lowerBound,
          last.end - last.start == 1, last.roles.has(.article), tokens[last.start].isCapital, usesCapitals,
          !isShouting
        {
          scanned.items.removeLast()
          start = last.start
        }
        scanned.items.append(
          Item(kind: .name, start: start, end: unknown.end, index: unknown.isRoad ? Self.unknownRoad : -1)
        )
        position = unknown.end
        continue
      }
      scanned.items.append(
        Item(kind: token.kind == .number ? .number : .word, start: position, end: position + 1)
      )
      position += 1
    }
  }

  private func isPlainName(_ payload: Int32) -> Bool { lexicon.bearers[Int(payload)].highways.isEmpty }

  /// Of a name and a phrase of the same length the phrase is meant, unless it says nothing here.
  private func isBetter(_ payload: Int32, than phrase: (payload: Int32, end: Int)?) -> Bool {
    guard let phrase else { return true }
    let weak: RoleSet = [.abbreviation, .common, .of, .article]
    let spelling = spellings[Int(phrase.payload)]
    let roles = spelling.roles
    return roles.hasAny(of: weak) && !roles.hasAny(of: [.within, .and, .from, .range])
      && spelling.length > 1
  }
}
