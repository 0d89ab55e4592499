internal import Geo
internal import Gazetteer

/// Finds where references are, each once.
final class PlaceFinder {
  /// Where a reference is; nobody changes it. A class, since references are large, and a dictionary copies the
  /// keys that it compares.
  private final class Answer {
    let reference: Reference
    let region: RegionTable.Index?
    let resolution: Resolution
    /// Another one whose reference has the same hash.
    let next: Answer?

    init(_ reference: Reference, in region: RegionTable.Index?, _ resolution: Resolution, next: Answer?) {
      self.reference = reference
      self.region = region
      self.resolution = resolution
      self.next = next
    }

    /// Of what tells most references apart, and is quick to take in.
    static func hash(_ reference: Reference, in region: RegionTable.Index?) -> Int {
      var hasher = Hasher()
      for name in reference.names {
        if let bearer = name.bearers.first { hasher.combine(bearer) } else { hasher.combine(name.text) }
      }
      for highway in reference.highways { hasher.combine(highway.first) }
      hasher.combine(reference.kilometres)
      hasher.combine(region)
      return hasher.finalize()
    }
  }

  let locator: Locator
  var pack: CountryPack { locator.pack }
  /// By the hash of the reference.
  private var answers: [Int: Answer] = [:]
  private var answerCount = 0
  private var places: [String: [CountryPack.Named]] = [:]
  private var ends: [String: [Reference.Name]?] = [:]
  /// By the number of a place.
  private let sorts: [PlaceSorts]

  init(_ locator: Locator) {
    self.locator = locator
    sorts = locator.pack.places.map { PlaceSorts(kind: $0.kind.name) }
  }

  func locate(_ reference: Reference, in region: RegionTable.Index?, text: String) -> Resolution {
    // What no table has is not looked for among all names that are spelt alike.
    if reference.highways.isEmpty, !reference.names.isEmpty,
      reference.names.allSatisfy({ $0.bearers.isEmpty })
    {
      return .unknown(reason: "no highway, place or region of the tables is called “\(text)”", nearest: [])
    }
    let hash = Answer.hash(reference, in: region)
    var known = answers[hash]
    while let answer = known {
      if answer.region == region, answer.reference == reference { return answer.resolution }
      known = answer.next
    }
    let resolution = locator.locate(reference, in: region, text: text)
    // Reports name the same few places; a text made to fill the memory does not get its way.
    if answerCount > 20_000 {
      answers.removeAll()
      answerCount = 0
    }
    answers[hash] = Answer(reference, in: region, resolution, next: answers[hash])
    answerCount += 1
    return resolution
  }

  /// What bears a name put together from the words of a text.
  func bearers(of name: String) -> [CountryPack.Named] {
    if let known = places[name] { return known }
    let found = pack.bearers(of: NameKey(name)).filter { if case .place = $0 { true } else { false } }
    if places.count > 20_000 { places.removeAll() }
    places[name] = found
    return found
  }

  /// The two places in a highway's name such as `carretera Puno - Juliaca`.
  func ends(of name: String) -> [Reference.Name]? {
    if let known = ends[name] { return known }
    let found = placesJoined(in: name)
    if ends.count > 20_000 { ends.removeAll() }
    ends[name] = .some(found)
    return found
  }

  private func placesJoined(in name: String) -> [Reference.Name]? {
    let halves = name.split { $0 == "-" || $0 == "–" || $0 == "—" }.map {
      $0.split(separator: " ").map(String.init)
    }
    guard halves.count == 2 else { return nil }
    func bearers(_ words: [String], dropping: ([String]) -> [String]) -> (String, [CountryPack.Named])? {
      var words = words
      while !words.isEmpty {
        let text = words.joined(separator: " ")
        let found = pack.bearers(of: NameKey(text)).filter {
          if case .highway = $0 { false } else { true }
        }
        if !found.isEmpty { return (text, found) }
        words = dropping(words)
      }
      return nil
    }
    guard let from = bearers(halves[0], dropping: { Array($0.dropFirst()) }),
      let to = bearers(halves[1], dropping: { Array($0.dropLast()) })
    else { return nil }
    return [
      Reference.Name(text: from.0, bearers: from.1, tie: .from),
      Reference.Name(text: to.0, bearers: to.1, tie: .to),
    ]
  }

  /// Whether all places that bear a name are of some sorts, and there are some.
  func isOnly(_ name: Reference.Name, _ sorts: PlaceSorts) -> Bool {
    var isPlace = false
    for case .place(let place) in name.bearers {
      if self.sorts[place].isDisjoint(with: sorts) { return false }
      isPlace = true
    }
    return isPlace
  }

  /// Whether a place of one of some sorts bears a name.
  func isAny(_ name: Reference.Name, _ sorts: PlaceSorts) -> Bool {
    for case .place(let place) in name.bearers where !self.sorts[place].isDisjoint(with: sorts) {
      return true
    }
    return false
  }

  /// Whether a place bears a name.
  func isPlace(_ name: Reference.Name) -> Bool {
    for case .place in name.bearers { return true }
    return false
  }

  /// The largest region of a name.
  func region(_ name: Reference.Name) -> RegionTable.Index? {
    var largest: RegionTable.Index?
    for case .region(let region) in name.bearers {
      if let level = name.level, pack.regions[region].level != level { continue }
      if largest.map({ pack.regions[region].level < pack.regions[$0].level }) ?? true { largest = region }
    }
    return largest
  }

  /// Whether a name is well enough known, or said to be a place by the words around it, to be no word or person.
  func isPlausible(_ name: Reference.Name) -> Bool {
    switch name.tie {
    case .within, .near, .between, .to: return true
    case .none, .from: break
    }
    if name.kind != nil || name.level != nil || region(name) != nil { return true }
    var rank = Int.max
    for case .place(let place) in name.bearers { rank = min(rank, pack.places[place].kind.rank) }
    return rank <= 4
  }

  /// Whether a name is one of this country also in the midst of a report from abroad, where towns have namesakes.
  func isUnmistakable(_ mention: NameMention) -> Bool {
    !mention.highways.isEmpty || region(mention.name).map { pack.regions[$0].level == .department } == true
  }

  /// Whether a name is a region that holds what another one names, as in `Chala, Arequipa`.
  func holds(_ outer: Reference.Name, _ inner: Reference.Name) -> Bool {
    for case .region(let region) in outer.bearers {
      let code = pack.regions[region].code
      for bearer in inner.bearers {
        switch bearer {
        case .place(let place):
          if let at = pack.places[place].region, at.isInside(code) { return true }
        case .region(let other):
          if other != region, pack.regions[other].code.isInside(code) { return true }
        case .highway:
          continue
        }
      }
    }
    return false
  }

  /// A key for the area of a location: its province, its region, or its name.
  func area(_ resolution: Resolution?, place: String) -> String {
    guard let location = resolution?.location else { return NameKey(place).text }
    guard let code = location.region else { return location.place ?? NameKey(place).text }
    return pack.regions.region(at: .province, holding: code)?.code.text ?? code.text
  }

  /// What tells one location from another: two of one route are the same to a tenth of a kilometre.
  enum Identity: Hashable {
    case found(route: String?, tenths: Double?, place: String?, region: RegionCode?, method: LocationMethod)
    case unknown(NameKey)

    /// What tells most locations apart, and is quick to take in.
    func hash(into hasher: inout Hasher) {
      switch self {
      case .found(let route, let tenths, let place, _, _):
        hasher.combine(place ?? route)
        hasher.combine(tenths)
      case .unknown(let key):
        hasher.combine(key)
      }
    }
  }

  func identity(_ resolution: Resolution?, place: String) -> Identity {
    guard let location = resolution?.location else { return .unknown(NameKey(place)) }
    return .found(
      route: location.route,
      tenths: location.kilometre.map { ($0 * 10).rounded() },
      place: location.place,
      region: location.region,
      method: location.method
    )
  }
}
