import Testing

@testable import Reading

@Suite struct PhraseTrieTests {
  /// Phrases of up to four words out of few, so that many begin alike.
  static let phrases: [[Int32]] = (0..<4000).map(phrase)

  private static func phrase(_ number: Int) -> [Int32] {
    (0...number % 4).map { (place: Int) -> Int32 in
      let word = (number * 7 + place * place * 13) % 61
      return Int32(word + 1)
    }
  }

  static func payload(_ words: [Int32], _ trie: PhraseTrie) -> Int32 {
    var node = PhraseTrie.root
    for word in words {
      node = trie.next(node, word)
      if node == 0 { return -1 }
    }
    return trie.payload(node)
  }

  @Test func `what was put in first is found, and nothing else`() {
    var trie = PhraseTrie()
    var known: [[Int32]: Int32] = [:]
    for (number, words) in Self.phrases.enumerated() {
      #expect(trie.insert(words, payload: Int32(number)) == known[words] ?? -1)
      if known[words] == nil { known[words] = Int32(number) }
    }
    for (words, payload) in known {
      #expect(Self.payload(words, trie) == payload)
      #expect(Self.payload(words + [99], trie) == -1)
    }
    for word in 0..<Int32(120) {
      #expect(trie.single(word) == known[[word]] ?? -1)
      let goesOn = trie.start(word) != 0 && trie.goesOn(trie.start(word))
      #expect(goesOn == known.keys.contains { $0.count > 1 && $0[0] == word })
    }
  }
}
