internal import Chronicle
internal import Gazetteer

/// Reads how many people a sentence says were killed, injured or detained.
struct TollReader {
  private let reader: SentenceReader

  /// A number and what happened to so many people.
  private struct Toll {
    var measure: TollMeasure
    var value: Int
    var qualifier: TollQualifier
    var category: TollCategory
    /// The items from the number to the word, or the other way round.
    var items: ClosedRange<Int>
    var isSum = false
    /// Whether it is of the whole country on one day.
    var isNationwide = false
    /// Whether it is a part of the number before it, over the same days.
    var isPart = false
    /// Whether it is one person told by an article, who is no sum.
    var isSingle = false
    /// Whether it only says where some of the ones before were.
    var isElided = false
  }

  private static let measures: [(ReadingRole, TollMeasure)] = [
    (.killed, .killed), (.injured, .injured), (.detained, .detained),
  ]
  static let triggers: RoleSet = [.killed, .injured, .detained, .tollNoun, .death]

  init(_ reader: SentenceReader) { self.reader = reader }

  private var items: [Item] { reader.items }

  func drafts() -> [Draft] {
    let scanned = reader.scanned
    if scanned.roles.has(.including) {
      let shares = continued()
      if !shares.isEmpty { return shares }
    }
    guard scanned.roles.hasAny(of: Self.triggers) else { return [] }
    let isBlockade = scanned.roles.hasAny(of: [.blockade, .block])
    if scanned.roles.has(.ago) || isHistory() { return [] }
    var tolls = bound()
    // `A landslide hit the village. Two people died.`
    if reader.discourse.accidentAge <= 2, !isBlockade, !scanned.roles.has(.unrest), !scanned.sentence.isItem {
      tolls.removeAll { $0.category == .all }
    }
    if scanned.roles.has(.otherCause) {
      let parts = reader.parts()
      tolls.removeAll { toll in
        let part = parts.first { $0.contains(toll.items.lowerBound) } ?? 0..<items.count
        // `A gang was broken up; nine were detained`
        let isUnrest = scanned.roles.hasAny(of: [.unrest, .blockade])
        if !isUnrest, toll.category == .all, !isBlockade || !scanned.roles.has(.medical) { return true }
        return part.contains { reader.isWord($0, [.otherCause]) }
          && !part.contains { reader.isWord($0, [.unrest, .blockade]) }
          && !(part.contains { reader.isWord($0, [.block]) }
            && part.contains { reader.isWord($0, [.road, .traffic]) })
      }
    }
    guard !tolls.isEmpty else { return [] }
    markSums(&tolls)
    if tolls.contains(where: { $0.isSum && !$0.isPart }) {
      for part in tolls.indices where tolls[part].isPart { tolls[part].isSum = true }
    }
    for toll in tolls.indices where tolls[toll].isSingle { tolls[toll].isSum = false }
    tolls.sort { $0.items.lowerBound < $1.items.lowerBound }
    // `the bodies of six soldiers …, raising the toll to six`
    for (left, right) in zip(tolls.indices, tolls.indices.dropFirst()).reversed()
    where tolls[left].measure == tolls[right].measure && tolls[left].value == tolls[right].value
      && tolls[right].isSum && !tolls[left].isSum && tolls[left].value > 1
    {
      tolls.remove(at: right)
    }
    // Where one was may be where the one before it was.
    var before: Spot?
    return tolls.indices.compactMap { index in
      let spot = place(of: index, among: tolls, beside: before)
      before = spot
      return draft(tolls, index, at: spot)
    }
  }

  /// `In the 2009 clashes at Bagua 33 people were killed`: long ago, and no beginning of what is counted.
  private func isHistory() -> Bool {
    let today = reader.discourse.today.number
    let days = items.indices.filter { items[$0].kind == .date }
    return !days.isEmpty
      && days.allSatisfy { position in
        let date = reader.scanned.dates[items[position].index]
        return date.precision == .period && !reader.isBound(position)
          && today - date.days.upperBound.number > Self.longAgo
      }
  }

  /// How many days after its end a time is history.
  private static let longAgo = 120

  // MARK: Numbers and words

  private func measure(_ position: Int) -> TollMeasure? {
    guard items[position].kind == .word else { return nil }
    for (role, measure) in Self.measures where items[position].roles.has(role) { return measure }
    return items[position].roles.has(.tollNoun) ? .killed : nil
  }

  private func count(_ position: Int) -> NumberMention? {
    guard let number = reader.number(position), let value = number.value, value > 0, !number.isRank,
      !number.isShare
    else {
      return nil
    }
    return number
  }

  private func bound() -> [Toll] {
    var tolls: [Toll] = []
    var usedNumbers: PositionSet = []
    var usedWords: PositionSet = []
    // Few words tell of people killed, injured or detained.
    let words = items.indices.filter { measure($0) != nil }
    func bind(_ number: Int, _ word: Int, _ measure: TollMeasure, _ mention: NumberMention) {
      usedNumbers.insert(number)
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
      }
    }
    tolls += listed(beside: tolls, used: usedNumbers)
    tolls += coordinated(with: tolls, used: usedNumbers)
    usedNumbers.formUnion(tolls.flatMap { $0.items })
    let shares = shares(of: tolls, used: usedNumbers)
    usedNumbers.formUnion(shares.flatMap { $0.items })
    tolls += elided(after: tolls, used: usedNumbers) + shares
    return tolls + deaths(beside: tolls)
  }

  /// `the injured were not 22 but 55`: the number that holds.
  private func corrected(_ number: Int) -> (Int, NumberMention)? {
    guard reader.isWord(number - 1, [.negation]) || reader.isWord(number - 2, [.negation]),
      reader.isWord(number + 1, [.contrast]), let mention = count(number + 2)
    else { return nil }
    return (number + 2, mention)
  }

  /// `Detained in the raids: Juliaca 4, Cusco 7`.
  private func listed(beside tolls: [Toll], used: PositionSet) -> [Toll] {
    guard let colon = items.indices.first(where: { reader.isSign($0, ":") }),
      let measure = (0..<colon).lazy.compactMap({ self.measure($0) }).first
    else { return [] }
    return (colon + 1..<max(items.count, colon + 1)).compactMap { number in
      guard let mention = count(number), let value = mention.value, !used.contains(number) else { return nil }
      let isBehindName =
        (reader.name(number - 1)?.highways.isEmpty == true || reader.isSign(number - 1, "("))
        && (number + 1 >= items.count || items[number + 1].kind == .sign || reader.has(number + 1, [.and]))
      // `Wounded people admitted on Friday: 16 in Ayacucho, seven in Huanta`
      let isBeforeName =
        reader.has(number + 1, [.within]) && reader.name(number + 2)?.highways.isEmpty == true
        && !tolls.contains { $0.measure == measure && $0.items.upperBound < colon }
      guard isBehindName || isBeforeName else { return nil }
      return Toll(
        measure: measure,
        value: value,
        qualifier: mention.qualifier,
        category: .all,
        items: isBehindName ? number - (reader.name(number - 1) == nil ? 2 : 1)...number : number...number + 2
      )
    }
  }

  /// `three officers and two civilians were killed`: numbers of people joined to one that has its word.
  private func coordinated(with tolls: [Toll], used: PositionSet) -> [Toll] {
    var found: [Toll] = []
    // `58 people, 21 police officers among them, were injured`
    // `55 dead, including a police officer`, `10 hurt, six of them police`
    for number in items.indices where !used.contains(number) {
      // `1,300 were injured; 580 are police officers`
      let isSaidOf = reader.isWord(number + 1, [.rise, .assert])
      let isOfThem = reader.isWord(number + 1, [.including]) || isSaidOf
      guard isPart(number) || isOfThem,
        let mention = count(number) ?? (isPart(number) ? single(number) : nil),
        let value = mention.value, let person = personBehind(number, reach: isOfThem ? 3 : 1),
        value > 1 || person == number + (isOfThem ? 2 : 1),
        !isSaidOf || !(person..<items.count).prefix(4).contains(where: { measure($0) != nil }),
        let whole = tolls.last(where: { $0.items.lowerBound < number && $0.value > value })
          ?? tolls.first(where: { $0.value > value }),
        !isDenied(number, number)
      else { continue }
      let category = category(person - 1, number...person)
      guard category == .police || category.text == "soldiers" else { continue }
      found.append(
        Toll(
          measure: whole.measure,
          value: value,
          qualifier: mention.qualifier,
          category: category,
          items: number...person
        )
      )
    }
    for toll in tolls {
      // `Among those hurt were 14 officers and nine miners`
      if let number = toll.items.first(where: { count($0) != nil }), number > toll.items.lowerBound,
        let next = (toll.items.upperBound + 1..<toll.items.upperBound + 4).first(where: { count($0) != nil }),
        reader.isWord(next - 1, [.and]), reader.isWord(next + 1, [.person]), !used.contains(next),
        let mention = count(next), let value = mention.value,
        !(next + 2..<next + 5).contains(where: { items.indices.contains($0) && measure($0) != nil })
      {
        found.append(
          Toll(
            measure: toll.measure,
            value: value,
            qualifier: mention.qualifier,
            category: category(next, next...next + 1),
            items: next...next + 1
          )
        )
      }
      guard let number = toll.items.first(where: { count($0) != nil }) else { continue }
      // `two policemen and a villager were killed`
      if let single = toll.items.first(where: { reader.isWord($0, [.single]) && $0 > number }),
        reader.isWord(single - 1, [.and]), reader.isWord(single + 1, [.person]),
        single + 1 < toll.items.upperBound, number + 1 < single
      {
        found.append(
          Toll(
            measure: toll.measure,
            value: 1,
            qualifier: .exact,
            category: category(single, single...single + 1),
            items: single...single + 1
          )
        )
      }
      var position = number - 1
      while reader.isSign(position, ",") || reader.has(position, [.and]) { position -= 1 }
      guard position < number - 1,
        let person = (max(0, position - 2)...max(0, position)).first(where: {
          reader.isWord($0, [.person])
        }), let other = (max(0, person - 3)..<person).last(where: { count($0) != nil }),
        !used.contains(other),
        let mention = count(other), let value = mention.value, !isDenied(other, toll.items.upperBound),
        (other + 1...position).allSatisfy({ reader.isWord($0, [.person]) || items[$0].phrase < 0 })
      else { continue }
      found.append(
        Toll(
          measure: toll.measure,
          value: value,
          qualifier: mention.qualifier,
          category: category(other, other...person),
          items: other...person
        )
      )
    }
    return found
  }

  /// Who stands behind a number: at once, or behind words such as `of them` and `are members of the`.
  private func personBehind(_ number: Int, reach: Int) -> Int? {
    var position = number + 1
    while position <= number + reach, !reader.isWord(position, [.person]) {
      guard reader.isWord(position, [.including, .rise, .assert, .article, .of]) else { return nil }
      position += 1
    }
    return reader.isWord(position, [.person]) ? position : nil
  }

  /// Numbers that only say where: `two were killed in Ayaviri and one in Macusani`, `49, including 18 in Juliaca`.
  private func elided(after tolls: [Toll], used: PositionSet) -> [Toll] {
    items.indices.compactMap { number in
      guard !used.contains(number), let mention = count(number) ?? one(number), let value = mention.value,
        let tie = (number + 1...number + 2).first(where: { reader.has($0, [.within]) }),
        tie == number + 1 || reader.isWord(number + 1, [.assert, .rise]), !reader.has(number + 1, [.clock]),
        (number + 2..<number + 5).contains(where: { reader.name($0)?.highways.isEmpty == true }),
        let last = tolls.filter({ $0.items.upperBound < number }).max(by: {
          $0.items.upperBound < $1.items.upperBound
        }),
        !isDenied(number, number),
        reader.isSign(number - 1, ",") || reader.has(number - 1, [.and, .including])
      else { return nil }
      var toll = Toll(
        measure: last.measure,
        value: value,
        qualifier: mention.qualifier,
        category: last.category,
        items: number...number
      )
      toll.isElided = true
      return toll
    }
  }

  private func single(_ position: Int) -> NumberMention? {
    reader.isWord(position, [.single]) ? NumberMention(value: 1, decimal: 1, isDigits: false) : nil
  }

  /// `nine in Juliaca and one in Chucuito`
  private func one(_ position: Int) -> NumberMention? {
    guard reader.isWord(position, [.single]), reader.has(position + 1, [.within]) else { return nil }
    return NumberMention(value: 1, decimal: 1, isDigits: false)
  }

  /// `Friday's death in Cusco brings the toll to 49`: one more, told beside the sum.
  private func deaths(beside tolls: [Toll]) -> [Toll] {
    guard let sum = tolls.first, tolls.contains(where: { $0.value > 1 }) else { return [] }
    for position in items.indices where reader.isWord(position, [.death]) {
      guard position < sum.items.lowerBound, !reader.isNegated(position),
        (position + 1..<position + 8).contains(where: { reader.name($0)?.highways.isEmpty == true })
      else { continue }
      return [
        Toll(measure: .killed, value: 1, qualifier: .exact, category: .all, items: position...position)
      ]
    }
    return []
  }

  /// The parts of a number that follow its colon: `53 dead: 43 in clashes, 9 linked to the blockades and a policeman`.
  private func shares(of tolls: [Toll], used: PositionSet) -> [Toll] {
    guard let first = tolls.map(\.items.upperBound).min(),
      let colon = (first + 1..<max(items.count, first + 1)).first(where: { reader.isSign($0, ":") }),
      let whole = tolls.filter({ $0.items.upperBound < colon }).max(by: {
        $0.items.upperBound < $1.items.upperBound
      })
    else { return [] }
    return shares(of: whole, from: colon + 1, used: used)
  }

  /// The parts that a sentence of its own tells: `Of these, 41 occurred in clashes and seven at roadblocks`.
  private func continued() -> [Draft] {
    guard reader.discourse.tollAge == 1, reader.isWord(0, [.including]), let figure = reader.discourse.figure,
      case .toll(let measure, let value, let qualifier, let category) = figure.content
    else { return [] }
    let whole = Toll(measure: measure, value: value, qualifier: qualifier, category: category, items: 0...0)
    return shares(of: whole, from: reader.isSign(1, ",") ? 2 : 1, used: []).map { share in
      var draft = figure
      draft.content = .toll(
        measure: share.measure,
        value: share.value,
        qualifier: share.qualifier,
        category: share.category
      )
      draft.bytes = reader.bytes(share.items.lowerBound..<share.items.upperBound + 1)
      draft.warnings.append("what is counted is taken from the sentence before")
      return draft
    }
  }

  private func shares(of whole: Toll, from start: Int, used: PositionSet) -> [Toll] {
    var starts: [(position: Int, mention: NumberMention)] = []
    for position in start..<max(items.count, start) where !used.contains(position) {
      let opens =
        position == start || reader.isSign(position - 1, ",") || reader.has(position - 1, [.and])
      guard opens else { continue }
      if let mention = count(position) {
        starts.append((position, mention))
      } else if items[position].roles.has(.single), items[position].kind == .word,
        person(after: position, within: 2) != nil
      {
        starts.append((position, NumberMention(value: 1, decimal: 1, isDigits: false)))
      }
    }
    var shares: [Toll] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1].position : items.count
      guard let value = start.mention.value, value < whole.value else { continue }
      let range = start.position..<end
      var category = TollCategory.all
      if range.contains(where: { reader.has($0, [.blockade, .block]) && items[$0].kind == .word }) {
        category = .blockadeRelated
      } else if let person = range.first(where: { reader.has($0, [.person]) && items[$0].kind == .word }),
        let phrase = reader.phrase(items[person])
      {
        category = phrase.category
      }
      var last = end - 1
      while last > start.position, items[last].kind == .sign || reader.has(last, [.and]) { last -= 1 }
      shares.append(
        Toll(
          measure: whole.measure,
          value: value,
          qualifier: start.mention.qualifier,
          category: category,
          items: start.position...last,
          isPart: true
        )
      )
    }
    return shares
  }

  private func wordAfter(_ number: Int) -> (Int, TollMeasure)? {
    var position = number + 1
    var isPeople = false
    var unknown = 0
    // `Six of them were arrested`: of those that the sentence before tells of.
    if reader.isWord(position, [.including]), !isKnown(reader.number(number)) {
      isPeople = true
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
  private func isKnown(_ number: NumberMention?) -> Bool {
    reader.discourse.tollAge <= 1 || items.contains { $0.roles.has(.tollNoun) } || number?.isDigits == nil
  }

  private func numberAfter(_ word: Int) -> Int? {
    let isTotal = items[word].roles.has(.tollNoun)
    var position = word + 1
    var rises = items[word].roles.has(.rise)
    let reach = isTotal ? 20 : 4
    while position < items.count, position - word <= reach {
      let item = items[position]
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
      } else if !item.roles.hasAny(of: [.of, .article]) {
        return nil
      }
      position += 1
    }
    return nil
  }

  /// Whether what follows a number can be people: nobody, somebody, or no noun at all.
  private func isCountOfPeople(_ number: Int) -> Bool {
    guard number + 1 < items.count else { return true }
    let next = items[number + 1]
    if next.kind != .word || next.roles.has(.person) { return true }
    if next.phrase >= 0 { return !next.roles.hasAny(of: [.unit, .tally, .other, .road]) }
    return ((number + 2)..<min(number + 4, items.count)).contains { items[$0].roles.has(.person) }
  }

  /// The number behind the colon of a label that a word begins.
  private func labelled(_ word: Int) -> Int? {
    var position = word + 1
    while position < items.count, position - word <= 5, !reader.isSign(position, ":") {
      let isInner =
        reader.isWord(position, [.person, .sum, .of, .article, .nation]) || items[position].phrase < 0
        || items[position].kind == .date
      guard isInner, !reader.isSign(position, ","), !reader.isSign(position, ";"),
        reader.number(position) == nil
      else { return nil }
      position += 1
    }
    guard reader.isSign(position, ":"), count(position + 1) != nil else { return nil }
    let next = position + 2
    return next >= items.count || items[next].kind == .sign ? position + 1 : nil
  }

  /// `Among those hurt at Chala were 14 officers`.
  private func numberSaid(after word: Int) -> Int? {
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

  private func numberBefore(_ word: Int, used: PositionSet) -> Int? {
    var position = word - 1
    while position >= 0, word - position <= 16 {
      if reader.isSign(position, ";") || items[position].roles.has(.contrast) { return nil }
      if measure(position) != nil { return nil }
      if count(position) != nil, !isPart(position), !isAge(position), !isBareAge(position) {
        guard !used.contains(position) else { return nil }
        let behind = (position + 1)..<min(position + 4, items.count)
        return behind.contains { items[$0].roles.has(.person) && items[$0].kind == .word } ? position : nil
      }
      position -= 1
    }
    return nil
  }

  private func singleBefore(_ word: Int) -> Int? {
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

  /// `a woman of 35 and a youth of 20 lost their lives`: how many more are told one by one before somebody.
  private func singles(joinedTo last: Int) -> Int {
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
  private func isAged(_ position: Int) -> Bool {
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

  /// Whether a figure rose or fell from this number to another: the first of `from 13 to 17`.
  private func isStart(_ position: Int) -> Bool {
    reader.has(position - 1, [.from, .of, .rise]) && reader.has(position + 1, [.range])
      && reader.number(position + 2)?.value != nil
  }

  /// Whether a number counts roads or blockades, not people: `85 points`.
  private func isOfThings(_ position: Int) -> Bool {
    let noun = reader.isWord(position + 1, [.article]) ? position + 2 : position + 1
    return reader.isWord(noun, [.tally, .road, .blockade]) && !reader.isWord(noun, [.person])
  }

  /// `Rosa Mamani, 34,`: the age of one who is named; `aged 19 and 22`: of several.
  private func isAge(_ position: Int) -> Bool {
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
  private func isBareAge(_ position: Int) -> Bool {
    guard let value = reader.number(position)?.value, 1...110 ~= value else { return false }
    return reader.isWord(position - 1, [.of]) && reader.isWord(position - 2, [.person])
      && reader.isWord(position - 3, [.single]) && !reader.isWord(position + 1, [.person, .tally, .of])
  }

  /// Whether somebody, told by the words from the article to `person`, is whom a word behind is said of.
  private func isSubject(_ start: Int, _ person: Int, of word: Int) -> Bool {
    // `A 31-year-old doctor` is one person; so is whoever a clause begins with.
    if start == 0 || reader.isSign(start - 1, ",") && start == 1 { return true }
    var last = person
    while last + 1 < word, reader.has(last + 1, [.person]) { last += 1 }
    return !(last + 1..<max(word, last + 1)).contains {
      reader.has($0, [.person]) || reader.isSign($0, ",") && word - last > 8
    }
  }

  private func singleAfter(_ word: Int) -> Int? {
    var position = word + 1
    var isPlaced = false
    while position < items.count, position - word <= (isPlaced ? 9 : 3) {
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

  private func person(after position: Int, within reach: Int) -> Int? {
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
  private func isBehindAgent(_ position: Int) -> Bool {
    reader.has(position - 1, [.near, .including, .dueTo])
  }

  private func isPart(_ number: Int) -> Bool {
    reader.has(number - 1, [.including]) || reader.has(number - 2, [.including])
  }

  private func isDenied(_ number: Int, _ word: Int) -> Bool {
    reader.isNegated(min(number, word), within: 4) || reader.isNegated(word, within: 2)
      || reader.isGoverned(word, by: [.hypothetical], in: 0..<items.count)
  }

  /// `revised from 12 to 14`: the number before.
  private func isEarlier(_ number: Int) -> Bool {
    reader.has(number - 1, [.compared]) && reader.has(number + 1, [.range, .rise])
  }

  // MARK: People

  private func category(_ number: Int, _ range: ClosedRange<Int>) -> TollCategory {
    var found: TollCategory?
    // `suboficial Soncco murió`: who stands for the number.
    if reader.isWord(number, [.person]) { found = reader.phrase(items[number])?.category }
    for position in (number + 1)..<max(number + 1, min(number + 7, items.count))
    where items[position].kind == .word {
      let item = items[position]
      if item.roles.has(.person), let phrase = reader.phrase(item) {
        if found == nil || found == .all { found = phrase.category }
      } else if position > range.upperBound {
        break
      }
      if reader.has(position, [.near, .within, .dueTo, .including]) { break }
    }
    // `Injured civilians: 912`
    if found == nil, number == range.upperBound,
      let person = range.first(where: { reader.isWord($0, [.person]) && !reader.isWord($0, [.killed]) })
    {
      found = reader.phrase(items[person])?.category
    }
    // `the number of protesters killed`
    if found == nil || found == .all, let named = range.lazy.compactMap(namedCategory).first { found = named }
    if let found, found != .all { return found }
    return isLinkedToBlockade(range) ? .blockadeRelated : .all
  }

  /// Whom the words of a total name.
  private func namedCategory(_ position: Int) -> TollCategory? {
    guard reader.isWord(position, [.tollNoun]) else { return nil }
    return reader.scanner.phrases(in: items[position]).first { $0.roles.has(.person) && $0.category != .all }?
      .category
  }

  /// Whether people died because a road was closed.
  private func isLinkedToBlockade(_ range: ClosedRange<Int>) -> Bool {
    // `crashed into rocks left at a blockade`
    if reader.scanned.roles.has(.otherCause),
      items.indices.contains(where: { reader.isWord($0, [.otherCause]) && abs($0 - range.upperBound) <= 8 }),
      items.indices.contains(where: { reader.isWord($0, [.blockade, .blocking]) })
    {
      return true
    }
    for position in items.indices
    where items[position].kind == .word && items[position].roles.hasAny(of: [.blockade, .block]) {
      if !(measure(position) == nil) { continue }
      let before = max(0, position - 8)..<position
      let isCause = before.contains {
        items[$0].kind == .word && $0 > range.upperBound
          && (items[$0].roles.hasAny(of: [.dueTo, .medical])
            || items[$0].roles.has(.clause) && $0 == position - 1 && items[position].roles.has(.blockade))
      }
      if isCause,
        !(range.upperBound..<position).contains(where: { $0 > range.upperBound && measure($0) != nil })
      {
        return true
      }
      if reader.scanned.roles.has(.medical) { return true }
    }
    return false
  }

  // MARK: Sums

  private func markSums(_ tolls: inout [Toll]) {
    for position in items.indices {
      let item = items[position]
      let isPeriod =
        item.kind == .date && reader.scanned.dates[item.index].precision == .period
        && !reader.scanned.dates[item.index].isImpossible
      let isSum =
        item.kind == .word
        && (item.roles.has(.nation) || item.roles.has(.sum) && !hasDay(near: position))
      // `the bloodiest day since …` counts that day.
      let isSince =
        item.kind == .word && item.roles.has(.since) && !startsDay(position + 1)
        && !(max(0, position - 8)..<position).contains { reader.isWord($0, [.superlative]) }
      guard isPeriod || isSum || isSince else { continue }
      var best: (distance: Int, toll: Int)?
      for toll in tolls.indices {
        let range = tolls[toll].items
        let distance =
          position < range.lowerBound ? range.lowerBound - position : max(0, position - range.upperBound)
        if distance < best?.distance ?? .max { best = (distance, toll) }
      }
      guard let best, best.distance <= 24 else { continue }
      // `22 officers and 16 civilians were injured across Peru on Thursday`
      if item.kind == .word, item.roles.has(.nation), hasDay(near: position), !isPeriod, !isSince {
        for toll in tolls.indices where tolls[toll].items.upperBound < position {
          tolls[toll].isNationwide = true
        }
      } else {
        tolls[best.toll].isSum = true
      }
    }
    for toll in tolls.indices
    where reader.has(tolls[toll].items.lowerBound, [.sum]) || reader.has(tolls[toll].items.upperBound, [.sum])
    {
      tolls[toll].isSum = true
    }
  }

  /// Whether a day is told beside words such as `during protests`, so that they do not sum.
  private func hasDay(near position: Int) -> Bool {
    (max(0, position - 4)..<min(items.count, position + 4)).contains {
      items[$0].kind == .date && !reader.isBound($0)
        && reader.scanned.dates[items[$0].index].precision != .period
    }
  }

  /// Whether a day follows that lies only hours back, as in `since this morning`.
  private func startsDay(_ position: Int) -> Bool {
    guard position < items.count, items[position].kind == .date else { return false }
    return reader.discourse.today.number - reader.scanned.dates[items[position].index].days.lowerBound.number
      <= 2
  }

  // MARK: Where and when

  private func draft(_ tolls: [Toll], _ index: Int, at name: Spot?) -> Draft? {
    let toll = tolls[index]
    var place = ""
    var resolution: Resolution?
    var scope = Scope.nation
    var last = toll.items.upperBound
    var first = toll.items.lowerBound
    if let name {
      (place, resolution) = (name.text, name.resolution)
      let isRegion = name.isRegion || resolution?.location?.method == .region
      scope = isRegion ? .region : toll.measure == .detained ? .place : .incident
      if toll.isSum, scope == .incident { scope = .place }
      if let items = name.items {
        last = max(last, items.upperBound)
        first = min(first, items.lowerBound)
      }
    }
    // `killed nearly 30 protesters`: whom the number counts belongs to the words.
    while last + 1 < items.count, last - toll.items.upperBound < 2, reader.has(last + 1, [.person]) {
      last += 1
    }
    let today = reader.discourse.today
    var days = today...today
    var precision: DateMention.Precision?
    if toll.isSum {
      days = period() ?? today...today
    } else if let day = dayBefore(toll) {
      (days, precision) = (day...day, .relative)
    } else if let date = reader.date(near: toll.items.upperBound, in: 0..<items.count) {
      (days, precision) = (date.days, date.precision)
    } else if scope != .nation,
      let known = reader.discourse.incidents[reader.places.area(resolution, place: place)],
      today.number - known.upperBound.number <= 7
    {
      days = known
    } else if let day = reader.discourse.incidentDays {
      days = day
    }
    guard today.number - days.upperBound.number <= 400 else { return nil }
    var draft = Draft(
      content: .toll(
        measure: toll.measure,
        value: toll.value,
        qualifier: toll.qualifier,
        category: toll.category
      ),
      scope: scope,
      bytes: reader.bytes(first..<last + 1),
      place: place,
      resolution: resolution,
      days: days,
      precision: precision,
      said: today,
      asOf: reader.moment()
    )
    draft.name = name?.name
    draft.isUnplaced = name == nil && !toll.isSum && !toll.isNationwide
    return draft
  }

  /// `blocked on Monday, a day after two people were killed`: the day before the one that is told.
  private func dayBefore(_ toll: Toll) -> Day? {
    guard let after = (0..<toll.items.lowerBound).last(where: { reader.isWord($0, [.dayAfter]) }),
      toll.items.lowerBound - after <= 8
    else { return nil }
    let told = reader.date(near: after, in: 0..<after) ?? reader.date(near: after, in: after..<items.count)
    return (told?.days.lowerBound ?? reader.discourse.today).previous
  }

  /// The period a sum covers, as far as the sentence tells it.
  private func period() -> ClosedRange<Day>? {
    var days: ClosedRange<Day>?
    for position in items.indices where items[position].kind == .date {
      let date = reader.scanned.dates[items[position].index]
      if reader.isBound(position) || date.precision == .period {
        let range = date.days
        let isStart = reader.has(position - 1, [.since])
        let to = isStart ? max(reader.discourse.today, range.lowerBound) : range.upperBound
        days = min(days?.lowerBound ?? range.lowerBound, range.lowerBound)...max(days?.upperBound ?? to, to)
      }
    }
    // `since he was removed in December`: what began then goes on.
    if let start = days?.lowerBound, reader.scanned.roles.has(.since) {
      return start...max(start, reader.discourse.today)
    }
    return days
  }

  /// Where this sentence says that the clashes were that the one before tells the dead of.
  ///
  /// Only a sentence about the very thing does: `The clashes took place in …`.
  func placing(_ toll: Draft) -> Draft? {
    guard reader.isWord(0, [.article]), reader.isWord(1, [.unrest, .killed, .death, .anaphor]),
      let position = items.indices.first(where: { position in
        guard let name = reader.name(position), name.highways.isEmpty, !name.isOrigin else { return false }
        return reader.places.isPlausible(name.name) && !reader.places.isOnly(name.name, .hospital)
      }), let name = reader.name(position)?.name
    else { return nil }
    let spot = spot(name, at: position)
    var toll = toll
    (toll.place, toll.resolution, toll.name) = (spot.text, spot.resolution, name)
    let isRegion = spot.isRegion || spot.resolution.location?.method == .region
    toll.scope = isRegion ? .region : .incident
    toll.isUnplaced = false
    toll.warnings.append("the place is taken from the sentence after")
    return toll
  }

  private struct Spot {
    var text: String
    var resolution: Resolution
    var isRegion: Bool
    var name: Reference.Name
    var items: ClosedRange<Int>?
  }

  private func place(of index: Int, among tolls: [Toll], beside neighbour: Spot?) -> Spot? {
    let toll = tolls[index]
    if toll.isNationwide { return nil }
    let next = index + 1 < tolls.count ? tolls[index + 1].items.lowerBound : items.count
    let previous = index > 0 ? tolls[index - 1].items.upperBound : -1
    func isUsable(_ position: Int) -> Bool { isUsable(position, orOrigin: false) }
    func isUsable(_ position: Int, orOrigin: Bool) -> Bool {
      guard let name = reader.name(position), name.highways.isEmpty, orOrigin || !name.isOrigin else {
        return false
      }
      return !isHospital(name) && reader.places.isPlausible(name.name)
    }
    let after = (toll.items.upperBound + 1..<max(next, toll.items.upperBound + 1)).first(where: isUsable)
    let inside = toll.items.first(where: isUsable)
    let before = (previous + 1..<max(toll.items.lowerBound, previous + 1)).last(where: isUsable)
    var chosen = inside ?? after
    if let before, let near = chosen, inside == nil {
      // `In Lima, 224 people were detained …`: what stands before a comma at the head governs.
      let tie = reader.name(near)?.name.tie ?? .none
      if tie == .none, reader.name(before)?.name.tie == .within { chosen = before }
    }
    chosen = chosen ?? before
    // `14 officers and nine miners`: where the others were.
    if chosen == nil, !toll.isSum, index > 0, !tolls[index - 1].isSum,
      let neighbour
    {
      return neighbour
    }
    // Of `ten: nine in Juliaca and one in Chucuito` the ten were not all in Juliaca.
    let isDivided = index + 1 < tolls.count && tolls[index + 1].isElided
    if chosen == nil, !toll.isSum, !isDivided {
      let leading = (0..<(tolls.first?.items.lowerBound ?? 0)).last(where: isUsable)
      let trailing = (toll.items.upperBound + 1..<max(items.count, toll.items.upperBound + 1)).first(
        where: isUsable
      )
      chosen = leading ?? trailing ?? items.indices.first { isUsable($0, orOrigin: true) }
    }
    if toll.isSum, let position = chosen {
      // A sum is of a region only where the region stands right beside it.
      let distance =
        position > toll.items.upperBound ? position - toll.items.upperBound : toll.items.lowerBound - position
      let isTied = reader.name(position).map { $0.name.tie == .within || $0.name.level != nil } ?? false
      let crosses = (min(position, toll.items.lowerBound)..<max(position, toll.items.upperBound)).contains {
        reader.has($0, [.contrast])
      }
      // `In Puno, 21 dead since …`, `the Puno region counts 21 dead`
      let isBeside =
        position > toll.items.lowerBound || reader.isSign(position + 1, ",")
        || reader.name(position)?.name.level != nil
      if distance > 4 || crosses || !isTied || !isBeside || reader.scanned.roles.has(.nation) { return nil }
    }
    if let position = chosen, let name = reader.name(position)?.name {
      return spot(name, at: position, isSum: toll.isSum)
    }
    guard !toll.isSum else { return nil }
    let discourse = reader.discourse
    let recent = discourse.placeAge <= 2 ? discourse.place : nil
    let incident = discourse.incidentAge <= 6 && toll.measure != .detained ? discourse.incidentPlace : nil
    // `died in a Puno hospital` stands in for the place where nothing tells it.
    let beside = max(0, previous + 1)..<max(toll.items.upperBound, min(next, toll.items.upperBound + 12))
    let hospital =
      isDivided || reader.isWord(toll.items.lowerBound, [.tollNoun])
      ? nil : beside.lazy.compactMap { reader.name($0) }.first { isHospital($0) }
    guard var name = recent ?? incident ?? discourse.headingName ?? hospital?.name else { return nil }
    if !reader.places.isOnly(name, .hospital) { name.kind = nil }
    name.tie = .none
    var reference = Reference()
    reference.names = [name]
    let resolution = reader.places.locate(reference, in: nil, text: name.text)
    return Spot(text: name.text, resolution: resolution, isRegion: name.level != nil, name: name)
  }

  private func isHospital(_ name: NameMention) -> Bool {
    name.name.kind == "hospital" || reader.places.isOnly(name.name, .hospital)
  }

  private func spot(_ name: Reference.Name, at position: Int, isSum: Bool = false) -> Spot {
    var reference = Reference()
    var own = name
    own.tie = .none
    // A sum over weeks is of a region rather than of the town that bears its name.
    if isSum, own.level == nil, let region = reader.places.region(own),
      reader.places.pack.regions[region].level == .department
    {
      own.level = .department
    }
    reference.names = [own]
    var last = position
    if reader.isSign(position + 1, ",") || reader.isSign(position + 1, "("),
      let outer = reader.name(position + 2)?.name,
      reader.places.holds(outer, name)
    {
      var outer = outer
      outer.tie = .within
      reference.names.append(outer)
      last = position + 2
    }
    let text = reader.text(position...last)
    let resolution = reader.places.locate(reference, in: reader.discourse.headingRegion, text: text)
    return Spot(
      text: text,
      resolution: resolution,
      isRegion: own.level != nil,
      name: name,
      items: position...last
    )
  }
}
