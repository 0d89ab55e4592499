extension KilometreExpression {
  /// Reads text that is nothing but kilometres, as alert feeds have it in a field of its own.
  ///
  /// ```
  /// list   = span { ("," | ";" | "/" | and) span }
  /// span   = number [ ("-" | to | nothing) number ]      "between … and …" is a span too
  /// number = [km] digits [ ("+" metres) | decimals ]
  /// ```
  /// The words are the vocabulary's. Other words and signs are passed over and given back.
  ///
  /// - Returns: `nil` where there is no number at all.
  /// - Complexity: O(*n*).
  static func reading(
    _ text: String,
    vocabulary: Vocabulary
  ) -> (expression: KilometreExpression, unread: [String])? {
    var scanner = FieldScanner(ReferenceText(text), vocabulary: vocabulary)
    var spans: [Span] = []
    /// What stands between the number before and the next one.
    var joint = FieldScanner.Joint.nothing
    var isBetween = false
    while let step = scanner.next() {
      switch step {
      case .between: isBetween = true
      case .joint(let found): joint = max(joint, found)
      case .number(let number):
        let isFarEnd = joint == .range || joint == .nothing || (joint == .and && isBetween)
        if isFarEnd, let last = spans.indices.last, spans[last].to == nil {
          spans[last].to = number
          isBetween = false
        } else {
          spans.append(Span(from: number, to: nil))
        }
        joint = .nothing
      }
    }
    return spans.isEmpty ? nil : (KilometreExpression(spans: spans), scanner.unread)
  }

  /// Reads the pieces of a field of kilometres one after another.
  private struct FieldScanner {
    enum Joint: Comparable {
      case nothing, and, range
    }

    enum Step {
      case number(Number)
      case joint(Joint)
      case between
    }

    private let text: ReferenceText
    private let vocabulary: Vocabulary
    private var position = 0
    private(set) var unread: [String] = []

    init(_ text: ReferenceText, vocabulary: Vocabulary) {
      self.text = text
      self.vocabulary = vocabulary
    }

    mutating func next() -> Step? {
      while position < text.pieces.count {
        let piece = text.pieces[position]
        position += 1
        switch piece.token {
        case .number(let digits):
          if let metres = metresFollowing(), let number = Number(kilometres: digits, plusMetres: metres) {
            position += 2
            return .number(number)
          }
          if let number = Number(digits) { return .number(number) }
          unread.append(digits)
        case .sign("-"), .sign("–"), .sign("—"):
          return .joint(.range)
        case .sign(","), .sign(";"), .sign("/"), .sign("&"):
          return .joint(.and)
        case .sign("."), .sign("("), .sign(")"), .sign("\""), .sign("'"):
          continue
        case .sign(let sign):
          unread.append(String(sign))
        case .word(let word):
          let roles = vocabulary.roles(of: NameKey(word))
          // Of a word with several roles the one that a field of kilometres can use.
          if roles.contains(.between) { return .between }
          if roles.contains(.range) { return .joint(.range) }
          if roles.contains(.and) { return .joint(.and) }
          if !roles.contains(.kilometre), !roles.contains(.article), !roles.contains(.from) {
            unread.append(word)
          }
        }
      }
      return nil
    }

    /// The digits after a plus sign that follows.
    private func metresFollowing() -> String? {
      guard position + 1 < text.pieces.count, text.pieces[position].token == .sign("+"),
        case .number(let digits) = text.pieces[position + 1].token, digits.allSatisfy(\.isASCIIDigit)
      else { return nil }
      return digits
    }
  }
}
