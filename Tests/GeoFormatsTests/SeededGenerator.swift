/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A short text of letters, quotation marks, line breaks and whatever else upsets readers.
  mutating func text() -> String {
    let alphabet = ["a", "Z", "7", " ", ",", "\"", "\n", "\\", "é", "—", "😀", "\u{1F}", "e\u{301}", ";", "'"]
    return (0..<Int.random(in: 0..<12, using: &self))
      .map { _ in alphabet.randomElement(using: &self) ?? "" }.joined()
  }

  mutating func bytes(from alphabet: String, count: Int) -> [UInt8] {
    let alphabet = Array(alphabet.utf8)
    return (0..<count).map { _ in
      // One byte in fifty is any byte at all.
      Int.random(in: 0..<50, using: &self) == 0
        ? UInt8.random(in: 0...255, using: &self) : alphabet.randomElement(using: &self) ?? 0
    }
  }
}
