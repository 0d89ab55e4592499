import Gazetteer
import TestSupport
import Testing

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("Puente Ilave", "puente ilave"), ("PUENTE  ILAVE.", "puente ilave"), ("  puente-ilave ", "puente ilave"),
    ("Ñahuimpuquio", "nahuimpuquio"), ("N\u{303}ahuimpuquio", "nahuimpuquio"), ("El Álamo", "el alamo"),
    ("AÑASHUAYCO", "anashuayco"), ("Œuvre Ærø", "oeuvre aero"), ("Straße", "straße"),
    ("İstanbul", "istanbul"),
    ("O'Higgins", "o higgins"), ("Av. 28 de Julio", "av 28 de julio"), ("", ""), (" - ¡! ", ""),
    ("zero\u{200D}width", "zerowidth"), ("Αθήνα", "αθήνα"),
  ])
  func `a name is its words in lower case without marks`(name: String, key: String) {
    #expect(NameKey(name).text == key)
    #expect(NameKey(name).isEmpty == key.isEmpty)
  }

  @Test func `the key of a key is the key`() throws {
    var generator = SeededGenerator(seed: 99)
    let names =
      try Packs.shipped().places.map(\.name)
      + (0..<500).map { _ in generator.word(of: "aÉñ Ñ\u{301}.-'7ßœ😀中\t/", upTo: 12) }
    for name in names {
      let key = NameKey(name)
      #expect(NameKey(key.text) == key, "\(name)")
      #expect(NameKey(key.words.joined(separator: " ")) == key, "\(name)")
    }
  }

  @Test func `case and accents make no other name`() throws {
    for place in try Packs.shipped().places {
      #expect(NameKey(place.name.uppercased()) == NameKey(place.name))
      #expect(NameKey(place.name.lowercased()) == NameKey(place.name))
    }
  }
}
