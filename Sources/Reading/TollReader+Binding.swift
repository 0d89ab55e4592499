internal import Chronicle
internal import Gazetteer

/// Numbers and the words that say what happened to so many.
extension TollReader {
  func measure(_ position: Int) -> TollMeasure? {
    guard items[position].kind == .word else { return nil }
    for (role, measure) in Self.measures where items[position].roles.has(role) { return measure }
    return items[position].roles.has(.tollNoun) ? .killed : nil
  }

  func count(_ position: Int) -> NumberMention? {
    guard let number = reader.number(position), let value = number.value, value > 0, !number.isRank,
      !number.isShare
    else {
      return nil
    }
    return number
  }

  func bound() -> [Toll] {
    var tolls: [Toll] = []
    var usedNumbers: PositionSet = []
    var usedWords: PositionSet = []
    // Few words tell of people killed, injured or detained.
    let words = items.indices.filter { measure($0) != nil && !isDeadLater($0) }
    func bind(_ number: Int, _ word: Int, _ measure: TollMeasure, _ mention: NumberMention) {
      usedNumbers.insert(number)
      // `the death of a man of 22 who was in hospital` tells of one, by the article and by the age.
      if reader.has(number, [.single]), let person = person(after: number, within: 3) {
        usedNumbers.insert(person)
      }
      usedWords.insert(word)
      if let (right, corrected) = corrected(number) {
        bind(right, word, measure, corrected)
        return
      }
      guard let value = mention.value, !isDenied(number, word), !isEarlier(number) else { return }
      let range = min(number, word)...max(number, word)
      let category = category(number, range)
      // Part of the number before counts nobody anew, unless it tells of others than the whole.
      if isPart(number), category == .all || category == .protesters || category == .civilians { return }
      var toll = Toll(
        measure: measure,
        value: value,
        qualifier: mention.qualifier,
        category: category,
        items: range
      )
      toll.isSingle = reader.has(number, [.single])
      tolls.append(toll)
    }
    // `17 dead`, `nine protesters were killed`.
    for number in items.indices {
      guard let mention = count(number), let (word, measure) = wordAfter(number), !usedWords.contains(word),
        !isAge(number), !isBareAge(number)
      else { continue }
      bind(number, word, measure, mention)
    }
    // `un fallecido`: an article right before a noun, where no other number is the noun's.
    for word in words where !usedWords.contains(word) {
      guard let measure = measure(word), !items[word].roles.has(.tollNoun),
        reader.isWord(word - 1, [.single]), !isBehindAgent(word - 1), !reader.isWord(word + 1, [.person])
      else { continue }
      bind(word - 1, word, measure, NumberMention(value: 1, decimal: 1, isDigits: false))
    }
    // `killed at least 17 people`, `the death toll … has risen to 17`.
    for word in words {
      guard let measure = measure(word), !usedWords.contains(word) else { continue }
      if let number = numberAfter(word), !usedNumbers.contains(number), let mention = count(number) {
        bind(number, word, measure, mention)
      }
    }
    // `Deaths (accumulated): 59`, `Injured civilians: 912`
    for word in words where !usedWords.contains(word) {
      guard let measure = measure(word), let number = labelled(word), !usedNumbers.contains(number),
        let mention = count(number)
      else { continue }
      bind(number, word, measure, mention)
    }
    // `A 60 se elevó la cifra de fallecidos`
    for word in words where !usedWords.contains(word) && reader.isWord(word, [.tollNoun]) {
      guard let measure = measure(word),
        let number = (max(0, word - 5)..<word).last(where: { count($0) != nil }),
        !usedNumbers.contains(number),
        let mention = count(number), reader.isWord(number + 1, [.rise]),
        (number + 1..<word).allSatisfy({ reader.isWord($0, [.rise, .article]) })
      else { continue }
      bind(number, word, measure, mention)
    }
    // `two teenagers from Ilave, both students, were killed`, `a policeman was burned to death`.
    for word in words {
      guard let measure = measure(word), !usedWords.contains(word), !items[word].roles.has(.tollNoun) else {
        continue
      }
      if let number = numberBefore(word, used: usedNumbers), let mention = count(number) {
        bind(number, word, measure, mention)
      } else if let number = numberSaid(after: word), !usedNumbers.contains(number),
        let mention = count(number)
      {
        bind(number, word, measure, mention)
      } else if let single = singleBefore(word) ?? singleAfter(word), !usedNumbers.contains(single) {
        let others = single < word ? singles(joinedTo: single) : 0
        bind(single, word, measure, NumberMention(value: 1 + others, decimal: 1, isDigits: false))
      } else if let somebody = individual(beside: word, measure), !usedNumbers.contains(somebody) {
        bind(somebody, word, measure, NumberMention(value: 1, decimal: 1, isDigits: false))
      }
    }
    let parts = bracketed(behind: tolls)
    usedNumbers.formUnion(parts.flatMap { $0.items })
    tolls += parts + listed(beside: tolls, used: usedNumbers)
    addUp(coordinated(with: tolls, used: usedNumbers), to: &tolls)
    usedNumbers.formUnion(tolls.flatMap { $0.items })
    let shares = shares(of: tolls, used: usedNumbers)
    usedNumbers.formUnion(shares.flatMap { $0.items })
    tolls += elided(after: tolls, used: usedNumbers) + shares
    return tolls + deaths(beside: tolls)
  }

  /// `the injured were not 22 but 55`: the number that holds.
  func corrected(_ number: Int) -> (Int, NumberMention)? {
    guard reader.isWord(number - 1, [.negation]) || reader.isWord(number - 2, [.negation]),
      reader.isWord(number + 1, [.contrast]), let mention = count(number + 2)
    else { return nil }
    return (number + 2, mention)
  }

  func wordAfter(_ number: Int) -> (Int, TollMeasure)? {
    var position = number + 1
    var isPeople = false
    var unknown = 0
    // `Six of them were arrested`: of those that the sentence before tells of.
    if reader.isWord(position, [.including]), !isKnown(reader.number(number)) {
      isPeople = true
      position += 1
    }
    // `Five of our officers were injured`
    if reader.isWord(position, [.of]), !reader.isWord(position, [.within]),
      reader.isWord(position + 2, [.person]),
      items[position + 1].kind == .word, measure(position + 2) == nil
    {
      isPeople = true
      position += 3
    }
    // `una decena de heridos`
    if let mention = reader.number(number), !mention.isDigits, mention.value ?? 0 > 5,
      reader.isWord(position, [.of]), !reader.isWord(position, [.within])
    {
      position += 1
    }
    while position < items.count, position - number <= 7 {
      let item = items[position]
      guard item.kind == .word else { return nil }
      if let measure = measure(position), !item.roles.has(.person) || !isPeople || !item.roles.has(.tollNoun)
      {
        // `30 looters were arrested`: who is arrested is somebody, whatever the word.
        let isPassive =
          reader.isWord(position - 1, [.assert]) && position - 1 > number + 1
          || (reader.phrase(item)?.length ?? 1) > 1 && position > number + 1
        if unknown > 0, !isPeople, !isPassive { return nil }
        return (position, measure)
      }
      if item.roles.has(.person) {
        isPeople = true
      } else if item.phrase < 0 {
        unknown += 1
        if unknown > 2 { return nil }
      } else if !item.roles.hasAny(of: [.assert, .article, .rise, .nation])
        || item.roles.hasAny(of: [.within, .and, .unit, .tally, .from])
      {
        return nil
      }
      position += 1
    }
    return nil
  }

  /// Whether the number of some of those is said of whom the sentence before counted already.
  func isKnown(_ number: NumberMention?) -> Bool {
    reader.discourse.tollAge <= 1 || items.contains { $0.roles.has(.tollNoun) } || number?.isDigits == nil
  }

  func numberAfter(_ word: Int) -> Int? {
    let isTotal = items[word].roles.has(.tollNoun)
    var position = word + 1
    var rises = items[word].roles.has(.rise)
    var reach = isTotal ? 20 : 4
    while position < items.count, position - word <= reach {
      let item = items[position]
      // `detuvo ayer, sábado 17 de diciembre, a 26 personas`
      if !isTotal, isBesideDate(position) {
        position += 1
        reach += 1
        continue
      }
      if let mention = count(position) {
        if isTotal {
          let isOld =
            reader.has(position - 1, [.from, .compared]) && !rises && !reader.has(position - 1, [.rise])
          if isOld || isEarlier(position) || isStart(position) || isOfThings(position) {
            position += 1
            continue
          }
          if !rises, !reader.isSign(position - 1, ":"), !reader.has(position - 1, [.of]) { return nil }
          _ = mention
          return position
        }
        guard isCountOfPeople(position) else { return nil }
        return position
      }
      if item.kind == .sign {
        if reader.isSign(position, ":") || reader.isSign(position, "(") {
          rises = true
        } else if !isTotal {
          return nil
        }
      } else if item.kind == .word, item.roles.has(.rise) {
        rises = true
      } else if isTotal {
        if item.roles.has(.contrast) { return nil }
        if measure(position) != nil, !item.roles.has(.tollNoun) {
          return position - word > 2 ? nil : numberAfter(position)
        }
      } else if !item.roles.hasAny(of: [.of, .article])
        && !(item.roles.has(.range) && position > word + 1 && isBesideDate(position - 1))
      {
        return nil
      }
      position += 1
    }
    return nil
  }

  /// Whether a day stands here, or the comma before or behind one.
  private func isBesideDate(_ position: Int) -> Bool {
    func isDate(_ position: Int) -> Bool { items.indices.contains(position) && items[position].kind == .date }
    return isDate(position) || reader.isSign(position, ",") && (isDate(position - 1) || isDate(position + 1))
  }

  /// Whether what follows a number can be people: nobody, somebody, or no noun at all.
  func isCountOfPeople(_ number: Int) -> Bool {
    guard number + 1 < items.count else { return true }
    let next = items[number + 1]
    if next.kind != .word || next.roles.has(.person) { return true }
    if next.phrase >= 0 { return !next.roles.hasAny(of: [.unit, .tally, .other, .road]) }
    return ((number + 2)..<min(number + 4, items.count)).contains { items[$0].roles.has(.person) }
  }

  /// The number behind the colon of a label that a word begins.
  func labelled(_ word: Int) -> Int? {
    var position = word + 1
    let isLine = reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine
    while position < items.count, position - word <= (isLine ? 12 : 5), !reader.isSign(position, ":") {
      // `Deaths from accidents and events linked to blockades: 5`
      let isInner =
        reader.isWord(position, [.person, .sum, .of, .article, .nation]) || items[position].phrase < 0
        || items[position].kind == .date
        || isLine && items[position].kind == .word && measure(position) == nil
          && !reader.isWord(position, [.rise, .assert, .say, .negation, .plan])
      // `Injured, in hospital: 63`
      let isComma = reader.isSign(position, ",")
      guard isInner || isComma && isLine, !isComma || isLine, !reader.isSign(position, ";"),
        reader.number(position) == nil
      else { return nil }
      position += 1
    }
    guard reader.isSign(position, ":"), count(position + 1) != nil else { return nil }
    let next = position + 2
    return next >= items.count || items[next].kind == .sign ? position + 1 : nil
  }

  /// `Among those hurt at Chala were 14 officers`.
  func numberSaid(after word: Int) -> Int? {
    for position in word + 1..<min(word + 14, items.count) {
      if measure(position) != nil
        || items[position].kind == .sign && !reader.isSign(position, "'")
          && !reader.isSign(position, "’")
      {
        return nil
      }
      if count(position) != nil {
        let isSaid = reader.isWord(position - 1, [.rise, .person]) && !reader.has(position - 1, [.of])
        return isSaid && reader.isWord(position + 1, [.person]) ? position : nil
      }
    }
    return nil
  }

  func numberBefore(_ word: Int, used: PositionSet) -> Int? {
    var position = word - 1
    while position >= 0, word - position <= 16 {
      if reader.isSign(position, ";") || items[position].roles.has(.contrast) { return nil }
      if measure(position) != nil { return nil }
      // `26 people, four of them police officers, had been treated`
      if count(position) != nil, !isPart(position), !reader.isWord(position + 1, [.including]),
        !isAge(position),
        !isBareAge(position)
      {
        // `Four of the most seriously hurt` are no more than those told before.
        guard !used.contains(position),
          !(reader.isWord(position + 1, [.of]) && reader.isWord(position + 2, [.article]))
        else { return nil }
        let behind = (position + 1)..<min(position + 4, items.count)
        return behind.contains { items[$0].roles.has(.person) && items[$0].kind == .word } ? position : nil
      }
      position -= 1
    }
    return nil
  }

  /// Whether a figure rose or fell from this number to another: the first of `from 13 to 17`.
  func isStart(_ position: Int) -> Bool {
    reader.has(position - 1, [.from, .of, .rise]) && reader.has(position + 1, [.range])
      && reader.number(position + 2)?.value != nil
  }

  /// Whether a number counts roads or blockades, not people: `85 points`.
  func isOfThings(_ position: Int) -> Bool {
    let noun = reader.isWord(position + 1, [.article]) ? position + 2 : position + 1
    return reader.isWord(noun, [.tally, .road, .blockade]) && !reader.isWord(noun, [.person])
  }

  func isPart(_ number: Int) -> Bool {
    reader.has(number - 1, [.including]) || reader.has(number - 2, [.including])
  }

  func isDenied(_ number: Int, _ word: Int) -> Bool {
    reader.isNegated(min(number, word), within: 4) || reader.isNegated(word, within: 2)
      || reader.isGoverned(word, by: [.hypothetical], in: 0..<items.count)
  }

  /// `revised from 12 to 14`: the number before.
  func isEarlier(_ number: Int) -> Bool {
    reader.has(number - 1, [.compared]) && reader.has(number + 1, [.range, .rise])
  }
}
