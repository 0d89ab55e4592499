extension Locator {
  /// A kilometre beside words that name no highway: the highway that is spelt nearly so, where there is but
  /// one; else those that come near are told.
  ///
  /// - Complexity: O(*n*) in the names of the country pack.
  func kilometresOfMisspeltHighway(
    _ reference: Reference,
    in hint: RegionTable.Index?,
    text: String
  ) -> Resolution {
    let reason = "a kilometre without its highway"
    let named = Set(reference.names.flatMap { NameKey($0.text).words })
    let words = NameKey(text).words.filter { word in
      !named.contains(word) && !word.contains(where: \.isNumber)
        && !pack.vocabulary.roles(of: NameKey(words: [word])).contains {
          [.kilometre, .number, .of, .article].contains($0)
        }
    }
    let key = NameKey(words: words)
    guard !key.isEmpty else { return .unknown(reason: reason, nearest: []) }
    let length = key.text.utf8.count
    let nearest = pack.names.nearest(to: key, limit: max(2, length / 3), count: 3) { named in
      if case .highway = named { true } else { false }
    }
    guard let only = nearest.first, only.distance <= EditDistance.tolerance(forLength: length),
      nearest.count == 1 || nearest[1].distance > only.distance
    else { return .unknown(reason: reason, nearest: nearest.map(\.key.text)) }
    var corrected = reference
    corrected.highways = pack.names.bearers(of: only.key).compactMap { named in
      if case .highway(let routes) = named { routes } else { nil }
    }
    corrected.unread = []
    let warning = LocationWarning(.spelling, "“\(key)” read as “\(only.key)”")
    return kilometres(corrected, in: hint).adding([warning])
  }
}
