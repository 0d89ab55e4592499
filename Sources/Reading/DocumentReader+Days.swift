internal import Chronicle
internal import Gazetteer

/// The days that a text gives for its parts, and what is told of long ago.
extension DocumentReader {
  /// The first day that the text tells with its year.
  func firstDay() -> Day? {
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
  func dateline(_ scanned: ScannedSentence, _ scanner: SentenceScanner) -> (day: Day, length: Int)? {
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
  func tweetDay(_ scanner: SentenceScanner, _ sentences: [Sentence]) -> Day? {
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

  /// Warns of days that the calendar has not: `31 de febrero`.
  mutating func doubtDates(of statements: Range<Int>, _ reader: SentenceReader) {
    guard !statements.isEmpty, reader.scanned.dates.contains(where: \.isImpossible) else { return }
    for position in reader.items.indices where reader.items[position].kind == .date {
      guard reader.scanned.dates[reader.items[position].index].isImpossible else { continue }
      let text = reader.text(position...position)
      for statement in statements {
        drafts[statement].warnings.append("“\(text)” is no day of the calendar; another day stands in")
      }
    }
  }

  /// Whether a sentence is of long ago, or goes on with one that is: `The strike of July 1977 … Workers blocked …`.
  mutating func isHistory(_ scanned: ScannedSentence) -> Bool {
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
  static let longAgo = 800
}
