internal import Gazetteer

extension SentenceScanner {
  /// The index of a name of a road that no table has.
  static let unknownRoad = -2

  private static let placing: RoleSet = [.within, .near, .between, .kind, .level, .settlement, .access]

  /// The capitalised words here, where the words before say that they name a place or a road.
  func unknownName(_ start: Int, in sentence: Sentence, after items: [Item]) -> (
    end: Int, isRoad: Bool
  )? {
    guard usesCapitals, isUnknownCapital(start) || isPartOfUnknown(start, in: sentence) else { return nil }
    guard let last = items.last else {
      return label(start, in: sentence).map { ($0, false) }
    }
    if tokens[start - 1].isSign("#") || tokens[start - 1].isSign("@") { return nil }
    let end = unknownCapitals(start, in: sentence)
    if isNote(start..<end, after: items, in: sentence) { return (end, false) }
    let next = singleRoles(end, sentence)
    // `the Andean region of Apurímac`
    if next.hasAny(of: [.level, .settlement]), singleRoles(end + 1, sentence).has(.of) { return nil }
    // `the Transoceanic Highway`, `carretera Marginal`
    if next.has(.road), end < sentence.tokens.upperBound, tokens[end - 1].kind == .word { return (end, true) }
    if tokens[start - 1].isDash, items.count > 1, items[items.count - 2].kind == .name { return (end, false) }
    var before = items.count - 1
    while before > 0, items[before].roles.hasAny(of: [.article, .of]),
      !items[before].roles.hasAny(of: Self.placing)
    {
      before -= 1
    }
    if goesOnList(end, after: items, in: sentence) { return (end, false) }
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
    // `Comuneros de Ccapacmarca, en la provincia de Chumbivilcas`
    if tie.roles.has(.person), last.roles.has(.of), end + 2 < sentence.tokens.upperBound,
      tokens[end].isSign(","),
      singleRoles(end + 1, sentence).has(.within)
    {
      return (end, false)
    }
    // `los comuneros de Ccapacmarca no dejan pasar`
    if tie.roles.has(.person), last.roles.has(.of), next.hasAny(of: [.block, .negation, .clear]) {
      return (end, false)
    }
    guard tie.roles.hasAny(of: Self.placing), !tie.roles.has(.agent),
      !isOrganisation(start..<end, in: sentence), !next.has(.organisation)
    else { return nil }
    return (end, false)
  }

  /// The end of the capitalised words from here that no table explains, with what joins them.
  private func unknownCapitals(_ start: Int, in sentence: Sentence) -> Int {
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
    return end
  }

  /// `• Planchón: bloqueado`: the name of no table that a line of a list begins with, where the line goes on with what
  /// is with a road.
  private func label(_ start: Int, in sentence: Sentence) -> Int? {
    guard sentence.isItem, start == sentence.tokens.lowerBound else { return nil }
    let end = unknownCapitals(start, in: sentence)
    guard end < sentence.tokens.upperBound, tokens[end].isSign(":") || tokens[end].isSign(",") else {
      return nil
    }
    let isOfRoad = (end + 1..<end + 4).contains {
      singleRoles($0, sentence).hasAny(of: [.block, .clear, .cleared, .restrict, .normal])
    }
    return isOfRoad ? end : nil
  }

  /// `- Abancay – Andahuaylas, Sahuinto: closed`, `km 74, Guerreros: closed`: where on the road it is, in a line of a
  /// list.
  private func isNote(_ range: Range<Int>, after items: [Item], in sentence: Sentence) -> Bool {
    var comma = items.count - 1
    if comma > 0, items[comma].roles.has(.article), tokens[items[comma].start].isCapital { comma -= 1 }
    guard sentence.isItem || sentence.isShortLine, comma > 0, items[comma].kind == .sign,
      tokens[items[comma].start].isSign(","),
      [.name, .kilometres, .number].contains(items[comma - 1].kind),
      singleRoles(range.lowerBound, sentence).isEmpty
    else { return false }
    guard range.upperBound < sentence.tokens.upperBound else { return false }
    let next = tokens[range.upperBound]
    return next.isSign(":") || next.isDash || next.isSign("(")
  }

  /// How many items a list of places has at most that a name of no table goes on with.
  private static let longestList = 40

  /// `closed at Huyro and Chaullay`, `at Huyro, Chaullay and Maranura`: what goes on with a list of places, and is
  /// followed by no word of its own.
  private func goesOnList(_ end: Int, after items: [Item], in sentence: Sentence) -> Bool {
    guard let last = items.last else { return false }
    if last.kind == .sign, tokens[last.start].isSign(",") {
      guard singleRoles(end, sentence).has(.and) else { return false }
    } else if last.kind == .word, last.roles.has(.and) {
      let next = end < sentence.tokens.upperBound ? tokens[end] : nil
      guard next.map({ $0.kind == .lineBreak || $0.isSign(".") || $0.isSign(";") || $0.isSign("(") }) ?? true
      else { return false }
    } else {
      return false
    }
    var position = items.count - 2
    while position > 0, items.count - position <= Self.longestList, items[position].kind == .name {
      let before = items[position - 1]
      if before.kind == .word, before.roles.hasAny(of: [.within, .near]) { return true }
      let isComma = before.kind == .sign && tokens[before.start].isSign(",")
      guard isComma || before.kind == .word && before.roles.hasAny(of: [.and, .article]) else { return false }
      position -= 2
    }
    return false
  }

  func isJoint(_ position: Int) -> Bool {
    tokens[position].kind == .word && !tokens[position].isCapital
      && singleRoles(position).hasAny(of: [.of, .article])
  }

  func isUnknownCapital(_ position: Int) -> Bool {
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
}
