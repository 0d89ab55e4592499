/// The tokens of a paragraph, and what one glance at them tells.
struct Paragraph {
  let tokens: [Token]
  /// How many words there are, and how many of them begin with a capital.
  private(set) var words = 0
  private(set) var capitals = 0
  /// How many words are common in each language.
  private(set) var common = LanguageHits()
  /// Whether a number is long enough to be a year.
  private(set) var hasYear = false
  /// Whether somebody is named as on a network: `@handle`.
  private(set) var hasHandle = false

  /// - Complexity: O(*n*).
  init(_ tokens: [Token], names: PhraseTrie) {
    self.tokens = tokens
    for (position, token) in tokens.enumerated() {
      switch token.kind {
      case .word:
        words += 1
        if token.isCapital {
          capitals += 1
          if beginsName(position, of: names) { continue }
        }
        common.countCommon(token.marks)
      case .number:
        if token.end - token.start >= 4 { hasYear = true }
        common.countCommon(token.marks)
      case .sign:
        if token.isSign("@") { hasHandle = true }
      case .lineBreak:
        break
      }
    }
  }

  /// `La Joya`, `El Fiscal`: an article that is a name's says nothing of the language.
  func beginsName(_ position: Int, of names: PhraseTrie) -> Bool {
    let token = tokens[position]
    guard token.isCapital, token.marks.contains(.beginsName), position + 1 < tokens.count,
      tokens[position + 1].isCapital
    else { return false }
    return names.next(names.start(token.word), tokens[position + 1].word) != 0
  }
}
