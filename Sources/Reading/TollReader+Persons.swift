internal import Chronicle
internal import Gazetteer

/// One person, told by an article, a name or an age.
extension TollReader {
  func single(_ position: Int) -> NumberMention? {
    reader.isWord(position, [.single]) ? NumberMention(value: 1, decimal: 1, isDigits: false) : nil
  }

  /// `nine in Juliaca and one in Chucuito`
  func one(_ position: Int) -> NumberMention? {
    guard reader.isWord(position, [.single]), reader.has(position + 1, [.within]) else { return nil }
    return NumberMention(value: 1, decimal: 1, isDigits: false)
  }

  func singleBefore(_ word: Int) -> Int? {
    var position = word - 1
    while position >= 0, word - position <= 22 {
      if word - position > 12, position > 1 {
        position -= 1
        continue
      }
      if isAge(position) { return position }
      if isBareAge(position) {
        position -= 1
        continue
      }
      // `Un joven herido en las protestas falleció`
      if isDeadLater(position) {
        position -= 1
        continue
      }
      if reader.isSign(position, ";") || measure(position) != nil || count(position) != nil { return nil }
      if items[position].roles.has(.single), items[position].kind == .word, !isBehindAgent(position),
        let person = person(after: position, within: 6), person < word,
        isSubject(position, person, of: word)
      {
        return position
      }
      if word - position <= 12, isAged(position), isSubject(position, position, of: word) { return position }
      position -= 1
    }
    return nil
  }

  /// `Un joven herido en las protestas falleció en el hospital`: whether who was hurt is one who died of it.
  func isDeadLater(_ position: Int) -> Bool {
    guard measure(position) == .injured, reader.isWord(position - 1, [.person]) else { return false }
    for next in position + 1..<max(position + 1, min(position + 14, items.count)) {
      if reader.isWord(next, [.and, .contrast, .clause]) || items[next].kind == .sign || count(next) != nil {
        return false
      }
      if measure(next) != nil {
        return measure(next) == .killed && !items[next].roles.has(.tollNoun)
          && !reader.isWord(next - 1, [.single])
      }
    }
    return false
  }

  /// `Muere manifestante en Urcos`, `Policía murió calcinado`: one person of whom a headline speaks without an article.
  func individual(beside word: Int, _ measure: TollMeasure) -> Int? {
    let behind = reader.has(word + 1, [.range, .of]) ? word + 2 : word + 1
    if reader.isWord(behind, [.individual]), !reader.isWord(behind - 1, [.article]) { return behind }
    let before = reader.isWord(word - 1, [.assert]) ? word - 2 : word - 1
    guard reader.isWord(before, [.individual]), before == 0 || items[before - 1].kind == .sign,
      // `Policía detiene a …` is who does it.
      measure != .detained || reader.phrase(items[before])?.category != .police
    else { return nil }
    return before
  }

  /// `a woman of 35 and a youth of 20 lost their lives`: how many more are told one by one before somebody.
  func singles(joinedTo last: Int) -> Int {
    var count = 0
    var position = last - 1
    var isJoined = false
    while position >= 0, last - position <= 24 {
      if reader.isSign(position, ";") || reader.isSign(position, ":") || measure(position) != nil { break }
      if reader.isSign(position, ",") || reader.isWord(position, [.and]) { isJoined = true }
      if isJoined, reader.isWord(position, [.single]), !isBehindAgent(position),
        let person = person(after: position, within: 3), person < last
      {
        count += 1
        isJoined = false
      } else if items[position].kind == .word, items[position].phrase >= 0,
        !items[position].roles.hasAny(of: [
          .person, .of, .and, .article, .single, .unit, .age, .within, .from,
        ])
      {
        break
      }
      position -= 1
    }
    return count
  }

  /// `joven de 22 años`, `bebé de siete meses`, `the 31-year-old doctor`, `el médico Marco Quispe, de 31 años`:
  /// somebody whose age is told is one.
  func isAged(_ position: Int) -> Bool {
    guard reader.isWord(position, [.person]) else { return false }
    if reader.has(position, [.unit]), reader.isDash(position - 1), reader.number(position - 2) != nil {
      return true
    }
    var next = position + 1
    while next < items.count, next - position <= 5,
      items[next].kind == .name || items[next].kind == .word && items[next].phrase < 0
    { next += 1 }
    // `police officer José Luis Soncco`
    let isNamed =
      next > position + 1 && items[position + 1].phrase < 0
      && reader.scanner.tokens[items[position + 1].start].isCapital && !reader.has(position - 1, [.person])
    if isNamed { return true }
    if reader.isSign(next, ",") { next += 1 } else if next > position + 1 { return false }
    return reader.has(next, [.of]) && reader.number(next + 1)?.isRank == true && reader.has(next + 2, [.unit])
  }

  /// `Rosa Mamani, 34,`: the age of one who is named; `aged 19 and 22`: of several.
  func isAge(_ position: Int) -> Bool {
    guard reader.number(position) != nil else { return false }
    var before = position - 1
    while before > position - 6,
      reader.number(before) != nil || reader.isSign(before, ",") || reader.isWord(before, [.and])
    {
      before -= 1
    }
    if reader.isWord(before, [.age]) { return true }
    // `de 19 y 22 años`
    if reader.isWord(position + 1, [.and]), reader.number(position + 2)?.isRank == true { return true }
    guard reader.isSign(position - 1, ","), reader.isSign(position + 1, ","), position >= 2,
      let value = reader.number(position)?.value, 1...110 ~= value
    else { return false }
    let named = items[position - 2]
    return named.kind != .sign && named.phrase < 0 && named.roles.isEmpty
      && reader.scanner.tokens[named.start].isCapital
  }

  /// `un joven de 20`: a number that stands behind one person, and before nobody.
  func isBareAge(_ position: Int) -> Bool {
    guard let value = reader.number(position)?.value, 1...110 ~= value else { return false }
    return reader.isWord(position - 1, [.of]) && reader.isWord(position - 2, [.person])
      && reader.isWord(position - 3, [.single]) && !reader.isWord(position + 1, [.person, .tally, .of])
  }

  /// Whether somebody, told by the words from the article to `person`, is whom a word behind is said of.
  func isSubject(_ start: Int, _ person: Int, of word: Int) -> Bool {
    // `A 31-year-old doctor` is one person; so is whoever a clause begins with.
    if start == 0 || reader.isSign(start - 1, ",") && start == 1 { return true }
    var last = person
    while last + 1 < word, reader.has(last + 1, [.person]) { last += 1 }
    return !(last + 1..<max(word, last + 1)).contains {
      reader.has($0, [.person]) || reader.isSign($0, ",") && word - last > 8
    }
  }

  func singleAfter(_ word: Int) -> Int? {
    var position = word + 1
    var isPlaced = false
    while position < items.count, position - word <= (isPlaced ? 9 : 3) {
      // `murió en Lima Víctor Santisteban, de 55 años`
      if isNamedWithAge(position) { return position }
      // `falleció en un hospital de Arequipa un joven`
      if items[position].kind == .name
        || reader.isWord(position, [.within]) && !reader.has(position, [.single])
        || isPlaced && reader.isWord(position, [.article, .of, .kind]) && !reader.has(position, [.single])
        || isPlaced && reader.isWord(position, [.single]) && person(after: position, within: 2) == nil
        || isPlaced && items[position].kind == .word && items[position].phrase < 0
      {
        isPlaced = true
        position += 1
        continue
      }
      // `the death overnight of a student`
      if items[position].kind == .date {
        position += 1
        continue
      }
      if items[position].roles.has(.single), items[position].kind == .word, !isBehindAgent(position) {
        return person(after: position, within: 6) == nil ? nil : position
      }
      if isAged(position) { return position }
      guard items[position].kind == .word, items[position].roles.hasAny(of: [.of, .range]) else { return nil }
      position += 1
    }
    return nil
  }

  /// Whether several capitals that nothing explains begin here, and an age stands behind them.
  func isNamedWithAge(_ start: Int) -> Bool {
    var end = start
    while end < items.count, items[end].kind == .word, items[end].phrase < 0,
      reader.scanner.tokens[items[end].start].isCapital
    { end += 1 }
    guard end - start >= 2, reader.isSign(end, ",") else { return false }
    if reader.has(end + 1, [.of]) {
      return reader.number(end + 2) != nil && reader.has(end + 3, [.unit])
    }
    return reader.number(end + 1) != nil && isAge(end + 1)
  }

  func person(after position: Int, within reach: Int) -> Int? {
    var next = position + 1
    while next < items.count, next - position <= reach {
      if items[next].kind == .word, items[next].roles.has(.person) { return next }
      if items[next].kind == .name || items[next].roles.hasAny(of: [.within, .blockade, .block]) {
        return nil
      }
      next += 1
    }
    return nil
  }

  /// `by a policeman`: who did it.
  func isBehindAgent(_ position: Int) -> Bool {
    reader.has(position - 1, [.near, .including, .dueTo])
  }
}
