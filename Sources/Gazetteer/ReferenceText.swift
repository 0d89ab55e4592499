/// A reference cut into words, numbers and signs. A word ends where digits begin and the other way round,
/// so that `km262` is two pieces.
struct ReferenceText: Sendable {
  /// One word, number or sign.
  struct Piece: Hashable, Sendable {
    let token: ReferenceToken
    /// Where it stands, in characters from the start of the reference. The two words of `O'Higgins` stand
    /// at one place.
    let range: Range<Int>
    /// Whether the piece before it ends where this one begins, and this one is part of the same writing:
    /// `1S`, not `1 S`.
    let isAttached: Bool
  }

  private let characters: [Character]
  let pieces: [Piece]

  /// - Complexity: O(*n*) in the characters.
  init(_ text: String) {
    characters = Array(text)
    var pieces: [Piece] = []
    var position = 0
    while position < characters.count {
      let first = characters[position]
      let end = Self.end(ofPieceAt: position, in: characters)
      let isAttached = pieces.last?.range.upperBound == position
      if first.isASCIIDigit {
        let digits = String(characters[position..<end])
        pieces.append(Piece(token: .number(digits), range: position..<end, isAttached: isAttached))
      } else if first.isLetter {
        let words = NameKey(String(characters[position..<end])).words
        for (number, word) in words.enumerated() {
          pieces.append(
            Piece(token: .word(word), range: position..<end, isAttached: number == 0 && isAttached)
          )
        }
      } else if !first.isWhitespace {
        pieces.append(Piece(token: .sign(first), range: position..<end, isAttached: isAttached))
      }
      position = end
    }
    self.pieces = pieces
  }

  /// The text from one piece to another, as written.
  subscript(pieces: Range<Int>) -> String {
    guard let first = self.pieces[pieces].first, let last = self.pieces[pieces].last else { return "" }
    return String(characters[first.range.lowerBound..<last.range.upperBound])
  }

  private static func end(ofPieceAt start: Int, in characters: [Character]) -> Int {
    var end = start + 1
    if characters[start].isASCIIDigit {
      while end < characters.count {
        let isSeparator = characters[end] == "." || characters[end] == ","
        let continues = isSeparator && end + 1 < characters.count && characters[end + 1].isASCIIDigit
        guard characters[end].isASCIIDigit || continues else { break }
        end += 1
      }
    } else if characters[start].isLetter {
      while end < characters.count, characters[end].isLetter || characters[end].isApostrophe { end += 1 }
      while end > start + 1, characters[end - 1].isApostrophe { end -= 1 }
    }
    return end
  }
}

extension Character {
  /// Whether it may stand inside a word: `O'Higgins`.
  fileprivate var isApostrophe: Bool { self == "'" || self == "’" }
}
