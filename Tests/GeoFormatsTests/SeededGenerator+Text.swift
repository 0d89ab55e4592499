import TestSupport

extension SeededGenerator {
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
