internal import Chronicle
internal import Gazetteer
internal import Geo

/// A sentence as items, and what their values are.
struct ScannedSentence {
  var sentence: Sentence
  var items: [Item] = []
  var numbers: [NumberMention] = []
  var names: [NameMention] = []
  var dates: [DateMention] = []
  var kilometres: [KilometreMention] = []
  /// The roles of all its items.
  var roles: RoleSet = []
}

/// Finds phrases, names, numbers, dates and kilometres in a sentence: each the longest at its place.
final class SentenceScanner {
  let lexicon: Lexicon
  private let language: Lexicon.Language
  private let spellings: [Lexicon.Spelling]
  private let phraseTrie: PhraseTrie
  private let nameTrie: PhraseTrie
  let tokens: [Token]
  let text: [UInt8]
  let calendar: ReportCalendar

  /// Whether the paragraph tells names from words by capitals.
  let usesCapitals: Bool
  /// Whether the text tells words apart by their accents.
  let usesAccents: Bool

  init(
    lexicon: Lexicon,
    language: Int,
    tokens: [Token],
    text: [UInt8],
    calendar: ReportCalendar,
    usesCapitals: Bool,
    usesAccents: Bool
  ) {
    self.lexicon = lexicon
    self.language = lexicon.languages[language]
    spellings = lexicon.spellings
    phraseTrie = lexicon.languages[language].trie
    nameTrie = lexicon.names
    self.tokens = tokens
    self.text = text
    self.calendar = calendar
    self.usesCapitals = usesCapitals
    self.usesAccents = usesAccents
  }

  /// - Complexity: O(*n* · *w*) in the tokens and the words of the longest name.
  func scan(_ sentence: Sentence) -> ScannedSentence {
    var scanned = ScannedSentence(sentence: sentence)
    let raw = rawItems(sentence, into: &scanned)
    if isTelling(sentence) { fuse(raw, into: &scanned) } else { keepNames(raw, into: &scanned) }
    tieNames(in: &scanned)
    settleNouns(in: &scanned)
    for item in scanned.items { scanned.roles.formUnion(item.roles) }
    return scanned
  }

  /// Whether a sentence may say something to count or to map, or a day.
  private func isTelling(_ sentence: Sentence) -> Bool {
    // A few words may go on with what the sentence before counts: `On Monday they were 93.`
    if sentence.isItem || sentence.isShortLine || sentence.tokens.count <= Self.fewTokens { return true }
    if sentence.beginsLine, tokens[sentence.tokens].prefix(12).contains(where: { $0.kind == .number }) {
      return true
    }
    return tokens[sentence.tokens].contains { token in
      Int(token.word) < lexicon.telling.count && lexicon.telling[Int(token.word)] || token.isSign("@")
    } || tokens[sentence.tokens].contains { $0.kind == .number && $0.end - $0.start >= 4 }
  }

  private static let fewTokens = 14

  /// Takes items as they are, only naming the names.
  private func keepNames(_ raw: [Item], into scanned: inout ScannedSentence) {
    scanned.items.reserveCapacity(raw.count)
    for item in raw { keep(item, into: &scanned) }
  }

  private func keep(_ item: Item, into scanned: inout ScannedSentence) {
    var item = item
    if item.kind == .name {
      let bearers = item.index < 0 ? Lexicon.Bearers([]) : lexicon.bearers[item.index]
      let (isUnknown, isUnknownRoad) = (item.index < 0, item.index == Self.unknownRoad)
      item.index = scanned.names.count
      scanned.names.append(
        NameMention(
          name: Reference.Name(
            text: string(item.start..<item.end),
            bearers: bearers.placesAndRegions
          ),
          highways: bearers.highways,
          isUnknown: isUnknown,
          isUnknownRoad: isUnknownRoad,
          phraseStart: item.start
        )
      )
    }
    scanned.items.append(item)
  }

  private func phrase(_ item: Item) -> Phrase { lexicon.phrases[Int(item.phrase)] }

  func string(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return String(decoding: text[Int(self.tokens[first].start)..<Int(self.tokens[last].end)], as: UTF8.self)
  }

  // MARK: Phrases and names

  private func rawItems(_ sentence: Sentence, into scanned: inout ScannedSentence) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(sentence.tokens.count)
    var position = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    let isShouting = isShouting(sentence)
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
      if usesCapitals, !isShouting, let street = street(position, in: sentence, after: &items) {
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
        items.append(Item(kind: .name, start: position, end: unknown.end, index: unknown.isRoad ? Self.unknownRoad : -1))
        position = unknown.end
        continue
      }
      items.append(Item(kind: token.kind == .number ? .number : .word, start: position, end: position + 1))
      position += 1
    }
    return items
  }

  /// The name of a street here: `avenida Túpac Amaru`, whose word is taken from the items, or `La Marina Avenue`.
  private func street(_ start: Int, in sentence: Sentence, after items: inout [Item]) -> Item? {
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
      if token.kind == .word, token.isCapital || end > start && tokens[end - 1].kind == .number && end + 1 < upper && isJoint(end) && tokens[end + 1].isCapital {
        end += 1
      } else if token.kind == .number, end == start, end + 2 < upper, isJoint(end + 1), tokens[end + 2].isCapital {
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

  /// Of a name and a phrase of the same length the phrase is meant, unless it says nothing here.
  private func isBetter(_ payload: Int32, than phrase: (payload: Int32, end: Int)?) -> Bool {
    guard let phrase else { return true }
    let weak: RoleSet = [.abbreviation, .common, .of, .article]
    let spelling = spellings[Int(phrase.payload)]
    let roles = spelling.roles
    return roles.hasAny(of: weak) && !roles.hasAny(of: [.within, .and, .from, .range])
      && spelling.length > 1
  }

  /// What the ending of a word says that no table has: `plegarán` is still to come.
  private func ending(_ token: Token) -> Int32? {
    guard token.kind == .word, !token.isCapital else { return nil }
    let (start, end) = (Int(token.start), Int(token.end))
    for ending in language.endings where end - start > ending.bytes.count + 2 {
      if text[(end - ending.bytes.count)..<end].elementsEqual(ending.bytes) { return ending.phrase }
    }
    return nil
  }

  /// What a phrase says as it is spelt here.
  private func roles(of phrase: (payload: Int32, end: Int), at position: Int) -> RoleSet {
    let known = spellings[Int(phrase.payload)]
    guard usesAccents, phrase.end == position + 1, tokens[position].kind == .word else { return known.roles }
    return tokens[position].hasAccent ? known.accented : known.unaccented
  }

  private func longestPhrase(_ start: Int, _ end: Int) -> (payload: Int32, end: Int)? {
    var node = PhraseTrie.root
    var best: (payload: Int32, end: Int)?
    var position = start
    while position < end {
      let token = tokens[position]
      if token.kind == .lineBreak {
        position += 1
        continue
      }
      if token.kind == .sign {
        // An apostrophe, a hyphen within a compound, the stop of `a.m.`
        guard position > start, !token.followsSpace, position + 1 < end, !tokens[position + 1].followsSpace,
          token.isDash || token.isSign("'") || token.isSign("’") || token.isSign(".")
        else { break }
        position += 1
        continue
      }
      guard token.word != 0 else { break }
      node = phraseTrie.next(node, token.word)
      guard node != 0 else { break }
      position += 1
      let payload = phraseTrie.payload(node)
      if payload >= 0 { best = (payload, position) }
    }
    return best
  }

  private func longestName(_ start: Int, _ end: Int) -> (payload: Int32, end: Int)? {
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

  private func isShouting(_ sentence: Sentence) -> Bool {
    var (words, shouted) = (0, 0)
    for token in tokens[sentence.tokens] where token.kind == .word && token.end - token.start > 2 {
      words += 1
      if token.isAllCapital { shouted += 1 }
    }
    return words > 0 && shouted * 10 >= words * 7
  }

  // MARK: Names that no table has

  /// The index of a name of a road that no table has.
  private static let unknownRoad = -2

  private static let placing: RoleSet = [.within, .near, .between, .kind, .level, .settlement, .access]

  /// The capitalised words here, where the words before say that they name a place or a road.
  private func unknownName(_ start: Int, in sentence: Sentence, after items: [Item]) -> (
    end: Int, isRoad: Bool
  )? {
    guard usesCapitals, isUnknownCapital(start) || isPartOfUnknown(start, in: sentence), let last = items.last
    else { return nil }
    if tokens[start - 1].isSign("#") || tokens[start - 1].isSign("@") { return nil }
    var end = start + 1
    while end < sentence.tokens.upperBound, end - start < 6 {
      if isUnknownCapital(end) {
        end += 1
      } else if isJoint(end), end + 1 < sentence.tokens.upperBound, isUnknownCapital(end + 1) {
        end += 2
      } else {
        break
      }
    }
    let next = singleRoles(end, sentence)
    // `the Transoceanic Highway`, `carretera Marginal`
    if next.has(.road), end < sentence.tokens.upperBound, tokens[end - 1].kind == .word { return (end, true) }
    if tokens[start - 1].isDash, items.count > 1, items[items.count - 2].kind == .name { return (end, false) }
    var before = items.count - 1
    while before > 0, items[before].roles.hasAny(of: [.article, .of]),
      !items[before].roles.hasAny(of: Self.placing)
    {
      before -= 1
    }
    let tie = items[before]
    guard tie.kind == .word, before >= items.count - 3 else { return nil }
    if tie.roles.has(.road), last.roles.hasAny(of: [.road, .article, .of]) {
      let isEnd = end < sentence.tokens.upperBound && tokens[end].isDash
      return (end, !isEnd && before == items.count - 1)
    }
    // `el bloqueo de Titire`
    if tie.roles.has(.blockade), last.roles.has(.of), !isOrganisation(start..<end, in: sentence) {
      return (end, false)
    }
    if tie.roles.has(.range) {
      let recent = items.suffix(8)
      return recent.contains { $0.kind == .name || $0.roles.hasAny(of: [.road, .from]) } ? (end, false) : nil
    }
    guard tie.roles.hasAny(of: Self.placing), !tie.roles.has(.agent),
      !isOrganisation(start..<end, in: sentence), !next.has(.organisation)
    else { return nil }
    return (end, false)
  }

  private func isJoint(_ position: Int) -> Bool {
    tokens[position].kind == .word && !tokens[position].isCapital
      && singleRoles(position).hasAny(of: [.of, .article])
  }

  private func singleRoles(_ position: Int, _ sentence: Sentence) -> RoleSet {
    position < sentence.tokens.upperBound ? singleRoles(position) : []
  }

  /// What a word says by itself.
  private func singleRoles(_ position: Int) -> RoleSet {
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

  // MARK: Traps

  /// Whether a match is the name of a place here, not a word, a person or an organisation.
  private func isName(
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
    if isFirst, !first.isAllCapital, range.count == 1, isCommonWord(range.lowerBound) { return false }
    return !isPartOfProperName(range, in: sentence) && !isOrganisation(range, in: sentence)
  }

  private func isCommonWord(_ position: Int) -> Bool {
    let word = Int(tokens[position].word)
    return word < lexicon.common.count && lexicon.common[word] != 0
  }

  /// Whether a capitalised word that nothing explains is joined to the name, as in a person's.
  private func isPartOfProperName(_ range: Range<Int>, in sentence: Sentence) -> Bool {
    let before = range.lowerBound - 1
    if before > sentence.tokens.lowerBound, isUnknownCapital(before), !tokens[range.lowerBound].isSign(",") {
      return range.count == 1
    }
    if before == sentence.tokens.lowerBound, isUnknownCapital(before), range.count == 1, !isVerbLike(before) {
      return true
    }
    let after = range.upperBound
    if after < sentence.tokens.upperBound, isUnknownCapital(after), range.count == 1 { return true }
    return false
  }

  /// Capitals at a sentence's start are no sign of a name, unless the word is long gone from any list.
  private func isVerbLike(_ position: Int) -> Bool { tokens[position].word != 0 }

  private func isUnknownCapital(_ position: Int) -> Bool {
    let token = tokens[position]
    guard token.kind == .word, token.isCapital, token.end - token.start > 1 else { return false }
    if token.word == 0 { return true }
    // A word that is only part of longer names or phrases, such as a family name.
    return phraseTrie.single(token.word) < 0 && nameTrie.single(token.word) < 0
  }

  /// Whether a known name begins one that no table has: `Pampa Galeras`.
  private func isPartOfUnknown(_ start: Int, in sentence: Sentence) -> Bool {
    tokens[start].kind == .word && tokens[start].isCapital && start + 1 < sentence.tokens.upperBound
      && isUnknownCapital(start + 1) && singleRoles(start).isEmpty
  }

  private func isOrganisation(_ range: Range<Int>, in sentence: Sentence) -> Bool {
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

  // MARK: Numbers, dates, kilometres

  /// Joins items into numbers, dates and kilometres.
  private func fuse(_ raw: [Item], into scanned: inout ScannedSentence) {
    var position = 0
    scanned.items.reserveCapacity(raw.count)
    while position < raw.count {
      if startsValue(raw[position]),
        let next = fuseKilometres(raw, position, into: &scanned) ?? fuseDate(raw, position, into: &scanned)
          ?? fuseNumber(raw, position, into: &scanned)
      {
        position = next
        continue
      }
      keep(raw[position], into: &scanned)
      position += 1
    }
  }

  /// The roles with which a number, a date or kilometres may begin.
  private static let valueRoles: RoleSet = [
    .kilometre, .qualifier, .number, .month, .weekday, .day, .span, .thisYear,
  ]

  private func startsValue(_ item: Item) -> Bool {
    guard item.kind != .name, item.kind != .sign else { return false }
    return tokens[item.start].kind == .number
      || item.phrase >= 0 && spellings[Int(item.phrase)].roles.hasAny(of: Self.valueRoles)
  }

  private func token(_ raw: [Item], _ position: Int) -> Token? {
    position < raw.count && raw[position].end == raw[position].start + 1 ? tokens[raw[position].start] : nil
  }

  private func isDigits(_ raw: [Item], _ position: Int) -> Bool {
    guard let token = token(raw, position) else { return false }
    return token.kind == .number && raw[position].kind != .name
  }

  private func digits(_ raw: [Item], _ position: Int) -> String? {
    isDigits(raw, position) ? string(raw[position].start..<raw[position].end) : nil
  }

  /// A whole number of at most so many digits, without separators.
  private func plain(_ raw: [Item], _ position: Int, _ length: ClosedRange<Int>) -> Int? {
    guard isDigits(raw, position) else { return nil }
    let token = tokens[raw[position].start]
    guard length ~= Int(token.end - token.start) else { return nil }
    var value = 0
    for byte in text[Int(token.start)..<Int(token.end)] {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private func isSign(_ raw: [Item], _ position: Int, _ sign: Unicode.Scalar) -> Bool {
    token(raw, position)?.isSign(sign) ?? false
  }

  private func roles(_ raw: [Item], _ position: Int) -> RoleSet {
    position < raw.count && raw[position].kind != .name ? raw[position].roles : []
  }

  private func fuseKilometres(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    var position = start
    let isNamed = roles(raw, start).has(.kilometre)
    if isNamed {
      position += 1
      while position < raw.count, position - start < 4,
        isSign(raw, position, ".") || isSign(raw, position, ":") || isSign(raw, position, "º")
          || roles(raw, position).has(.kilometre)
      {
        position += 1
      }
      guard isDigits(raw, position) else { return nil }
    } else {
      // `382+200` needs no word; `262 km` is a distance unless a highway stands right before it.
      guard isDigits(raw, start) else { return nil }
      // `the 715-kilometre mark`
      if token(raw, start + 1)?.isDash == true, roles(raw, start + 2).has(.kilometre),
        !roles(raw, start + 2).has(.unit), let (number, _) = kilometre(raw, start)
      {
        return append([KilometreExpression.Span(from: number, to: nil)], raw, start..<start + 3, &scanned)
      }
      let follows = scanned.items.last
      let followsHighway =
        follows?.kind == .name && !(follows.map { scanned.names[$0.index].highways.isEmpty } ?? true)
      let isPlus = isSign(raw, start + 1, "+") && digits(raw, start + 2)?.utf8.count == 3
      guard isPlus || followsHighway && roles(raw, start + 1).has(.kilometre) else { return nil }
    }
    var spans: [KilometreExpression.Span] = []
    while let (number, next) = kilometre(raw, position) {
      var span = KilometreExpression.Span(from: number, to: nil)
      position = next
      var far = position
      if token(raw, far)?.isDash == true || roles(raw, far).has(.range)
        || spans.isEmpty && roles(raw, far).has(.and) && start > 0 && roles(raw, start - 1).has(.between)
      {
        far += 1
        while roles(raw, far).has(.kilometre) || roles(raw, far).has(.article) || isSign(raw, far, ".") {
          far += 1
        }
        if let (end, next) = kilometre(raw, far) {
          span.to = end
          position = next
        }
      }
      spans.append(span)
      var more = position
      var isList = false
      while isSign(raw, more, ",") || isSign(raw, more, ";") || roles(raw, more).has(.and) {
        more += 1
        isList = true
      }
      let before = more
      while roles(raw, more).hasAny(of: [.kilometre, .article, .within])
        || more > before && isSign(raw, more, ".")
      {
        more += 1
      }
      // Another list of kilometres, not 30 people.
      guard isList, isDigits(raw, more), spans.count < 64,
        before < more && roles(raw, more - 1).hasAny(of: [.kilometre])
          || before == more && endsKilometre(raw, more + 1)
      else { break }
      position = more
    }
    guard !spans.isEmpty else { return nil }
    if roles(raw, position).has(.kilometre), !isNamed { position += 1 }
    return append(spans, raw, start..<position, &scanned)
  }

  /// Takes kilometres in; returns where their items end.
  private func append(
    _ spans: [KilometreExpression.Span],
    _ raw: [Item],
    _ range: Range<Int>,
    _ scanned: inout ScannedSentence
  ) -> Int {
    scanned.items.append(
      Item(
        kind: .kilometres,
        start: raw[range.lowerBound].start,
        end: raw[range.upperBound - 1].end,
        index: scanned.kilometres.count
      )
    )
    scanned.kilometres.append(KilometreMention(spans: spans))
    return range.upperBound
  }

  /// Whether a number before this item may be one more of a list of kilometres.
  private func endsKilometre(_ raw: [Item], _ position: Int) -> Bool {
    guard position < raw.count else { return true }
    if raw[position].kind == .sign || raw[position].kind == .name { return true }
    return roles(raw, position).hasAny(of: [.and, .of, .within, .near, .range, .block, .clear, .restrict])
      && !roles(raw, position).hasAny(of: [.unit, .person, .killed, .injured])
  }

  private func kilometre(_ raw: [Item], _ position: Int) -> (KilometreExpression.Number, Int)? {
    guard let text = digits(raw, position) else { return nil }
    if isSign(raw, position + 1, "+"), let metres = digits(raw, position + 2),
      let number = KilometreExpression.Number(kilometres: text, plusMetres: metres)
    {
      return (number, position + 3)
    }
    // `km 1 165`: a space between thousands.
    if text.utf8.count <= 2, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let group = digits(raw, position + 1),
      group.utf8.count == 3, group.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), endsKilometre(raw, position + 2),
      tokens[raw[position + 1].start].start == tokens[raw[position].end - 1].end + 1,
      let number = KilometreExpression.Number(text + group)
    {
      return (number, position + 2)
    }
    return KilometreExpression.Number(text).map { ($0, position + 1) }
  }

  // MARK: Dates

  private func fuseDate(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    guard let (mention, next) = date(raw, start, isNested: false) else { return nil }
    scanned.items.append(
      Item(kind: .date, start: raw[start].start, end: raw[next - 1].end, index: scanned.dates.count)
    )
    scanned.dates.append(mention)
    return next
  }

  func date(_ raw: [Item], _ start: Int, isNested: Bool) -> (DateMention, Int)? {
    let item = raw[start]
    guard item.kind != .name, item.kind != .sign else { return nil }
    if item.kind == .number || isDigits(raw, start) { return numericDate(raw, start) }
    guard item.phrase >= 0 else { return nil }
    let phrase = phrase(item)
    if phrase.month > 0, let found = monthFirst(raw, start, phrase.month) { return found }
    if phrase.weekday > 0 {
      var next = start + 1
      // `Monday, January 9`: the date says more than the weekday.
      var after = next
      while isSign(raw, after, ",") || roles(raw, after).hasAny(of: [.clock]) { after += 1 }
      if !isNested, after < raw.count, let (date, end) = date(raw, after, isNested: true),
        date.precision >= .dayAndMonth
      {
        return (date, end)
      }
      while roles(raw, next).hasAny(of: [.last]) { next += 1 }
      let day = calendar.weekday(phrase.weekday)
      return (DateMention(days: day...day, precision: .weekday), next)
    }
    if item.roles.has(.day) {
      let day = calendar.today.advanced(by: phrase.dayOffset)
      return (DateMention(days: day...day, precision: .relative), start + 1)
    }
    if item.roles.has(.span) {
      let first = calendar.today.advanced(by: 1 - max(phrase.span, 1))
      return (DateMention(days: first...calendar.today, precision: .relative), start + 1)
    }
    if item.roles.has(.thisYear), let year = calendar.year(calendar.today.components.year) {
      return (DateMention(days: year.lowerBound...calendar.today, precision: .period), start + 1)
    }
    return nil
  }

  /// `January 9, 2023`, `January 2023`, `December`.
  private func monthFirst(_ raw: [Item], _ start: Int, _ month: Int) -> (DateMention, Int)? {
    var next = start + 1
    if isSign(raw, next, ".") { next += 1 }
    if let day = plain(raw, next, 1...2) {
      next += 1
      if token(raw, next)?.followsSpace == false, roles(raw, next).has(.unit) { next += 1 }
      let (year, end) = year(raw, next)
      if let year {
        guard let found = Day(year: year, month: month, day: day) else { return impossible(day, end) }
        return (DateMention(days: found...found, precision: .full), end)
      }
      guard let found = calendar.day(day, month: month) else { return impossible(day, next) }
      return (DateMention(days: found...found, precision: .dayAndMonth), next)
    }
    let (year, end) = year(raw, start + 1)
    if let year, let days = calendar.month(month, year: year) {
      return (DateMention(days: days, precision: .period), end)
    }
    // A month alone; short forms and words that mean something else need the words around them.
    let token = tokens[raw[start].start]
    let cued =
      start > 0
      && (roles(raw, start - 1).hasAny(of: [.within, .since, .of, .last, .between, .range, .from, .and]))
    guard token.end - token.start > 3 || cued && month == 5, token.isCapital || !hasOtherRoles(raw[start]),
      cued || !hasOtherRoles(raw[start]),
      let days = calendar.month(month)
    else { return nil }
    return (DateMention(days: days, precision: .period), start + 1)
  }

  /// A day that its month has not: `February 30`.
  private func impossible(_ day: Int, _ next: Int) -> (DateMention, Int)? {
    guard 29...31 ~= day else { return nil }
    let today = calendar.today
    return (DateMention(days: today...today, precision: .period, isImpossible: true), next)
  }

  private func hasOtherRoles(_ item: Item) -> Bool { item.roles != [.month] }

  private func year(_ raw: [Item], _ start: Int) -> (Int?, Int) {
    var next = start
    if isSign(raw, next, ",") { next += 1 }
    while roles(raw, next).has(.of), next - start < 2 { next += 1 }
    if let year = plain(raw, next, 4...4), 1900...2100 ~= year { return (year, next + 1) }
    return (nil, start)
  }

  /// `the 2009 clashes`, `el paro de 2011`: a year gone by, not 2009 people.
  private func isYearOfEvent(_ raw: [Item], _ start: Int, _ year: Int) -> Bool {
    guard year < calendar.today.components.year, year >= 1980,
      !roles(raw, start + 1).hasAny(of: [.person, .tally, .unit, .number, .and])
    else { return false }
    if roles(raw, start - 1).has(.of) { return true }
    return roles(raw, start - 1).has(.article) && start > 1
      && roles(raw, start - 2).hasAny(of: [.within, .since, .of])
  }

  /// `between 2019 and 2021`
  private func isYearOfSpan(_ raw: [Item], _ start: Int) -> Bool {
    func isYear(_ position: Int) -> Bool { plain(raw, position, 4...4).map { 1950...2100 ~= $0 } ?? false }
    if roles(raw, start - 1).hasAny(of: [.between, .from]) {
      return roles(raw, start + 1).hasAny(of: [.and, .range]) && isYear(start + 2)
    }
    return start > 2 && roles(raw, start - 1).hasAny(of: [.and, .range]) && isYear(start - 2)
      && roles(raw, start - 3).hasAny(of: [.between, .from])
  }

  /// `2023-01-05`, `5/1/2023`, `9 de enero de 2023`, `9 January`, `in 2019`.
  private func numericDate(_ raw: [Item], _ start: Int) -> (DateMention, Int)? {
    func mention(_ year: Int, _ month: Int, _ day: Int, _ next: Int) -> (DateMention, Int)? {
      Day(year: year, month: month, day: day).map { (DateMention(days: $0...$0, precision: .full), next) }
    }
    if let text = digits(raw, start),
      text.utf8.contains(UInt8(ascii: ".")) || text.utf8.contains(UInt8(ascii: ","))
    {
      // `09.01.2023`
      let parts = text.split(separator: ".").compactMap { Int($0) }
      guard parts.count == 3, parts[2] > 1900, text.utf8.count >= 8 else { return nil }
      return mention(parts[2], parts[1], parts[0], start + 1)
    }
    if let year = plain(raw, start, 4...4), token(raw, start + 1)?.isDash == true,
      let month = plain(raw, start + 2, 1...2), token(raw, start + 3)?.isDash == true,
      let day = plain(raw, start + 4, 1...2)
    {
      return mention(year, month, day, start + 5) ?? (1...12 ~= month ? impossible(day, start + 5) : nil)
    }
    if let year = plain(raw, start, 4...4), 1950...2100 ~= year, start > 0,
      roles(raw, start - 1).hasAny(of: [.within, .since]) || isYearOfEvent(raw, start, year)
        || isYearOfSpan(raw, start),
      let days = calendar.year(year)
    {
      return (
        DateMention(
          days: days.lowerBound...min(days.upperBound, max(calendar.today, days.lowerBound)),
          precision: .period
        ), start + 1
      )
    }
    guard let day = plain(raw, start, 1...2) else { return nil }
    if isSign(raw, start + 1, "/") || token(raw, start + 1)?.isDash == true,
      let month = plain(raw, start + 2, 1...2),
      isSign(raw, start + 3, "/") || token(raw, start + 3)?.isDash == true,
      let year = plain(raw, start + 4, 2...4)
    {
      let full = year < 100 ? 2000 + year : year
      return mention(full, month, day, start + 5) ?? mention(full, day, month, start + 5)
    }
    var next = start + 1
    if token(raw, next)?.followsSpace == false,
      roles(raw, next).has(.unit) || isSign(raw, next, "°") || isSign(raw, next, "º")
    {
      next += 1
    }
    if roles(raw, next).has(.of) { next += 1 }
    guard next < raw.count, raw[next].phrase >= 0, raw[next].kind == .word else { return nil }
    let month = phrase(raw[next]).month
    guard month > 0 else { return nil }
    next += 1
    if isSign(raw, next, "."), token(raw, next)?.followsSpace == false { next += 1 }
    let (year, end) = year(raw, next)
    if let year { return mention(year, month, day, end) ?? impossible(day, end) }
    guard let found = calendar.day(day, month: month) else { return impossible(day, next) }
    return (DateMention(days: found...found, precision: .dayAndMonth), next)
  }

  // MARK: Numbers

  /// `10:05`: an hour counts nobody.
  private func fuseHour(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    guard let hour = plain(raw, start, 1...2), 0...24 ~= hour, isSign(raw, start + 1, ":"),
      let sign = token(raw, start + 1), !sign.followsSpace, let minute = plain(raw, start + 2, 2...2),
      minute < 60, !tokens[raw[start + 2].start].followsSpace
    else { return nil }
    scanned.items.append(
      Item(kind: .number, start: raw[start].start, end: raw[start + 2].end, index: scanned.numbers.count)
    )
    var number = NumberMention(value: nil, decimal: Double(hour))
    number.isRank = true
    scanned.numbers.append(number)
    return start + 3
  }

  private func fuseNumber(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    if let next = fuseHour(raw, start, into: &scanned) { return next }
    var position = start
    var qualifier = TollQualifier.exact
    while position < raw.count, raw[position].roles.has(.qualifier), position - start < 3 {
      qualifier = phrase(raw[position]).qualifier
      position += 1
    }
    guard position < raw.count, var (number, next) = number(raw, position) else { return nil }
    number.qualifier = qualifier
    if isSign(raw, next, "%") || roles(raw, next).has(.percent) {
      number.isShare = true
      next += 1
    } else if token(raw, next)?.followsSpace == false, roles(raw, next).has(.unit) {
      number.isRank = true
    } else if isSign(raw, next, "°") || isSign(raw, next, "º") {
      number.isRank = true
      next += 1
    } else if roles(raw, next).has(.clock) {
      number.isRank = true
    } else if token(raw, next)?.isDash == true, roles(raw, next + 1).has(.unit) {
      number.isRank = true
    } else if roles(raw, next).has(.unit), !roles(raw, next).hasAny(of: [.person, .tally]) {
      number.isRank = true
    }
    // A sum of money, or a number with its sign before it.
    if start > 0, isSign(raw, start - 1, "$") || isSign(raw, start - 1, "#") || isSign(raw, start - 1, "/") {
      number.isRank = true
    }
    scanned.items.append(
      Item(kind: .number, start: raw[start].start, end: raw[next - 1].end, index: scanned.numbers.count)
    )
    scanned.numbers.append(number)
    return next
  }

  private func number(_ raw: [Item], _ start: Int) -> (NumberMention, Int)? {
    if let text = digits(raw, start) {
      let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
      var mention = NumberMention(value: nil, decimal: 0)
      if groups.count == 1 {
        mention.value = Int(text)
        mention.decimal = mention.value.map(Double.init) ?? 0
      } else if groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), groups[0].utf8.count <= 3 {
        mention.value = Int(groups.joined())
        mention.decimal = mention.value.map(Double.init) ?? 0
      } else if groups.count == 2 {
        mention.decimal = Double("\(groups[0]).\(groups[1])") ?? 0
      } else {
        return nil
      }
      if mention.value ?? 0 > 100_000_000 { return nil }
      var next = start + 1
      // `1 280`
      while let value = mention.value, 1..<1_000_000 ~= value, text.utf8.count <= 3,
        let group = plain(raw, next, 3...3),
        tokens[raw[next].start].followsSpace,
        tokens[raw[next].start].start == tokens[raw[next - 1].end - 1].end + 1
      {
        mention.value = value * 1000 + group
        mention.decimal = Double(value * 1000 + group)
        next += 1
      }
      if let value = mention.value, value < 1000, next < raw.count, raw[next].roles.has(.number),
        phrase(raw[next]).number == 1000
      {
        mention.value = value * 1000
        mention.decimal = Double(value * 1000)
        next += 1
      }
      return (mention, next)
    }
    var total = 0
    var current = 0
    var last = Int.max
    var position = start
    var end = start
    while position < raw.count, position - start < 12 {
      if raw[position].kind != .name, raw[position].roles.has(.number), !raw[position].roles.has(.single) {
        let value = phrase(raw[position]).number
        if value == 1000 {
          total += max(current, 1) * 1000
          (current, last) = (0, 1000)
        } else if value == 100, (1...9).contains(current) {
          current *= 100
          last = 100
        } else if value < last, last == Int.max || last >= 100 || last >= 20 && value < 10 {
          current += value
          last = value
        } else {
          break
        }
        position += 1
        end = position
      } else if end > start,
        token(raw, position)?.isDash == true
          || last >= 20 && last < Int.max && roles(raw, position).has(.and),
        position + 1 < raw.count, raw[position + 1].kind != .name, roles(raw, position + 1).has(.number),
        phrase(raw[position + 1]).number < last
      {
        position += 1
      } else if end > start, last >= 20, last < 100, roles(raw, position).has(.and), position + 1 < raw.count,
        raw[position + 1].kind != .name, roles(raw, position + 1).has(.single),
        tokens[raw[position + 1].start].end - tokens[raw[position + 1].start].start > 1
      {
        // `treinta y un tramos`
        current += 1
        position += 2
        end = position
        break
      } else {
        break
      }
    }
    guard end > start else { return nil }
    let value = total + current
    // `one of the leaders` counts nobody.
    if value == 1, roles(raw, end).has(.of) { return nil }
    return (NumberMention(value: value, decimal: Double(value), isDigits: false), end)
  }

  // MARK: Nouns

  /// Makes blockades of `closure`, `toma` and the like where a road follows, and ends of `reopening`.
  private func settleNouns(in scanned: inout ScannedSentence) {
    for position in scanned.items.indices where scanned.items[position].kind == .word {
      let roles = scanned.items[position].roles
      if roles.has(.closure),
        isOfRoad(position, in: scanned, or: [.traffic]) || isCounted(position, in: scanned)
      {
        scanned.items[position].roles.insert(.blockade)
      }
      if roles.has(.reopening), isOfRoad(position, in: scanned, or: [.traffic, .blockade, .closure]) {
        scanned.items[position].roles.insert(.clear)
      }
    }
  }

  /// `quedan cuatro cortes: La Joya, …`: a number before, and behind it a list of places.
  private func isCounted(_ noun: Int, in scanned: ScannedSentence) -> Bool {
    guard noun > 0, scanned.items[noun - 1].kind == .number, noun + 2 < scanned.items.count else { return false }
    return tokens[scanned.items[noun + 1].start].isSign(":") && scanned.items[noun + 2].kind == .name
  }

  /// Whether what follows `of` or `on` behind a noun is a road.
  private func isOfRoad(_ noun: Int, in scanned: ScannedSentence, or others: RoleSet) -> Bool {
    var position = noun + 1
    var unknown = 0
    let passed: RoleSet = [.of, .article, .within, .near, .from, .side, .single, .level, .settlement]
    while position < scanned.items.count, position - noun <= 6 {
      let item = scanned.items[position]
      switch item.kind {
      case .kilometres: return true
      case .name:
        if !scanned.names[item.index].highways.isEmpty { return true }
        // `the Puno–Juliaca road`
        let next = position + 1
        guard next < scanned.items.count else { return false }
        let isJoined = scanned.items[next].kind == .sign && tokens[scanned.items[next].start].isDash
        if scanned.names[item.index].name.kind == "bridge" || isRoadName(item) { return true }
        guard isJoined || scanned.items[next].roles.hasAny(of: [.road, .kind]) else { return false }
      case .sign:
        guard tokens[item.start].isDash else { return false }
      case .word:
        if item.roles.hasAny(of: others) || item.roles.has(.road) || isBridge(item) { return true }
        // One adjective may stand before the road: `of the strategic highway`, `cierre preventivo de la vía`.
        if item.phrase < 0 { unknown += 1 }
        guard item.roles.hasAny(of: passed) || item.phrase < 0 && unknown <= 1 else { return false }
      default: return false
      }
      position += 1
    }
    return false
  }

  private func isBridge(_ item: Item) -> Bool {
    guard item.roles.has(.kind), item.phrase >= 0 else { return false }
    return phrase(item).reference.contains { if case .kind("bridge") = $0 { true } else { false } }
  }

  // MARK: Ties

  /// Notes how each name is tied to the words before and behind it.
  private func tieNames(in scanned: inout ScannedSentence) {
    let items = scanned.items
    var chain = Reference.Tie.none
    var chainEnd = -2
    for (position, item) in items.enumerated() where item.kind == .name {
      var tie = Reference.Tie.none
      var before = position - 1
      var name = scanned.names[item.index].name
      walk: while before >= 0, position - before <= 6 {
        let previous = items[before]
        if previous.kind != .word || previous.phrase < 0 { break }
        let phrase = phrase(previous)
        var passes = previous.roles.hasAny(of: [.article])
        for role in phrase.reference {
          switch role {
          case .kind(let kind):
            // `the town of Juliaca` does not say how large the town is.
            if name.kind == nil, !previous.roles.has(.settlement) { name.kind = kind }
            passes = true
          case .level(let level):
            if name.level == nil { name.level = level }
            passes = true
          case .settlement:
            passes = true
          case .side(let side):
            if name.side == nil { name.side = side }
            if tie == .none { tie = .within }
            passes = true
          default: break
          }
        }
        if previous.roles.has(.near) {
          tie = .near
          break walk
        }
        if previous.roles.has(.within) {
          if tie == .none { tie = .within }
          break walk
        }
        if previous.roles.has(.between) {
          tie = .between
          break walk
        }
        if previous.roles.has(.from) || previous.roles.has(.of) {
          if tie == .none, previous.roles.has(.from) { tie = .from }
          if before > 0, items[before - 1].roles.has(.person), !items[before - 1].roles.has(.killed) {
            scanned.names[item.index].isOrigin = true
          }
          passes = true
        } else if previous.roles.has(.range) {
          tie = .to
          break walk
        }
        guard passes else { break }
        scanned.names[item.index].phraseStart = previous.start
        before -= 1
      }
      name.distance = distance(before, in: scanned)
      // `Puno region`, `Ilave bridge`.
      if position + 1 < items.count, items[position + 1].phrase >= 0, items[position + 1].kind == .word {
        for role in phrase(items[position + 1]).reference {
          switch role {
          case .level(let level) where name.level == nil: name.level = level
          case .kind(let kind) where name.kind == nil: name.kind = kind
          default: break
          }
        }
      }
      // `in Ayaviri, Azángaro and Macusani`: what ties the first ties them all.
      if tie == .none, chainEnd >= 0, isList(items, chainEnd + 1, position) { tie = chain }
      name.tie = tie
      (chain, chainEnd) = (tie, position)
      scanned.names[item.index].name = name
    }
  }

  /// How far from a name something is: `12 km outside Abancay`, given the first of the words that tie the name.
  private func distance(_ tie: Int, in scanned: ScannedSentence) -> Distance? {
    let items = scanned.items
    for unit in [tie, tie - 1] where unit > 0 && unit < items.count {
      guard items[unit].kind == .word, items[unit].roles.has(.kilometre), items[unit - 1].kind == .number,
        items[unit - 1].index >= 0
      else { continue }
      let kilometres = scanned.numbers[items[unit - 1].index].decimal
      return 0...Self.farthest ~= kilometres ? .kilometres(kilometres) : nil
    }
    return nil
  }

  /// How many kilometres from a place something is at most of which a text tells where it is by the place.
  private static let farthest = 500.0

  /// Whether only commas, `and` and articles stand between two names.
  private func isList(_ items: [Item], _ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= 4 else { return false }
    return items[start..<end].allSatisfy { item in
      item.kind == .sign ? tokens[item.start].isSign(",") : item.roles.hasAny(of: [.and, .article])
    }
  }
}
