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
  init(_ tokens: [Token]) {
    self.tokens = tokens
    for token in tokens {
      switch token.kind {
      case .word:
        words += 1
        if token.isCapital { capitals += 1 }
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
}
