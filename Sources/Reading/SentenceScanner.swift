internal import Gazetteer

/// Finds phrases, names, numbers, dates and kilometres in a sentence: each the longest at its place.
final class SentenceScanner {
  let lexicon: Lexicon
  let language: Lexicon.Language
  let spellings: [Lexicon.Spelling]
  let phraseTrie: PhraseTrie
  let nameTrie: PhraseTrie
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
    let looks = looks(sentence)
    findItems(looks, in: &scanned)
    if looks.isTelling, scanned.items.contains(where: startsValue) {
      fuse(&scanned)
    } else {
      keepNames(in: &scanned)
    }
    if !scanned.names.isEmpty { tieNames(in: &scanned) }
    for item in scanned.items { scanned.roles.formUnion(item.roles) }
    if scanned.roles.hasAny(of: [.closure, .reopening]) { settleNouns(in: &scanned) }
    return scanned
  }

  /// Names the names among items that are taken as they are.
  private func keepNames(in scanned: inout ScannedSentence) {
    for position in scanned.items.indices where scanned.items[position].kind == .name {
      scanned.names.append(name(scanned.items[position]))
      scanned.items[position].index = scanned.names.count - 1
    }
  }

  func keep(_ item: Item, into scanned: inout ScannedSentence) {
    scanned.items.append(item)
    guard item.kind == .name else { return }
    scanned.items[scanned.items.count - 1].index = scanned.names.count
    scanned.names.append(name(item))
  }

  private func name(_ item: Item) -> NameMention {
    let bearers = item.index < 0 ? Lexicon.Bearers([]) : lexicon.bearers[item.index]
    return NameMention(
      name: Reference.Name(text: string(item.start..<item.end), bearers: bearers.placesAndRegions),
      highways: bearers.highways,
      isUnknown: item.index < 0,
      isUnknownRoad: item.index == Self.unknownRoad,
      phraseStart: item.start
    )
  }

  // Of a phrase, which is large, one thing is asked at a time: only that is fetched where this stands in place.
  @inline(__always)
  func phrase(_ item: Item) -> Phrase { lexicon.phrases[Int(item.phrase)] }

  func string(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return String(decoding: text[Int(self.tokens[first].start)..<Int(self.tokens[last].end)], as: UTF8.self)
  }
}
