/// A set of positions in a sentence, which has few: a bit each, without hashing.
struct PositionSet: ExpressibleByArrayLiteral {
  private var words: [UInt64] = []

  init(arrayLiteral positions: Int...) { formUnion(positions) }

  func contains(_ position: Int) -> Bool {
    let word = position >> 6
    return words.indices.contains(word) && words[word] & 1 << UInt64(position & 63) != 0
  }

  /// Negative positions are of no sentence and stay outside.
  mutating func insert(_ position: Int) {
    guard position >= 0 else { return }
    let word = position >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(position & 63)
  }

  mutating func formUnion(_ positions: some Sequence<Int>) {
    for position in positions { insert(position) }
  }
}
