/// Numbers for words, found by the hash of their folded bytes.
///
/// Sixty-four bits tell a few hundred thousand words apart for all practical purposes, so the words
/// themselves are not kept: a word of a text is looked up without making a string of it.
struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  /// How many words there are; their numbers are 1 through this.
  private(set) var count: Int32 = 0

  init() {
    hashes = [UInt64](repeating: 0, count: 1 << 12)
    numbers = [Int32](repeating: 0, count: 1 << 12)
  }

  /// The number of a word, or 0 where it is not in the table.
  ///
  /// - Complexity: O(1).
  func number(of hash: UInt64) -> Int32 {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while numbers[slot] != 0 {
      if hashes[slot] == hash { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The number of a word, which is put in where it is new.
  mutating func insert(_ hash: UInt64) -> Int32 {
    let known = number(of: hash)
    if known != 0 { return known }
    if Int(count) * 2 >= hashes.count { grow() }
    count += 1
    place(hash, count)
    return count
  }

  private mutating func place(_ hash: UInt64, _ number: Int32) {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while numbers[slot] != 0 { slot = (slot + 1) & mask }
    hashes[slot] = hash
    numbers[slot] = number
  }

  private mutating func grow() {
    let old = zip(hashes, numbers)
    hashes = [UInt64](repeating: 0, count: hashes.count * 2)
    numbers = [Int32](repeating: 0, count: hashes.count)
    for (hash, number) in old where number != 0 { place(hash, number) }
  }
}
