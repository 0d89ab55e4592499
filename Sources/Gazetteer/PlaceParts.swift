internal import Geo

/// Places whose names say what they are, found by their kind and the words that tell them apart:
/// `Cape Town airport` for `Cape Town International Airport`.
///
/// Only a word that the table of words gives to the place's own kind says what it is, so that a town called
/// `Puente Piedra` is no bridge.
struct PlaceParts: Sendable {
  /// A place taken apart.
  struct Entry: Sendable {
    /// Where it stands among the pack's places.
    let place: Int
    let kind: NameKey
    /// The words of the name that tell it from others of its kind, in order.
    let own: [String]
    /// The words of the name that say its kind.
    let kindWords: Set<String>
  }

  /// Where something lies whose name has a word.
  private struct Bearing: Sendable {
    let coordinate: Coordinate?
    let region: RegionCode?
  }

  /// How far apart all things of one word may lie that make it a word of one neighbourhood.
  private static let neighbourhood = Distance.kilometres(50)

  private let entries: [Entry]
  private var entriesByWord: [String: [Int]] = [:]
  /// All places and regions that have the word in their name.
  private var bearings: [String: [Bearing]] = [:]
  private let places: [Place]

  /// - Complexity: O(*n*) in the words of all names.
  init(of places: [Place], regions: RegionTable, vocabulary: Vocabulary) {
    self.places = places
    let kinds = vocabulary.kinds.mapValues { $0.map(\.words) }
    let keys = places.map { NameKey($0.name).words }
    entries = places.indices.compactMap { number in
      Entry(number, of: places[number], words: keys[number], kinds: kinds, vocabulary: vocabulary)
    }
    for (number, entry) in entries.enumerated() {
      for word in Set(entry.own) { entriesByWord[word, default: []].append(number) }
    }
    for (place, words) in zip(places, keys) {
      for word in Set(words) where entriesByWord[word] != nil {
        bearings[word, default: []].append(Bearing(coordinate: place.coordinate, region: place.region))
      }
    }
    for region in regions.regions {
      for word in Set(NameKey(region.name).words) where entriesByWord[word] != nil {
        bearings[word, default: []].append(Bearing(coordinate: nil, region: region.code))
      }
    }
  }

  /// The places of a kind that words name: by all their own words, else by part of them, where a word among
  /// them is known nowhere else.
  func places(ofKind kind: String, named words: [String]) -> (places: [Int], isPart: Bool) {
    let kind = NameKey(kind)
    guard let first = words.first, let found = entriesByWord[first] else { return ([], false) }
    let ofKind = found.map { entries[$0] }.filter { $0.kind == kind }
    let whole = ofKind.filter { $0.own == words }
    if !whole.isEmpty { return (whole.map(\.place), false) }
    let part = ofKind.filter { entry in
      words.allSatisfy(entry.own.contains) && words.contains { isLocal($0, to: entry) }
    }
    return (part.map(\.place), true)
  }

  /// A part of a name at the start of a list of words.
  struct Match {
    /// The places it may mean.
    let places: [Int]
    /// How many words it takes.
    let count: Int
  }

  /// The longest part of a name at the start of some words.
  ///
  /// - Parameters:
  ///   - words: Folded words that follow one another.
  ///   - kind: What the words before said it is.
  ///   - needsKind: Whether words around it have to say what it is. Else all its own words have to be there.
  ///   - kindsAfter: What the words after so many words say it is.
  func longestMatch(
    in words: [String],
    kind: String?,
    needsKind: Bool,
    kindsAfter: (Int) -> [String]
  ) -> Match? {
    guard let first = words.first, let found = entriesByWord[first] else { return nil }
    let said = kind.map { NameKey($0) }
    var best: (places: [Int], count: Int)?
    for entry in found.map({ entries[$0] }) {
      let run = words.prefix { entry.own.contains($0) || entry.kindWords.contains($0) }
      // A part ends with a word of the name, and the words that say the kind are part of it where it has them.
      let own = run.filter { entry.own.contains($0) && !entry.kindWords.contains($0) }
      let isWhole = own == entry.own
      guard isWhole || own.contains(where: { isLocal($0, to: entry) }) else { continue }
      let saysKind =
        run.contains(where: entry.kindWords.contains) || said == entry.kind
        || kindsAfter(run.count).contains { NameKey($0) == entry.kind }
      guard saysKind || isWhole && !needsKind else { continue }
      if run.count > best?.count ?? 0 {
        best = ([entry.place], run.count)
      } else if run.count == best?.count {
        best?.places.append(entry.place)
      }
    }
    return best.map { Match(places: $0.places, count: $0.count) }
  }

  /// Whether all things whose name has a word lie around a place.
  private func isLocal(_ word: String, to entry: Entry) -> Bool {
    guard entry.own.contains(word), let bearings = bearings[word] else { return false }
    let place = places[entry.place]
    return bearings.allSatisfy { bearing in
      if let coordinate = bearing.coordinate {
        return Geodesic.wgs84.distance(coordinate, place.coordinate) <= Self.neighbourhood
      }
      guard let region = bearing.region, let own = place.region else { return false }
      return own.isInside(region)
    }
  }
}

extension PlaceParts.Entry {
  /// Takes a place's name apart; `nil` where it does not say the kind, or nothing else.
  fileprivate init?(
    _ number: Int,
    of place: Place,
    words: [String],
    kinds: [String: [[String]]],
    vocabulary: Vocabulary
  ) {
    guard let phrases = kinds[place.kind.name] else { return nil }
    var isOfKind = [Bool](repeating: false, count: words.count)
    for phrase in phrases where phrase.count <= words.count {
      for start in 0...(words.count - phrase.count)
      where words[start..<start + phrase.count].elementsEqual(phrase) {
        for position in start..<start + phrase.count { isOfKind[position] = true }
      }
    }
    let own = zip(words, isOfKind).filter { !$0.1 && !vocabulary.isFiller($0.0) }.map(\.0)
    guard isOfKind.contains(true), !own.isEmpty else { return nil }
    self.init(
      place: number,
      kind: NameKey(place.kind.name),
      own: own,
      kindWords: Set(zip(words, isOfKind).filter { $0.1 && !vocabulary.isFiller($0.0) }.map(\.0))
    )
  }
}
