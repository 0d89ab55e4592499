internal import Chronicle
internal import Gazetteer

/// Reads one dispatch, paragraph by paragraph.
struct DocumentReader {
  private let text: DispatchText
  private let lexicon: Lexicon
  private let places: PlaceFinder
  private var discourse: Discourse
  private var drafts: [Draft] = []
  /// Where the drafts of the sentence before begin.
  private var sentenceStart = 0
  private let usesAccents: Bool

  init(_ text: DispatchText, lexicon: Lexicon, places: PlaceFinder) {
    self.text = text
    self.lexicon = lexicon
    self.places = places
    discourse = Discourse(today: .earliest)
    usesAccents = text.clean[text.start...].contains { 0xC3...0xC9 ~= $0 }
  }

  func read(published: Day?) throws(ReadingError) -> DispatchReading {
    guard let day = published ?? text.day ?? firstDay() else { throw .noDate }
    var reader = self
    reader.discourse.today = day
    let main = reader.mainLanguage()
    reader.forEachParagraph { reader, range in reader.readParagraph(range, main) }
    let drafts = reader.drafts
    reader.drafts = []
    let statements = StatementMerger(text: text, places: places).merge(drafts)
    return DispatchReading(
      header: text.header,
      text: String(decoding: text.body, as: UTF8.self),
      published: reader.firstSection ?? day,
      language: lexicon.languages[main].code,
      statements: statements
    )
  }

  /// The day of the first part, where the report itself has none.
  private var firstSection: Day?

  // MARK: Paragraphs

  /// The paragraphs, parted by blank lines, in turn.
  private mutating func forEachParagraph(_ body: (inout DocumentReader, Range<Int>) -> Void) {
    let bytes = text.clean
    var start = text.start
    var lineStart = start
    while lineStart <= bytes.count {
      let lineEnd = text.lineEnd(from: lineStart)
      let isBlank = !bytes[lineStart..<lineEnd].contains { $0 > 0x20 }
      if isBlank || lineEnd == bytes.count {
        let end = isBlank ? lineStart : lineEnd
        if end > start { body(&self, start..<end) }
        start = min(lineEnd + 1, bytes.count)
      }
      lineStart = lineEnd + 1
    }
  }

  private func paragraph(_ range: Range<Int>) -> Paragraph {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5)
    Tokenizer.append(text.clean, range, words: lexicon.words, to: &tokens)
    return Paragraph(tokens, names: lexicon.names)
  }

  /// Counts the words of each language, for texts too short to have common ones.
  private func countKnown(_ paragraph: Paragraph, into hits: inout LanguageHits) {
    for (position, token) in paragraph.tokens.enumerated()
    where token.kind == .word && token.word != 0 && !paragraph.beginsName(position, of: lexicon.names) {
      for (number, language) in lexicon.languages.enumerated()
      where language.trie.start(token.word) != 0 {
        hits.count(number)
      }
    }
  }

  /// The language of the header, else the one with most common words at the beginning of the text.
  private func mainLanguage() -> Int {
    if let code = text.header[.language]?.lowercased(),
      let known = lexicon.languages.firstIndex(where: { code.hasPrefix($0.code) })
    {
      return known
    }
    let beginning = paragraph(text.start..<min(text.clean.count, text.start + 20_000))
    var hits = beginning.common
    // Names have common words too: in a short text all words that a language knows count.
    if hits[hits.best] < 6 { countKnown(beginning, into: &hits) }
    return hits.best
  }

  private func language(_ paragraph: Paragraph, main: Int) -> Int {
    let hits = paragraph.common
    let best = hits.best
    return hits[best] >= 3 && hits[best] > hits[main] * 3 / 2 ? best : main
  }

  private func scanner(_ paragraph: Paragraph, _ language: Int, today: Day) -> SentenceScanner {
    SentenceScanner(
      lexicon: lexicon,
      language: language,
      tokens: paragraph.tokens,
      text: text.clean,
      calendar: ReportCalendar(today: today),
      usesCapitals: paragraph.capitals > 1 || paragraph.words < 3,
      usesAccents: usesAccents
    )
  }

  private func sentences(_ tokens: [Token], _ language: Int) -> [Sentence] {
    let (language, spellings) = (lexicon.languages[language], lexicon.spellings)
    return Sentence.split(tokens) { position in
      let token = tokens[position]
      guard token.kind == .word else { return false }
      if token.end - token.start == 1 { return true }
      let phrase = language.trie.single(token.word)
      return phrase >= 0 && spellings[Int(phrase)].roles.has(.abbreviation)
    }
  }

  // MARK: Days

  /// The first day that the text tells with its year.
  private func firstDay() -> Day? {
    var found: Day?
    var reader = self
    let main = mainLanguage()
    reader.forEachParagraph { reader, range in
      guard found == nil else { return }
      let paragraph = reader.paragraph(range)
      // Without a year's four digits there is no such date.
      guard paragraph.hasYear else { return }
      let language = reader.language(paragraph, main: main)
      let scanner = reader.scanner(paragraph, language, today: .latest)
      for sentence in reader.sentences(paragraph.tokens, language) {
        let scanned = scanner.scan(sentence)
        if let date = scanned.dates.first(where: { $0.precision == .full }) {
          found = date.days.lowerBound
          return
        }
      }
    }
    return found
  }

  /// The day a paragraph begins with: `January 9 —`, `LIMA, Jan 19 (Reuters) -`, or a line of its own.
  ///
  /// Also how many items the dateline takes up.
  private func dateline(_ scanned: ScannedSentence, _ scanner: SentenceScanner) -> (day: Day, length: Int)? {
    guard scanned.sentence.beginsLine, !scanned.sentence.isItem else { return nil }
    let items = scanned.items
    for position in items.indices.prefix(7) where items[position].kind == .date {
      let date = scanned.dates[items[position].index]
      guard date.precision >= .dayAndMonth else { return nil }
      let day = date.days.lowerBound
      if position == 0, items.count == 1 { return (day, 1) }
      let end = min(position + 5, items.count)
      for next in (position + 1)..<max(end, position + 1) where items[next].kind == .sign {
        let token = scanner.tokens[items[next].start]
        // `POINTS BLOCKED - 5 JANUARY - 7 a.m.` is the head of a list.
        let isHead =
          scanned.sentence.isShortLine
          && items[..<position].contains { $0.roles.hasAny(of: BlockadeReader.triggers) }
        if token.isDash { return (day, isHead ? 0 : next + 1) }
        if position == 0, next == 1, token.isSign(":") { return (day, 2) }
      }
      let isTitle =
        scanned.sentence.isShortLine && position > 0 && position + 1 >= items.count - 1
        && !scanned.roles.hasAny(of: [.block, .blockade, .clear, .killed, .injured, .detained])
      return isTitle ? (day, 0) : nil
    }
    return nil
  }

  /// The day that stands behind a tweet: `— Name (@handle) January 9, 2023`.
  private func tweetDay(_ scanner: SentenceScanner, _ sentences: [Sentence]) -> Day? {
    for sentence in sentences.suffix(2).reversed() {
      let scanned = scanner.scan(sentence)
      guard let last = scanned.items.lastIndex(where: { $0.kind == .date }) else { continue }
      let date = scanned.dates[scanned.items[last].index]
      let before = scanned.items[max(0, last - 8)..<last]
      if date.precision >= .dayAndMonth,
        before.contains(where: { $0.kind == .sign && scanner.tokens[$0.start].isSign("@") })
      {
        return date.days.lowerBound
      }
    }
    return nil
  }

  // MARK: Reading

  private mutating func readParagraph(_ range: Range<Int>, _ main: Int) {
    let paragraph = paragraph(range)
    guard paragraph.words > 0 else { return }
    let language = language(paragraph, main: main)
    let sentences = sentences(paragraph.tokens, language)
    let section = discourse.today
    discourse.beginParagraph()
    var scanner = scanner(paragraph, language, today: section)
    let tweet = paragraph.hasHandle ? tweetDay(scanner, sentences) : nil
    if let tweet {
      discourse.today = tweet
      scanner = self.scanner(paragraph, language, today: tweet)
    }
    var isList = false
    for (number, sentence) in sentences.enumerated() {
      var scanned = scanner.scan(sentence)
      if number > 0, let whole = withPlace(before: scanned, in: sentences[number - 1], scanner) {
        scanned = whole
      }
      if tweet == nil, sentence.beginsLine, let (day, length) = dateline(scanned, scanner) {
        if firstSection == nil, text.day == nil { firstSection = day }
        if day != discourse.today {
          discourse.today = day
          discourse.incidents.removeAll(keepingCapacity: true)
          discourse.incidentAge = 99
          scanner = self.scanner(paragraph, language, today: day)
          scanned = scanner.scan(sentence)
        }
        // Where the report was written is not what it is about.
        scanned.items.removeFirst(min(length, scanned.items.count))
        discourse.endList()
      }
      if !sentence.isItem, !sentence.isShortLine, number == 0 || !isList { discourse.endList() }
      if sentence.isItem { isList = true }
      read(scanned, scanner)
    }
    if tweet != nil { discourse.today = section }
  }

  /// `Vía PE-3S: puente Ilave. Tránsito interrumpido`: the sentence before names the place of a few words that say
  /// what is with it, on the same line.
  private func withPlace(before scanned: ScannedSentence, in previous: Sentence, _ scanner: SentenceScanner)
    -> ScannedSentence?
  {
    let sentence = scanned.sentence
    guard previous.beginsLine, sentence.tokens.count <= Self.fewTokens,
      scanned.names.isEmpty, scanned.kilometres.isEmpty, scanned.roles.hasAny(of: BlockadeReader.triggers),
      discourse.placeAge == 0 || discourse.highwayAge == 0, discourse.roadAge > 0
    else { return nil }
    let before = scanner.scan(previous)
    guard previous.tokens.count <= Self.labelTokens,
      !before.roles.hasAny(of: Self.label),
      !before.names.isEmpty || !before.kilometres.isEmpty
    else { return nil }
    // On a line of its own a status may as well head the lines behind it.
    if sentence.beginsLine {
      guard !before.kilometres.isEmpty || before.names.contains(where: { !$0.highways.isEmpty }),
        discourse.headingStatus == nil, !sentence.endsWithColon, !sentence.isItem
      else { return nil }
    }
    var whole = previous
    whole.tokens = previous.tokens.lowerBound..<sentence.tokens.upperBound
    return scanner.scan(whole)
  }

  /// What no label of a place says.
  private static let label: RoleSet = BlockadeReader.triggers.union(TollReader.triggers)
    .union([.unrest, .march, .say, .assert, .person, .rise, .clause])

  /// How many tokens a label of a place has at most.
  private static let labelTokens = 16

  /// How many tokens a sentence has at most that only says what is with a place before it.
  private static let fewTokens = 5

  private mutating func read(_ scanned: ScannedSentence, _ scanner: SentenceScanner) {
    discourse.beginSentence()
    if isOnlyNames(scanned) {
      if scanned.roles.has(.home)
        || scanned.names.contains(where: { !discourse.isAbroad || places.isUnmistakable($0) })
      {
        discourse.turn(abroad: false)
      }
      if !discourse.isAbroad { remember(scanned) }
      return
    }
    var reader = SentenceReader(scanned: scanned, scanner: scanner, discourse: discourse, places: places)
    if let abroad = reader.turnsAbroad() { discourse.turn(abroad: abroad) }
    if isHeading(scanned, reader) {
      readHeading(scanned, reader)
      return
    }
    guard !discourse.isAbroad else { return }
    // Who asks does not say so.
    if isQuestion(scanned, scanner) {
      remember(scanned)
      return
    }
    // `Puno: …` heads its own sentence.
    if let label = label(scanned, reader) {
      reader = SentenceReader(scanned: scanned, scanner: scanner, discourse: labelled(label), places: places)
    }
    if isHistory(scanned) { return }
    let first = drafts.count
    if !scanned.roles.isEmpty || scanned.sentence.isItem || scanned.sentence.isShortLine {
      let line = TallyReader(reader).tabulated()
      let toll = line == nil ? TollReader(reader).tabulated() : nil
      let isInTable = line != nil || toll != nil
      let tallies = isInTable ? [line].compactMap { $0 } : TallyReader(reader).drafts()
      let tolls = isInTable ? [toll].compactMap { $0 } : TollReader(reader).drafts()
      let blockades = isInTable ? [] : BlockadeReader(reader).drafts()
      if !isInTable, scanned.roles.hasAny(of: TollReader.triggers), let heading = TollReader(reader).heading()
      {
        discourse.headingToll = heading
        discourse.headingMeasure = nil
      }
      if !blockades.isEmpty {
        discourse.roads = blockades
        discourse.roadAge = 0
      }
      drafts += blockades
      if tolls.isEmpty, scanned.roles.has(.medical), scanned.roles.hasAny(of: [.blockade, .block]) {
        linkTolls()
      }
      if tolls.isEmpty, scanned.roles.has(.asOf), discourse.tollAge == 1, let moment = reader.moment() {
        for index in discourse.tolls where drafts[index].asOf == nil { drafts[index].asOf = moment }
      }
      placeTolls(tolls, reader)
      drafts += tolls
      drafts += tallies
      if tolls.isEmpty, tallies.isEmpty, let figure = FigureReader(reader).draft() { drafts.append(figure) }
      if let figure = tallies.first ?? tolls.last {
        discourse.figure = figure
        discourse.figureAge = 0
      }
      for toll in tolls where toll.precision != nil && toll.scope != .nation {
        discourse.incidents[places.area(toll.site.resolution, place: toll.site.text)] = toll.days
        discourse.incidentDays = toll.days
      }
      if !tolls.isEmpty {
        let end = drafts.count - tallies.count
        discourse.tolls = end - tolls.count..<end
        discourse.tollAge = 0
      }
      if let toll = tolls.last(where: { $0.scope == .incident && $0.site.name != nil }) {
        discourse.incident = toll.site
        discourse.incidentAge = 0
      }
      if tallies.contains(where: {
        if case .tally(_, let event, _, _, _) = $0.content { event == .blockade } else { false }
      }),
        scanned.sentence.endsWithColon
      {
        discourse.headingStatus = .blocked
      } else if scanned.sentence.endsWithColon, let status = BlockadeReader(reader).headingStatus() {
        discourse.headingStatus = status
      }
    }
    // `Roads open:` heads a list that is no news.
    if scanned.sentence.endsWithColon, scanned.sentence.isShortLine, scanned.roles.has(.normal) {
      discourse.endList()
    }
    doubtDates(of: first..<drafts.count, reader)
    if retracts(scanned) {
      drafts.removeSubrange(min(sentenceStart, first)...)
      discourse.forgetDrafts()
    }
    sentenceStart = min(first, drafts.count)
    remember(scanned)
  }

  /// `No es cierto.`: a few words that take back what the sentence before them says.
  private func retracts(_ scanned: ScannedSentence) -> Bool {
    guard scanned.items.count <= 8, scanned.roles.has(.hypothetical) else { return false }
    let words = scanned.items.filter { $0.kind != .sign }
    return 1...4 ~= words.count && !scanned.sentence.beginsLine
      && words.contains { $0.roles.has(.hypothetical) && $0.end - $0.start > 1 }
      && words.allSatisfy { $0.kind == .word }
  }

  /// Whether a sentence is of long ago, or goes on with one that is: `The strike of July 1977 … Workers blocked …`.
  private mutating func isHistory(_ scanned: ScannedSentence) -> Bool {
    if scanned.roles.has(.ago) {
      discourse.historyAge = 0
      return false
    }
    if scanned.dates.isEmpty { return discourse.historyAge <= 2 }
    let latest = scanned.dates.map(\.days.upperBound.number).max() ?? discourse.today.number
    if discourse.today.number - latest > Self.longAgo,
      scanned.roles.hasAny(of: [.march, .unrest, .blockade, .block])
    {
      discourse.historyAge = 0
    } else {
      discourse.historyAge = 99
    }
    return false
  }

  /// How many days ago it was that a text only looks back at.
  private static let longAgo = 800

  private func isQuestion(_ scanned: ScannedSentence, _ scanner: SentenceScanner) -> Bool {
    scanner.tokens[scanned.sentence.tokens].suffix(2).contains { $0.isSign("?") }
  }

  /// The roles of which a sentence has at least one that says more than names.
  private static let telling: RoleSet = BlockadeReader.triggers.union(TollReader.triggers)
    .union([.tally, .march, .foreign, .asOf, .figure])

  /// Whether nothing but its names matters of a sentence, as of most.
  private func isOnlyNames(_ scanned: ScannedSentence) -> Bool {
    !scanned.roles.hasAny(of: Self.telling) && !scanned.sentence.isItem && !scanned.sentence.isShortLine
      && discourse.tollAge > 1
      && (discourse.figureAge > 2 || scanned.numbers.isEmpty
        || scanned.dates.isEmpty && !scanned.roles.hasAny(of: [.compared, .say, .including, .superlative]))
  }

  /// Warns of days that the calendar has not: `31 de febrero`.
  private mutating func doubtDates(of statements: Range<Int>, _ reader: SentenceReader) {
    guard !statements.isEmpty, reader.scanned.dates.contains(where: \.isImpossible) else { return }
    for position in reader.items.indices where reader.items[position].kind == .date {
      guard reader.scanned.dates[reader.items[position].index].isImpossible else { continue }
      let text = reader.text(position...position)
      for statement in statements {
        drafts[statement].warnings.append("“\(text)” is no day of the calendar; another day stands in")
      }
    }
  }

  /// Places the tolls of the sentence before whose place this one tells.
  private mutating func placeTolls(_ tolls: [Draft], _ reader: SentenceReader) {
    guard tolls.isEmpty, discourse.tollAge == 1 else { return }
    // `The clashes occurred on Thursday.`
    if let date = TollReader(reader).dayOfAnaphor() {
      for index in discourse.tolls where drafts[index].precision == nil {
        drafts[index].days = date.days
        drafts[index].precision = date.precision
      }
    }
    for index in discourse.tolls where drafts[index].isUnplaced {
      if let placed = TollReader(reader).placing(drafts[index]) { drafts[index] = placed }
    }
  }

  /// `A baby died in Puno. The ambulance had been held up at a picket.`: the death of the sentence before is linked to
  /// the blockade.
  private mutating func linkTolls() {
    guard discourse.tollAge == 1 else { return }
    for index in discourse.tolls {
      guard case .toll(.killed, let value, let qualifier, .all) = drafts[index].content, value <= Self.few
      else { continue }
      drafts[index].content = .toll(
        measure: .killed,
        value: value,
        qualifier: qualifier,
        category: .blockadeRelated
      )
    }
  }

  /// Of how many dead at most one ambulance tells.
  private static let few = 3

  private mutating func remember(_ scanned: ScannedSentence) {
    if scanned.roles.hasAny(of: [.unrest, .blockade, .block]) {
      discourse.accidentAge = 99
    } else if scanned.roles.has(.otherCause) {
      discourse.accidentAge = 0
    }
    if let told = scanned.items.last(where: { $0.kind == .date && scanned.dates[$0.index].tellsDay }) {
      discourse.note(
        scanned.dates[told.index].days,
        ofUnrest: scanned.roles.hasAny(of: [.unrest, .march, .block, .blockade, .clear])
          && !scanned.roles.has(.since)
      )
    }
    var inner: Reference.Name?
    for item in scanned.items where item.kind == .name {
      let mention = scanned.names[item.index]
      // `in Chao, in the La Libertad region`: the town is where it was.
      if let inner, places.holds(mention.name, inner) { continue }
      inner = mention.name
      if !mention.highways.isEmpty {
        discourse.highways = mention.highways
        discourse.highwayName = mention.name.text
        discourse.highwayAge = 0
      } else if !mention.isOrigin, !places.isOnly(mention.name, .hospital),
        places.isPlausible(mention.name)
      {
        discourse.mention = mention
        discourse.placeAge = 0
      }
    }
  }

  // MARK: Headings

  /// Whether a line is the head of a list: a region alone, or a status without a place.
  private func isHeading(_ scanned: ScannedSentence, _ reader: SentenceReader) -> Bool {
    guard scanned.sentence.isShortLine,
      !scanned.sentence.isItem || onlyNames(scanned) && scanned.sentence.endsWithColon
    else { return false }
    if onlyNames(scanned) { return scanned.names.count == 1 && scanned.names[0].highways.isEmpty }
    // The hour and day of a bulletin may stand in its title.
    guard scanned.items.count <= 16, scanned.numbers.allSatisfy(\.isRank) || isTitle(scanned),
      scanned.items.count <= 10 || !scanned.dates.isEmpty, scanned.kilometres.isEmpty,
      !scanned.names.contains(where: { !$0.highways.isEmpty })
    else { return false }
    let isStatus = scanned.names.isEmpty && BlockadeReader(reader).headingStatus() != nil
    let isRegion =
      scanned.sentence.endsWithColon && scanned.names.count == 1
      && places.region(scanned.names[0].name) != nil
      && !scanned.roles.hasAny(of: [.killed, .injured, .detained])
    return isStatus || isRegion
  }

  /// Whether what counts in a line is only its day and hour: `Roads with interrupted transit, 17:00, 25/01/2023`.
  private func isTitle(_ scanned: ScannedSentence) -> Bool {
    !scanned.dates.isEmpty && scanned.names.isEmpty
      && !scanned.roles.hasAny(of: [.person, .killed, .injured])
      && scanned.items.indices.allSatisfy { position in
        scanned.items[position].kind != .number || position > 0 && scanned.items[position - 1].kind == .sign
          || position + 1 < scanned.items.count && scanned.items[position + 1].kind == .sign
      }
  }

  private func onlyNames(_ scanned: ScannedSentence) -> Bool {
    var hasName = false
    for item in scanned.items where item.kind != .sign {
      if item.kind == .name {
        hasName = true
      } else if !item.roles.hasAny(of: [.level, .of, .article, .settlement]) {
        return false
      }
    }
    return hasName
  }

  private mutating func readHeading(_ scanned: ScannedSentence, _ reader: SentenceReader) {
    if let status = BlockadeReader(reader).headingStatus() {
      discourse.headingStatus = status
      discourse.headingRegion = nil
      discourse.heading = nil
      discourse.headingMeasure = status == .blocked ? TallyReader(reader).headingMeasure() : nil
      discourse.headingToll = nil
    }
    if let heading = scanned.names.first {
      discourse.heading = heading
      discourse.headingRegion = places.region(heading.name)
    }
    remember(scanned)
  }

  private func label(_ scanned: ScannedSentence, _ reader: SentenceReader) -> NameMention? {
    guard scanned.items.count > 2, scanned.items[0].kind == .name, reader.isSign(1, ":") else { return nil }
    let label = scanned.names[scanned.items[0].index]
    return label.highways.isEmpty ? label : nil
  }

  private func labelled(_ label: NameMention) -> Discourse {
    var inner = discourse
    if let region = places.region(label.name),
      places.isAny(label.name, .departmentCapital) || !places.isPlace(label.name)
    {
      inner.headingRegion = region
    }
    inner.mention = label
    inner.placeAge = 0
    return inner
  }
}
