/// What a piece of a reference is.
enum ReferenceToken: Hashable, Sendable {
  /// Letters, folded.
  case word(String)
  /// Digits, with dots and commas between digits.
  case number(String)
  /// Any other sign that is not white space.
  case sign(Character)
}
