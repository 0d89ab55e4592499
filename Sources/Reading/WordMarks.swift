/// What is known of a word before any phrase is looked for: read with its number, so that a sentence is judged by
/// its tokens alone.
struct WordMarks: OptionSet, Sendable {
  let rawValue: UInt16

  /// Whether a phrase that says something to count or to map begins with it.
  static let telling = WordMarks(rawValue: 1 << 8)
  /// Whether it is a word for streets in one of the languages.
  static let street = WordMarks(rawValue: 1 << 9)
  /// Whether a name of the country pack begins with it.
  static let beginsName = WordMarks(rawValue: 1 << 10)
  /// Whether it is common in one of the languages.
  static let common = WordMarks(rawValue: 0xFF)

  /// Whether it is common in a language, which is one of the first eight.
  static func common(in language: Int) -> WordMarks { WordMarks(rawValue: 1 << UInt16(language & 7)) }
}
