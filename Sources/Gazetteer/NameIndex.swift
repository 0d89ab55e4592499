/// Everything of a country pack that has a name, found by it.
///
/// A name is found as it stands and without its articles: `El Álamo` also as `alamo`.
struct NameIndex: Sendable {
  /// A name of the pack and what bears it.
  struct Entry: Sendable {
    let named: CountryPack.Named
    /// Whether the name is an alias or a code, which means just this thing, rather than one of the names
    /// that a table of routes lists in passing.
    let isProper: Bool
  }

  private var entries: [NameKey: [Entry]] = [:]
  private var routeCodes: [String: Int] = [:]
  /// How many words the longest name has.
  private(set) var longest = 1

  /// Puts a name in; the same thing under the same name twice counts once.
  mutating func insert(
    _ name: String,
    _ named: CountryPack.Named,
    isProper: Bool = true,
    vocabulary: Vocabulary
  ) {
    let key = NameKey(name)
    guard !key.isEmpty else { return }
    insert(key, named, isProper: isProper)
    let words = key.words
    let bare = words.filter { !vocabulary.isFiller($0) }
    if bare.count < words.count, !bare.isEmpty { insert(NameKey(words: bare), named, isProper: false) }
    longest = max(longest, words.count)
  }

  private mutating func insert(_ key: NameKey, _ named: CountryPack.Named, isProper: Bool) {
    if let known = entries[key]?.firstIndex(where: { $0.named == named }) {
      if isProper { entries[key]?[known] = Entry(named: named, isProper: true) }
    } else {
      entries[key, default: []].append(Entry(named: named, isProper: isProper))
    }
  }

  /// Puts a route's code in; it is found however its letters and digits are set apart.
  mutating func insert(code: String, route: Int) { routeCodes[Self.compact(code)] = route }

  /// Every name with what bears it, in no order.
  var all: some Collection<(key: NameKey, bearers: [CountryPack.Named])> {
    entries.keys.lazy.map { (key: $0, bearers: bearers(of: $0)) }
  }

  /// What bears a name. A proper bearer hides those that only share the name in passing.
  func bearers(of key: NameKey) -> [CountryPack.Named] {
    guard let found = entries[key] else { return [] }
    let proper = found.filter(\.isProper)
    return (proper.isEmpty ? found : proper).map(\.named)
  }

  /// The route of a code: `PE-1S`, `pe 1s`, `PE1S`.
  func route(code: String) -> Int? { routeCodes[Self.compact(code)] }

  /// The names nearest in spelling, the nearest first, those of equal distance in alphabetical order.
  ///
  /// - Complexity: O(*n*) in the names; most are passed over for their length.
  ///
  /// - Parameter isWanted: Which bearers a name has to have one of.
  func nearest(
    to key: NameKey,
    limit: Int,
    count: Int,
    bearing isWanted: (CountryPack.Named) -> Bool = { _ in true }
  ) -> [(key: NameKey, distance: Int)] {
    let letters = Array(key.text.utf8)
    var found: [(key: NameKey, distance: Int)] = []
    for (name, bearers) in entries where bearers.contains(where: { isWanted($0.named) }) {
      if let distance = EditDistance.between(letters, Array(name.text.utf8), limit: limit) {
        found.append((name, distance))
      }
    }
    found.sort { ($0.distance, $0.key) < ($1.distance, $1.key) }
    return Array(found.prefix(count))
  }

  /// A code in lower case without what sets its parts apart; marks on letters stay, because `PE-34N` and
  /// `PE-34Ñ` are two roads, whether the mark is part of the letter or follows it.
  private static func compact(_ code: String) -> String {
    String(
      String.UnicodeScalarView(
        code.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
            || $0.properties.generalCategory == .nonspacingMark
        }
      )
    )
  }
}

extension Vocabulary {
  /// Whether a word may be left out of a name.
  func isFiller(_ word: String) -> Bool {
    roles(of: NameKey(words: [word])).contains { $0 == .article || $0 == .of }
  }
}
