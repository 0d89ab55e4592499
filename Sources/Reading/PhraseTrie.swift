/// Phrases of numbered words, found word by word in one pass.
struct PhraseTrie: Sendable {
  private struct Node {
    /// What ends here; −1 where nothing does.
    var payload: Int32 = -1
    /// Whether a phrase goes on from here.
    var isInner = false
  }

  /// What a phrase's first word leads to.
  private struct Head {
    /// The node, or 0 where no phrase begins with the word.
    var node: Int32 = 0
    /// What the word stands for by itself, or −1.
    var payload: Int32 = -1
    /// A sieve of the words that may come second: a bit for each remainder of their numbers.
    var seconds: UInt64 = 0
  }

  /// A node and a word, and the node that the word leads to; side by side, so that a look-up touches the
  /// memory once.
  private struct Step {
    var key: UInt64 = 0
    /// 0 where the slot is free.
    var child: Int32 = 0
  }

  private var steps = [Step](repeating: Step(), count: 1 << 12)
  private var count = 0
  private var nodes: [Node] = [Node()]
  /// By the number of a word, what it leads to as a first word: most words begin no phrase, and most
  /// look-ups are for a first word.
  private var heads: [Head] = []

  /// The node before the first word.
  static let root: Int32 = 0

  /// The node of the phrases that begin with a word, or 0 where none does.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  func start(_ word: Int32) -> Int32 {
    Int(word) < heads.count ? heads[Int(word)].node : 0
  }

  /// What a word stands for by itself, or −1.
  @inline(__always)
  func single(_ word: Int32) -> Int32 { Int(word) < heads.count ? heads[Int(word)].payload : -1 }

  /// Whether a phrase may begin with two words; where not, there is nothing to look up.
  @inline(__always)
  func mayBegin(_ first: Int32, _ second: Int32) -> Bool {
    Int(first) < heads.count && heads[Int(first)].seconds & Self.bit(second) != 0
  }

  private static func bit(_ word: Int32) -> UInt64 { 1 << UInt64(word & 63) }

  /// Whether a phrase of several words begins here.
  @inline(__always)
  func goesOn(_ node: Int32) -> Bool { nodes[Int(node)].isInner }

  /// The node that a word leads to, or 0 where no phrase goes on so.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    if node == Self.root { return start(word) }
    return nodes[Int(node)].isInner ? find(Self.key(node, word)) : 0
  }

  private func find(_ key: UInt64) -> Int32 {
    let mask = steps.count - 1
    var slot = Self.slot(key, mask)
    while true {
      let step = steps[slot]
      if step.key == key || step.child == 0 { return step.child }
      slot = (slot + 1) & mask
    }
  }

  /// What a phrase that ends here stands for, or −1.
  @inline(__always)
  func payload(_ node: Int32) -> Int32 { nodes[Int(node)].payload }

  /// Puts a phrase in, and gives its payload as it was: −1 where the phrase is new.
  mutating func insert(_ words: [Int32], payload: Int32) -> Int32 {
    var node = Self.root
    for word in words {
      var child = next(node, word)
      if child == 0 {
        child = Int32(clamping: nodes.count)
        nodes.append(Node())
        add(child, to: node, word)
      }
      node = child
    }
    if words.count > 1 { heads[Int(words[0])].seconds |= Self.bit(words[1]) }
    let old = nodes[Int(node)].payload
    if old < 0 {
      nodes[Int(node)].payload = payload
      if words.count == 1 { heads[Int(words[0])].payload = payload }
    }
    return old
  }

  private mutating func add(_ child: Int32, to node: Int32, _ word: Int32) {
    guard node != Self.root else {
      while heads.count <= Int(word) { heads.append(Head()) }
      heads[Int(word)].node = child
      return
    }
    if count * 2 >= steps.count { grow() }
    nodes[Int(node)].isInner = true
    place(Self.key(node, word), child)
    count += 1
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    // Only the upper bits of the product depend on the node and the word alike.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    let mask = steps.count - 1
    var slot = Self.slot(key, mask)
    while steps[slot].child != 0 { slot = (slot + 1) & mask }
    steps[slot] = Step(key: key, child: child)
  }

  private mutating func grow() {
    let old = steps
    steps = [Step](repeating: Step(), count: old.count * 2)
    for step in old where step.child != 0 { place(step.key, step.child) }
  }
}
