internal import Gazetteer

/// A feed's words for a few things, found as written or nearly so.
struct FeedWords<Meaning: Hashable & Sendable>: Hashable, Sendable {
  enum Reading {
    case found(Meaning)
    /// Read as a word spelt nearly the same.
    case nearly(Meaning, word: String)
    case unknown
  }

  private let entries: [(key: NameKey, word: String, meaning: Meaning)]

  init(_ words: [(word: String, meaning: Meaning)]) {
    entries = words.map { (NameKey($0.word), $0.word, $0.meaning) }
  }

  /// The meaning of a word: the word itself, else the one nearest in spelling where no other is as near and
  /// at most a third of its letters differ. The words of a feed are few and far apart.
  func reading(of text: String) -> Reading {
    let key = NameKey(text)
    guard !key.isEmpty else { return .unknown }
    if let exact = entries.first(where: { $0.key == key }) { return .found(exact.meaning) }
    let letters = Array(key.text.utf8)
    var best: (distance: Int, index: Int)?
    var isTied = false
    for (index, entry) in entries.enumerated() {
      let other = Array(entry.key.text.utf8)
      let limit = max(letters.count, other.count) / 3
      guard let distance = EditDistance.between(letters, other, limit: limit) else { continue }
      if let least = best?.distance, least <= distance {
        isTied = isTied || least == distance
      } else {
        best = (distance, index)
        isTied = false
      }
    }
    guard let best, !isTied else { return .unknown }
    return .nearly(entries[best.index].meaning, word: entries[best.index].word)
  }

  static func == (left: FeedWords, right: FeedWords) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.word == $1.word && $0.meaning == $1.meaning }
  }

  func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.word)
      hasher.combine(entry.meaning)
    }
  }
}
