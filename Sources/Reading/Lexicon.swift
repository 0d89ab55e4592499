internal import Gazetteer

/// All words, phrases and names that a reader knows, ready to be found in running text.
final class Lexicon: Sendable {
  /// The phrases of one language. A class, so that what scans a paragraph keeps a reference.
  final class Language: Sendable {
    let code: String
    let trie: PhraseTrie
    /// How words that no table has may end, lower case and with accents, and the phrase that says so; by the
    /// last byte, so that few are compared.
    let endings: [[Ending]]

    struct Ending: Sendable {
      let bytes: [UInt8]
      let phrase: Int32
    }

    fileprivate init(_ builder: LanguageBuilder) {
      code = builder.code
      trie = builder.trie
      endings = builder.endings
    }
  }

  /// The roles of a phrase.
  struct Spelling: Sendable {
    var roles: RoleSet
    /// Of a single word with an accent, and of one without.
    var accented: RoleSet
    var unaccented: RoleSet
    /// How many words it has.
    var length: Int
  }

  /// What bears a name.
  struct Bearers: Sendable {
    var placesAndRegions: [CountryPack.Named] = []
    /// The routes of each highway.
    var highways: [[Int]] = []
    /// Whether a region of the first level bears it, which everybody knows.
    let isDepartment: Bool

    init(_ named: [CountryPack.Named], isDepartment: Bool = false) {
      self.isDepartment = isDepartment
      for bearer in named {
        if case .highway(let routes) = bearer {
          highways.append(routes)
        } else {
          placesAndRegions.append(bearer)
        }
      }
    }
  }

  let words: WordTable
  let languages: [Language]
  let phrases: [Phrase]
  /// What each phrase says, by its spelling; apart from all else it is, since each word is looked up here.
  let spellings: [Spelling]
  let names: PhraseTrie
  let bearers: [Bearers]

  /// - Complexity: O(*n*) in the names and words.
  convenience init(_ pack: CountryPack, _ tables: [ReadingWords]) {
    self.init(LexiconBuilder(pack, tables))
  }

  private init(_ builder: LexiconBuilder) {
    words = builder.words
    languages = builder.languages.map { Language($0) }
    phrases = builder.phrases
    spellings = builder.phrases.map {
      Spelling(roles: $0.roles, accented: $0.accented, unaccented: $0.unaccented, length: $0.length)
    }
    names = builder.names
    bearers = builder.bearers
  }
}

/// The phrases of a language in the making.
private struct LanguageBuilder {
  let code: String
  var trie = PhraseTrie()
  var endings: [[Lexicon.Language.Ending]] = Array(repeating: [], count: 256)
}

/// A lexicon in the making.
private struct LexiconBuilder {
  var words = WordTable()
  var languages: [LanguageBuilder] = []
  var phrases: [Phrase] = []
  var names = PhraseTrie()
  var bearers: [Lexicon.Bearers] = []
  /// By the number of a word.
  private var marks: [WordMarks] = []

  /// The roles without which a sentence is only read for its names.
  private static let tellingRoles: RoleSet = [
    .block, .blockade, .blocking, .clear, .clearing, .cleared, .restrict, .truce, .pausing, .normal, .killed,
    .injured,
    .detained,
    .tollNoun, .death, .tally, .march, .foreign, .kilometre, .closure, .reopening, .figure, .weekday,
  ]

  init(_ pack: CountryPack, _ tables: [ReadingWords]) {
    for table in tables.prefix(8) {
      var language = LanguageBuilder(code: table.language)
      for (key, roles) in pack.vocabulary.entries {
        _ = add(key.text, to: &language) { phrase in
          phrase.reference += roles
          for role in roles.compactMap({ ReadingRole($0) }) {
            phrase.roles.insert(role)
            phrase.accented.insert(role)
            phrase.unaccented.insert(role)
          }
        }
      }
      var added: [(words: [Int32], phrase: Int)] = []
      added.reserveCapacity(table.rows.count)
      phrases.reserveCapacity(phrases.count + table.rows.count)
      for row in table.rows where row.role != .foreign || !Self.isOwn(row.word, pack) {
        if let entry = add(row.word, to: &language, { _ = $0.add(row) }) { added.append(entry) }
      }
      for (words, phrase) in added { inheritRoads(words, phrase, of: language) }
      languages.append(language)
      for row in table.rows where row.role == .common {
        for hash in Tokenizer.hashes(of: row.word).prefix(1) {
          mark(words.insert(hash), .common(in: languages.count - 1))
        }
      }
    }
    for (key, named) in pack.allNames {
      let numbers = numbers(of: key.text)
      guard !numbers.isEmpty else { continue }
      if names.insert(numbers, payload: Int32(clamping: bearers.count)) < 0 {
        let isDepartment = named.contains { bearer in
          if case .region(let region) = bearer { pack.regions[region].level == .department } else { false }
        }
        bearers.append(Lexicon.Bearers(named, isDepartment: isDepartment))
        mark(numbers[0], .beginsName)
      }
    }
    words.mark { Int($0) < marks.count ? marks[Int($0)] : [] }
  }

  private mutating func mark(_ word: Int32, _ mark: WordMarks) {
    while marks.count <= Int(word) { marks.append([]) }
    marks[Int(word)].insert(mark)
  }

  /// Whether a name that a language's table calls foreign is a part of this country.
  private static func isOwn(_ word: String, _ pack: CountryPack) -> Bool {
    let key = NameKey(word)
    if key == NameKey(pack.country.name) { return true }
    return pack.bearers(of: key).contains { bearer in
      if case .region(let region) = bearer { pack.regions[region].level == .department } else { false }
    }
  }

  private mutating func numbers(of text: String) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(4)
    Tokenizer.forEachHash(of: text) { numbers.append(words.insert($0)) }
    return numbers
  }

  /// A phrase of several words says what its words say of roads: `tránsito interrumpido`, `bloqueos activos`.
  private mutating func inheritRoads(_ words: [Int32], _ phrase: Int, of language: LanguageBuilder) {
    guard words.count > 1 else { return }
    var roles: RoleSet = []
    for word in words {
      let single = language.trie.single(word)
      if single >= 0 { roles.formUnion(phrases[Int(single)].roles) }
    }
    let isOfRoad = roles.hasAny(of: [.traffic, .road])
    // `took down their barricade` is said of a road too.
    let endsBlockade = roles.has(.blockade) && phrases[phrase].roles.hasAny(of: [.clear, .cleared, .pausing])
    if isOfRoad || endsBlockade { phrases[phrase].roles.insert(.traffic) }
    // `main road`
    if roles.has(.road), phrases[phrase].roles.has(.tally) { phrases[phrase].roles.insert(.road) }
    let isOfBlockade = roles.has(.blockade) || isOfRoad && roles.has(.closure)
    // `interrupted points`
    if roles.has(.block), !isOfBlockade, phrases[phrase].roles.has(.tally) {
      phrases[phrase].roles.insert(.block)
    }
    if isOfBlockade, phrases[phrase].roles.has(.tally) { phrases[phrase].roles.insert(.blockade) }
  }

  /// Takes a phrase in; gives its words and its place, but for an ending, which has no words.
  private mutating func add(
    _ word: String,
    to language: inout LanguageBuilder,
    _ change: (inout Phrase) -> Void
  ) -> (words: [Int32], phrase: Int)? {
    if word.hasPrefix("*") {
      var phrase = Phrase()
      phrase.length = 1
      change(&phrase)
      let bytes = Array(word.utf8.dropFirst())
      if let last = bytes.last {
        let ending = Lexicon.Language.Ending(bytes: bytes, phrase: Int32(clamping: phrases.count))
        language.endings[Int(last)].append(ending)
      }
      phrases.append(phrase)
      return nil
    }
    let numbers = numbers(of: word)
    guard !numbers.isEmpty else { return nil }
    let known = language.trie.insert(numbers, payload: Int32(clamping: phrases.count))
    let place = known >= 0 ? Int(known) : phrases.count
    if known < 0 {
      var phrase = Phrase()
      phrase.length = numbers.count
      phrases.append(phrase)
    }
    change(&phrases[place])
    if phrases[place].roles.hasAny(of: Self.tellingRoles) { mark(numbers[0], .telling) }
    if numbers.count == 1, phrases[place].roles.has(.street) { mark(numbers[0], .street) }
    return (numbers, place)
  }
}

extension ReadingRole {
  /// The role of a word by which references are put together; `nil` where the text of a report has no use
  /// for it.
  init?(_ role: Vocabulary.Role) {
    switch role {
    case .number: return nil
    case .kilometre: self = .kilometre
    case .range: self = .range
    case .between: self = .between
    case .and: self = .and
    case .from: self = .from
    case .within: self = .within
    case .near: self = .near
    case .of: self = .of
    case .article: self = .article
    case .connecting: self = .connecting
    case .highway: self = .road
    case .side: self = .side
    case .level: self = .level
    case .settlement: self = .settlement
    case .kind: self = .kind
    }
  }
}
