/// A piece of a reference as written.
enum ReferenceToken: Hashable, Sendable {
  /// Letters, folded.
  case word(String)
  /// Digits, with dots and commas between digits.
  case number(String)
  /// Any other sign that is not white space.
  case sign(Character)

  /// Cuts a reference into words, numbers and signs. A word ends where digits begin and the other way
  /// round, so that `km262` is two.
  static func tokens(of text: String) -> [(token: ReferenceToken, raw: String)] {
    var tokens: [(token: ReferenceToken, raw: String)] = []
    let characters = Array(text)
    var position = 0
    while position < characters.count {
      let first = characters[position]
      var end = position + 1
      if first.isASCIIDigit {
        while end < characters.count {
          let isSeparator = characters[end] == "." || characters[end] == ","
          let continues = isSeparator && end + 1 < characters.count && characters[end + 1].isASCIIDigit
          guard characters[end].isASCIIDigit || continues else { break }
          end += 1
        }
        let raw = String(characters[position..<end])
        tokens.append((.number(raw), raw))
      } else if first.isLetter {
        while end < characters.count, characters[end].isLetter || characters[end].isInnerMark { end += 1 }
        while end > position + 1, characters[end - 1].isInnerMark { end -= 1 }
        let raw = String(characters[position..<end])
        for word in NameKey(raw).words { tokens.append((.word(word), raw)) }
      } else if !first.isWhitespace {
        tokens.append((.sign(first), String(first)))
      }
      position = end
    }
    return tokens
  }
}

extension Character {
  /// Whether it stands inside a word: an apostrophe.
  fileprivate var isInnerMark: Bool { self == "'" || self == "’" }
}
