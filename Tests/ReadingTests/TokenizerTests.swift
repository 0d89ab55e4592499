import Testing

@testable import Reading

@Suite struct TokenizerTests {
  /// Texts with all that tokens are made of: accents, marks of their own, other scripts, signs, breaks.
  static let texts = [
    "", " ", "Juliaca", "El 9 de enero, 17 muertos.", "km 1.280 y 382+200\n\n• Ñahuimpuquio…",
    "ÁÉÍ œuvre Ǆ ß",
    "n\u{303}a\u{301}\u{200B}b\u{AD}c", "Мурманск 東京 مدينة", "🚨🚧 ¡No! ¿Sí? “a–b”", "1.2.3,4,5. 7",
    "\u{7F}\u{0}\t\r\n",
  ]

  static let words: WordTable = {
    var words = WordTable()
    for hash in Tokenizer.hashes(of: "juliaca 9 de enero ano aa") { _ = words.insert(hash) }
    return words
  }()

  static func tokens(_ text: [UInt8], _ range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    Tokenizer.append(text, range, words: words, to: &tokens)
    return tokens
  }

  @Test(arguments: texts)
  func `tokens follow each other within the range they are read from`(text: String) {
    let bytes = Array(text.utf8)
    for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
      var end = start
      for token in Self.tokens(bytes, start..<bytes.count) {
        #expect(Int(token.start) >= end && token.end > token.start)
        end = Int(token.end)
      }
      #expect(end <= bytes.count)
    }
  }

  @Test(arguments: texts)
  func `a range that cuts a scalar in two is read to its end and no farther`(text: String) {
    let bytes = Array(text.utf8)
    for end in bytes.indices { #expect(Self.tokens(bytes, 0..<end).allSatisfy { $0.end <= end }) }
  }

  @Test(arguments: texts)
  func `every byte that is no white space and is to be seen is in a token`(text: String) {
    let bytes = Array(text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    for token in Self.tokens(bytes, bytes.indices) {
      for position in token.start..<token.end { covered[Int(position)] = true }
    }
    for position in bytes.indices where 0x21...0x7E ~= bytes[position] { #expect(covered[position]) }
  }

  @Test(arguments: [
    ("Año", "ano"), ("JULIACA", "juliaca"), ("n\u{303}", "n"), ("Æa", "aea"), ("1.280", "1,280"),
  ])
  func `words that fold to the same letters have one number`(left: String, right: String) {
    #expect(Tokenizer.hashes(of: left) == Tokenizer.hashes(of: right))
  }

  @Test func `a token has the number of a word or the scalar of a sign, never both`() {
    for token in Self.tokens(Array("Juliaca: 9 – de".utf8), 0..<17) {
      #expect(token.kind == .sign ? token.word == 0 && token.sign != 0 : token.word > 0 && token.sign == 0)
    }
    #expect(MemoryLayout<Token>.stride == 16)
  }
}
