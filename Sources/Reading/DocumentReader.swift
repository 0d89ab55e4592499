internal import Chronicle
internal import Gazetteer

/// Reads one dispatch, paragraph by paragraph.
struct DocumentReader {
  let text: DispatchText
  let lexicon: Lexicon
  let places: PlaceFinder
  var discourse: Discourse
  var drafts: [Draft] = []
  /// Where the drafts of the sentence before begin.
  private var sentenceStart = 0
  let usesAccents: Bool

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
  mutating func forEachParagraph(_ body: (inout DocumentReader, Range<Int>) -> Void) {
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

  func paragraph(_ range: Range<Int>) -> Paragraph {
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
  func mainLanguage() -> Int {
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

  func language(_ paragraph: Paragraph, main: Int) -> Int {
    let hits = paragraph.common
    let best = hits.best
    return hits[best] >= 3 && hits[best] > hits[main] * 3 / 2 ? best : main
  }

  func scanner(_ paragraph: Paragraph, _ language: Int, today: Day) -> SentenceScanner {
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

  func sentences(_ tokens: [Token], _ language: Int) -> [Sentence] {
    let (language, spellings) = (lexicon.languages[language], lexicon.spellings)
    return Sentence.split(tokens) { position in
      let token = tokens[position]
      guard token.kind == .word else { return false }
      if token.end - token.start == 1 || isRomanMarker(position, of: tokens) { return true }
      let phrase = language.trie.single(token.word)
      return phrase >= 0 && spellings[Int(phrase)].roles.has(.abbreviation)
    }
  }

  /// `II.` at the beginning of a line.
  private func isRomanMarker(_ position: Int, of tokens: [Token]) -> Bool {
    let (start, end) = (Int(tokens[position].start), Int(tokens[position].end))
    return end - start <= 5 && (position == 0 || tokens[position - 1].kind == .lineBreak)
      && text.clean[start..<end].allSatisfy { "IVX".utf8.contains($0) }
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
      let isLabelled = number > 1 && isLabel(sentences[number - 2])
      if number > 0, let whole = withPlace(before: scanned, in: sentences[number - 1], isLabelled, scanner) {
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
  private func withPlace(
    before scanned: ScannedSentence,
    in previous: Sentence,
    _ isLabelled: Bool,
    _ scanner: SentenceScanner
  ) -> ScannedSentence? {
    let sentence = scanned.sentence
    // `Tránsito interrumpido por desborde del río.`
    let isStatus = scanned.items.first.map { $0.roles.hasAny(of: BlockadeReader.triggers) } ?? false
    guard previous.beginsLine || isLabelled && !previous.isItem,
      sentence.tokens.count <= (isStatus ? Self.statusTokens : Self.fewTokens),
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
  static let label: RoleSet = BlockadeReader.triggers.union(TollReader.triggers)
    .union([.unrest, .march, .say, .assert, .person, .rise, .clause])

  /// `1) Huánuco.` before `Carretera Tingo María – Aucayacu. Tránsito interrumpido.`
  private func isLabel(_ sentence: Sentence) -> Bool {
    sentence.beginsLine && sentence.tokens.count <= Self.fewTokens
  }

  /// How many tokens a label of a place has at most.
  private static let labelTokens = 16

  /// How many tokens a sentence has at most that only says what is with a place before it.
  private static let fewTokens = 5

  /// The same of a sentence that begins with it, and goes on with the cause or the hour.
  private static let statusTokens = 14

  mutating func read(_ scanned: ScannedSentence, _ scanner: SentenceScanner) {
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
      readStatements(scanned, reader)
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

  private func isQuestion(_ scanned: ScannedSentence, _ scanner: SentenceScanner) -> Bool {
    scanner.tokens[scanned.sentence.tokens].suffix(2).contains { $0.isSign("?") }
  }

  /// The roles of which a sentence has at least one that says more than names.
  static let telling: RoleSet = BlockadeReader.triggers.union(TollReader.triggers)
    .union([.tally, .march, .foreign, .asOf, .figure])

  /// Whether nothing but its names matters of a sentence, as of most.
  private func isOnlyNames(_ scanned: ScannedSentence) -> Bool {
    !scanned.roles.hasAny(of: Self.telling) && !scanned.sentence.isItem && !scanned.sentence.isShortLine
      && discourse.tollAge > 1
      && (discourse.figureAge > 2 || scanned.numbers.isEmpty
        || scanned.dates.isEmpty && !scanned.roles.hasAny(of: [.compared, .say, .including, .superlative]))
  }

  /// Reads what a sentence says of blockades, tolls and tallies, and notes what it leaves in force.
  private mutating func readStatements(_ scanned: ScannedSentence, _ reader: SentenceReader) {
    let (tallyReader, tollReader, blockadeReader) =
      (TallyReader(reader), TollReader(reader), BlockadeReader(reader))
    var (blockades, tolls, tallies): ([Draft], [Draft], [Draft]) = ([], [], [])
    if let row = tallyReader.tabulated() {
      tallies = [row]
    } else if let row = tollReader.tabulated() {
      tolls = [row]
    } else {
      (blockades, tolls, tallies) = (blockadeReader.drafts(), tollReader.drafts(), tallyReader.drafts())
      if scanned.roles.hasAny(of: TollReader.triggers), let heading = tollReader.heading() {
        discourse.headingToll = heading
        discourse.headingMeasure = nil
      }
    }
    if tolls.isEmpty { completeTolls(scanned, reader) }
    drafts += blockades
    discourse.note(blockades: blockades)
    noteTolls(drafts.count..<drafts.count + tolls.count, tolls)
    drafts += tolls
    drafts += tallies
    if tolls.isEmpty, tallies.isEmpty, let figure = FigureReader(reader).draft() { drafts.append(figure) }
    if let figure = tallies.first(where: { !discourse.isBefore($0) }) ?? tolls.last {
      discourse.figure = figure
      discourse.figureAge = 0
    }
    guard scanned.sentence.endsWithColon else { return }
    // `94 blocked points. Regions with most points:`
    if blockades.isEmpty, tolls.isEmpty, tallies.isEmpty, discourse.figureAge <= 3,
      let figure = discourse.figure, figure.isTallyOfBlockades,
      case .tally(let measure, _, _, _, _) = figure.content
    {
      discourse.headingMeasure = measure
      if measure == .points || measure == .roads, discourse.figureAge <= 2 {
        discourse.headingStatus = .blocked
      }
    }
    if tallies.contains(where: \.isTallyOfBlockades) {
      discourse.headingStatus = .blocked
    } else if let status = blockadeReader.headingStatus() {
      discourse.headingStatus = status
    }
  }

  /// Adds to the tolls of the sentence before what this one, which tells none, says of them.
  private mutating func completeTolls(_ scanned: ScannedSentence, _ reader: SentenceReader) {
    guard discourse.tollAge == 1 else { return }
    if scanned.roles.has(.medical), scanned.roles.hasAny(of: [.blockade, .block]) { linkTolls() }
    if scanned.roles.has(.asOf), let moment = reader.moment() {
      for index in discourse.tolls where drafts[index].asOf == nil { drafts[index].asOf = moment }
    }
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

  /// Notes the tolls that a sentence tells, which are the drafts of `range`.
  private mutating func noteTolls(_ range: Range<Int>, _ tolls: [Draft]) {
    guard !tolls.isEmpty else { return }
    discourse.tolls = range
    discourse.tollAge = 0
    for toll in tolls where toll.precision != nil && toll.scope != .nation {
      discourse.incidents[places.area(toll.site.resolution, place: toll.site.text)] = toll.days
      discourse.incidentDays = toll.days
    }
    if let toll = tolls.last(where: { $0.scope == .incident && $0.site.name != nil }) {
      discourse.incidentSite = toll.site
      discourse.incidentAge = 0
    }
  }

  /// `A baby died in Puno. The ambulance had been held up at a picket.`: the death of the sentence before is linked to
  /// the blockade.
  private mutating func linkTolls() {
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
  static let few = 3

  mutating func remember(_ scanned: ScannedSentence) {
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
      } else if !mention.isOrigin, mention.name.tie != .from, mention.name.tie != .to,
        !places.isOnly(mention.name, .hospital),
        places.isPlausible(mention.name)
      {
        discourse.placeMention = mention
        discourse.placeAge = 0
      }
    }
  }
}
