/// A word or phrase of a language's table in all its forms: `cut(|s|ting) off`.
///
/// Parentheses hold what may stand at their place, parted by bars; nothing between two bars is nothing.
enum WordPattern {
  /// A row that says more than this is a mistake.
  static let most = 20_000

  /// The phrases that a pattern stands for, in its order.
  ///
  /// - Returns: `nil` for parentheses that do not pair, are inside others, or say too much.
  static func phrases(of pattern: String) -> [String]? {
    var phrases = [""]
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "(") {
      guard let close = rest.firstIndex(of: ")"), open < close else { return nil }
      let inner = rest[rest.index(after: open)..<close]
      guard !inner.contains("(") else { return nil }
      let forms = inner.split(separator: "|", omittingEmptySubsequences: false)
      let head = rest[..<open]
      guard !head.contains(")"), phrases.count * forms.count <= most else { return nil }
      phrases = phrases.flatMap { phrase in forms.map { "\(phrase)\(head)\($0)" } }
      rest = rest[rest.index(after: close)...]
    }
    guard !rest.contains(")") else { return nil }
    return phrases.map { "\($0)\(rest)" }
  }
}
