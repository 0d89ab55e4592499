/// Phrases of numbered words, found word by word in one pass.
struct PhraseTrie: Sendable {
  private var keys: [UInt64] = [UInt64](repeating: 0, count: 1 << 12)
  private var children: [Int32] = [Int32](repeating: 0, count: 1 << 12)
  private var count = 0
  /// What ends at each node; −1 where nothing does.
  private var payloads: [Int32] = [-1]

  /// The node before the first word.
  static let root: Int32 = 0

  /// The node that a word leads to, or 0 where no phrase goes on so.
  ///
  /// - Complexity: O(1).
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while children[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// What a phrase that ends here stands for, or −1.
  func payload(_ node: Int32) -> Int32 { payloads[Int(node)] }

  /// Puts a phrase in, and gives its payload as it was: −1 where the phrase is new.
  mutating func insert(_ words: [Int32], payload: Int32) -> Int32 {
    var node = Self.root
    for word in words {
      var child = next(node, word)
      if child == 0 {
        if count * 2 >= keys.count { grow() }
        child = Int32(clamping: payloads.count)
        payloads.append(-1)
        place(Self.key(node, word), child)
        count += 1
      }
      node = child
    }
    let old = payloads[Int(node)]
    if old < 0 { payloads[Int(node)] = payload }
    return old
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while children[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let old = zip(keys, children)
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    children = [Int32](repeating: 0, count: keys.count)
    for (key, child) in old where child != 0 { place(key, child) }
  }
}
