/// Numbers for words, found by the hash of their folded bytes.
///
/// Sixty-four bits tell a few hundred thousand words apart for all practical purposes, so the words
/// themselves are not kept: a word of a text is looked up without making a string of it.
struct WordTable: Sendable {
  /// What the table has of a word.
  struct Word {
    /// 0 where it is not in the table.
    var number: Int32 = 0
    var marks: WordMarks = []
  }

  /// A word, side by side with what is known of it, so that a look-up touches the memory once.
  private struct Entry {
    var hash: UInt64 = 0
    /// Its number is 0 where the slot is free.
    var word = Word()
  }

  private var entries = [Entry](repeating: Entry(), count: 1 << 12)
  /// How many words there are; their numbers are 1 through this.
  private(set) var count: Int32 = 0

  /// The number and the marks of a word.
  ///
  /// - Complexity: O(1).
  func word(of hash: UInt64) -> Word {
    let mask = entries.count - 1
    var slot = Self.slot(hash, mask)
    while true {
      let entry = entries[slot]
      if entry.hash == hash || entry.word.number == 0 { return entry.word }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a word, which is put in where it is new.
  mutating func insert(_ hash: UInt64) -> Int32 {
    let known = word(of: hash).number
    if known != 0 { return known }
    if Int(count) * 2 >= entries.count { grow() }
    count += 1
    place(Entry(hash: hash, word: Word(number: count)))
    return count
  }

  /// Marks the words, given the marks of each by its number.
  ///
  /// - Complexity: O(*n*) in the words.
  mutating func mark(_ marks: (Int32) -> WordMarks) {
    for slot in entries.indices where entries[slot].word.number != 0 {
      entries[slot].word.marks = marks(entries[slot].word.number)
    }
  }

  private static func slot(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
  }

  private mutating func place(_ entry: Entry) {
    let mask = entries.count - 1
    var slot = Self.slot(entry.hash, mask)
    while entries[slot].word.number != 0 { slot = (slot + 1) & mask }
    entries[slot] = entry
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.word.number != 0 { place(entry) }
  }
}
