extension Locator {
  /// A kilometre of a code that no route bears: the codes that come near are told.
  func unknownRoute(_ reference: Reference) -> Resolution? {
    guard let code = reference.unknownCode else { return nil }
    let nearest = pack.names.routes(nearestToCode: code, count: 3).map { pack.routes[$0].code }
    return .unknown(reason: "no route has the code “\(code)”", nearest: nearest)
  }

  /// A section of which only one end is known: with the other end read as the place spelt nearly so, where
  /// there is but one.
  func section(
    _ reference: Reference,
    missing end: String,
    in hint: RegionTable.Index?,
    text: String
  ) -> Resolution {
    let key = NameKey(end)
    let length = key.text.utf8.count
    let nearest = pack.names.nearest(to: key, limit: max(2, length / 3), count: 3) { named in
      if case .highway = named { false } else { true }
    }
    guard let only = nearest.first, only.distance <= EditDistance.tolerance(forLength: length),
      nearest.count == 1 || nearest[1].distance > only.distance
    else {
      return .unknown(reason: "no place is called “\(end)”, the other end", nearest: nearest.map(\.key.text))
    }
    var corrected = reference
    let bearers = pack.names.bearers(of: only.key).filter { if case .highway = $0 { false } else { true } }
    corrected.names.append(Reference.Name(text: only.key.text, bearers: bearers, tie: .to))
    let words = Set(key.words)
    corrected.unread.removeAll { words.contains(NameKey($0).text) }
    corrected.unknownEnd = nil
    let warning = LocationWarning(.spelling, "“\(key)” read as “\(only.key)”")
    return locate(corrected, in: hint, text: text).adding([warning])
  }

  /// A kilometre beside words that name no highway: the highway that is spelt nearly so, where there is but
  /// one; else those that come near are told.
  ///
  /// - Complexity: O(*n*) in the names of the country pack.
  func kilometresOfMisspeltHighway(
    _ reference: Reference,
    in hint: RegionTable.Index?,
    text: String
  ) -> Resolution {
    switch highwaySpelt(nearly: text, in: reference) {
    case .success(let found): kilometres(found.reference, in: hint).adding([found.warning])
    case .failure(let unknown):
      .unknown(reason: "a kilometre without its highway", nearest: unknown.nearest)
    }
  }

  /// That no highway bears a name, nor one spelt nearly so.
  struct UnknownHighway: Error {
    let nearest: [String]
  }

  /// The reference with the highway that is spelt nearly so, where there is but one.
  func highwaySpelt(
    nearly text: String,
    in reference: Reference
  ) -> Result<(reference: Reference, warning: LocationWarning), UnknownHighway> {
    let named = Set(reference.names.flatMap { NameKey($0.text).words })
    let words = NameKey(text).words.filter { word in
      !named.contains(word) && !word.contains(where: \.isNumber)
        && !pack.vocabulary.roles(of: NameKey(words: [word])).contains {
          [.kilometre, .number, .of, .article].contains($0)
        }
    }
    let key = NameKey(words: words)
    guard !key.isEmpty else { return .failure(UnknownHighway(nearest: [])) }
    let length = key.text.utf8.count
    let nearest = pack.names.nearest(to: key, limit: max(2, length / 3), count: 3) { named in
      if case .highway = named { true } else { false }
    }
    guard let only = nearest.first, only.distance <= EditDistance.tolerance(forLength: length),
      nearest.count == 1 || nearest[1].distance > only.distance
    else { return .failure(UnknownHighway(nearest: nearest.map(\.key.text))) }
    var corrected = reference
    corrected.highways = pack.names.bearers(of: only.key).compactMap { named in
      if case .highway(let routes) = named { routes } else { nil }
    }
    corrected.unread = []
    return .success((corrected, LocationWarning(.spelling, "“\(key)” read as “\(only.key)”")))
  }
}
