/// A word or phrase of a language's table in all its forms: `cut(|s|ting) off`.
///
/// A star before an ending, as in `*arán`, stands for words of no table that end so. Parentheses hold what may stand at their place, parted by bars; nothing between two bars is nothing.
enum WordPattern {
  /// A row that says more than this is a mistake.
  static let most = 20_000

  /// The phrases that a pattern stands for, in its order.
  ///
  /// - Returns: `nil` for parentheses that do not pair, are inside others, or say too much.
  static func phrases(of pattern: String) -> [String]? {
    var phrases = [""]
    var rest = pattern[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "(")) {
      guard let close = rest.utf8.firstIndex(of: UInt8(ascii: ")")), open < close else { return nil }
      let inner = rest[rest.utf8.index(after: open)..<close]
      guard !inner.utf8.contains(UInt8(ascii: "(")) else { return nil }
      let forms = inner.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      guard phrases.count * forms.count <= most else { return nil }
      let head = rest[..<open]
      phrases = phrases.flatMap { phrase in forms.map { phrase + head + Substring($0) } }
      rest = rest[rest.utf8.index(after: close)...]
    }
    guard !rest.utf8.contains(UInt8(ascii: ")")) else { return nil }
    return rest.isEmpty ? phrases : phrases.map { $0 + rest }
  }
}
