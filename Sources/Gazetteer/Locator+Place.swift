internal import Geo

/// A position that a name stands for, as the end of a section or beside a highway.
struct Anchor {
  let name: String
  let coordinate: Coordinate
  let radius: Distance
  let warnings: [LocationWarning]
}

extension Locator {
  /// A place or a region named alone, or with the region it lies in: `Ilave`, `Santa Rosa, Melgar`.
  func place(_ reference: Reference, in hint: RegionTable.Index?) -> Resolution {
    guard let name = reference.names.first else { return .unknown(reason: "no name", nearest: []) }
    var surroundings = reference
    surroundings.names.removeFirst()
    let region = regionMeant(by: surroundings, in: hint)
    var doubts: [LocationWarning] = []
    if !surroundings.names.isEmpty, region == hint {
      let unused = surroundings.names.map(\.text).joined(separator: ", ")
      doubts.append(LocationWarning(.unreadWords, "“\(unused)” is left out"))
    }
    if name.side != nil, !bearsRegion(name) { return towards(name, in: region, doubts: doubts) }
    let chosen = choice(for: name, in: region)
    if let outranking = regionOutranking(chosen, named: name, in: region),
      var location = location(of: outranking)
    {
      location.warnings += doubts
      return .found(
        location,
        others: places(among: name.bearers).prefix(5).map { candidate(pack.places[$0]) }
      )
    }
    switch chosen {
    case .place(let place, _) where !reference.unread.isEmpty && isHamlet(place):
      // `Villa Quimera` is not the hamlet Villa.
      let words = reference.unread.joined(separator: " ")
      return .unknown(
        reason: "no place is called so; “\(words)” is unknown",
        nearest: [candidate(pack.places[place]).title]
      )
    case .place(let place, let warnings):
      if let kind = name.kind, NameKey(pack.places[place].kind.name) != NameKey(kind),
        !NameKey(pack.places[place].name).words.contains(where: {
          pack.vocabulary.roles(of: NameKey($0)).contains(.kind(kind))
        })
      {
        doubts.append(LocationWarning(.unreadWords, "no \(kind) “\(name.text)” is known"))
      }
      var location = location(of: pack.places[place], warnings: warnings + doubts)
      // An alias is what the report says, and what people look for on the map; part of a name is not.
      if !name.isPart, name.bearers.contains(.place(place)),
        NameKey(name.text) != NameKey(pack.places[place].name)
      {
        location.place = name.text
      }
      return .found(location, others: others(than: place, named: name))
    case .ambiguous(let places):
      return .ambiguous(places.map { candidate(pack.places[$0]) })
    case .region(let index, let warnings):
      guard var location = location(of: index, towards: name.side) else {
        return .unknown(
          reason: "nothing in the tables says where \(pack.regions[index].name) lies",
          nearest: []
        )
      }
      location.warnings += warnings
      return .found(location, others: [])
    case .nothing:
      guard let region, var location = location(of: region) else {
        return .unknown(reason: "no place “\(name.text)” there", nearest: [])
      }
      location.warnings.append(
        LocationWarning(.outsideNamedRegion, "no “\(name.text)” is known in \(pack.regions[region].name)")
      )
      return .found(
        location,
        others: places(among: name.bearers).prefix(5).map { candidate(pack.places[$0]) }
      )
    }
  }

  /// The place of a name that reads like a kilometre: some hamlets are called `Km 50`.
  func placeCalled(_ text: String, in region: RegionTable.Index?) -> Resolution? {
    let bearers = pack.names.bearers(of: NameKey(text)).filter { named in
      guard case .place(let place) = named else { return false }
      return region.map { pack.places[place].region?.isInside(pack.regions[$0].code) == true } ?? true
    }
    guard !bearers.isEmpty else { return nil }
    var reference = Reference()
    reference.names = [Reference.Name(text: text, bearers: bearers, tie: .none)]
    return place(reference, in: region)
  }

  /// The position of a name as the end of a road: a region's name there means its capital.
  func end(_ name: Reference.Name, in hint: RegionTable.Index? = nil) -> Anchor? {
    var region: RegionTable.Index?
    let chosen = choice(for: name, in: hint)
    if case .region(let index, _) = chosen {
      region = index
    } else {
      region = regionOutranking(chosen, named: name, in: hint)
    }
    guard let capital = region.flatMap({ capital(of: $0) }) else { return anchor(of: name, in: hint) }
    let place = pack.places[capital]
    return Anchor(name: place.name, coordinate: place.coordinate, radius: place.kind.radius, warnings: [])
  }

  /// The place that is a region's capital, where the tables have one of that name in the region.
  private func capital(of region: RegionTable.Index) -> Int? {
    guard let name = pack.regions[region].capital else { return nil }
    return places(among: pack.names.bearers(of: NameKey(name)))
      .filter { pack.places[$0].region?.isInside(pack.regions[region].code) == true }
      .min { (pack.places[$0].kind.rank, $0) < (pack.places[$1].kind.rank, $1) }
  }

  /// Whether a name is that of a region, too.
  func bearsRegion(_ name: Reference.Name) -> Bool {
    name.bearers.contains { if case .region = $0 { true } else { false } }
  }

  /// Whether a name is that of a place, too.
  func bearsPlace(_ name: Reference.Name) -> Bool { !places(among: name.bearers).isEmpty }

  /// The position that a name stands for: the place, else the middle of the region.
  func anchor(of name: Reference.Name, in hint: RegionTable.Index? = nil) -> Anchor? {
    switch choice(for: name, in: hint) {
    case .place(let place, let warnings):
      let place = pack.places[place]
      return Anchor(
        name: place.name,
        coordinate: place.coordinate,
        radius: place.kind.radius,
        warnings: warnings
      )
    case .ambiguous(let places):
      guard let first = places.first else { return nil }
      let place = pack.places[first]
      let warning = LocationWarning(.severalCandidates, "\(places.count) places are called “\(name.text)”")
      return Anchor(
        name: place.name,
        coordinate: place.coordinate,
        radius: place.kind.radius,
        warnings: [warning]
      )
    case .region(let index, let warnings):
      guard let location = location(of: index), case .point(let center) = location.geometry else {
        return nil
      }
      return Anchor(
        name: pack.regions[index].name,
        coordinate: center,
        radius: location.uncertainty,
        warnings: warnings
      )
    case .nothing:
      return nil
    }
  }

  private enum Choice {
    case place(Int, [LocationWarning])
    case ambiguous([Int])
    case region(RegionTable.Index, [LocationWarning])
    case nothing
  }

  func places(among bearers: [CountryPack.Named]) -> [Int] {
    bearers.compactMap { named in
      if case .place(let place) = named { return place }
      return nil
    }
  }

  /// Decides between the places and regions of one name: by the region named, then by what the words
  /// around it say it is, then by prominence.
  private func choice(for name: Reference.Name, in region: RegionTable.Index?) -> Choice {
    if let choice = choiceByKind(for: name, in: region) { return choice }
    let regions = name.bearers.compactMap { named -> RegionTable.Index? in
      if case .region(let index) = named { return index }
      return nil
    }
    let ofLevel = regions.filter { name.level == nil || pack.regions[$0].level == name.level }
    // `eThekwini municipality` may be a province in the tables: where nothing else bears the name it is meant.
    let wanted = ofLevel.isEmpty && places(among: name.bearers).isEmpty ? regions : ofLevel
    if name.level != nil || name.side != nil || places(among: name.bearers).isEmpty, !wanted.isEmpty {
      return regionChoice(among: wanted, named: name, in: region)
    }
    var places = places(among: name.bearers)
    if let region {
      places = places.filter { pack.places[$0].region?.isInside(pack.regions[region].code) == true }
      if places.isEmpty {
        let inside = wanted.filter { pack.regions[$0].code.isInside(pack.regions[region].code) }
        return inside.isEmpty ? .nothing : regionChoice(among: inside, named: name, in: region)
      }
    }
    if let kind = name.kind {
      let ofKind = places.filter { NameKey(pack.places[$0].kind.name) == NameKey(kind) }
      if !ofKind.isEmpty { places = ofKind }
    }
    return prominentChoice(among: places, named: name)
  }

  /// What words with a kind mean that no name stands for: `Cape Town airport` is no place called Cape Town but
  /// the airport whose name has these words. `nil` where a bearer of the name is of that kind, or none is found.
  private func choiceByKind(for name: Reference.Name, in region: RegionTable.Index?) -> Choice? {
    if name.isPart {
      let places = places(among: name.bearers).filter { isInside($0, region) }
      return warning(of: prominentChoice(among: places, named: name), isPartOf: name)
    }
    guard let kind = name.kind,
      !places(among: name.bearers).contains(where: { NameKey(pack.places[$0].kind.name) == NameKey(kind) })
    else { return nil }
    let words = NameKey(name.text).words.filter { !pack.vocabulary.isFiller($0) }
    let found = pack.placeParts.places(ofKind: kind, named: words)
    let places = found.places.filter { isInside($0, region) }
    guard !places.isEmpty else { return nil }
    let choice = prominentChoice(among: places, named: name)
    return found.isPart ? warning(of: choice, isPartOf: name) : choice
  }

  private func isInside(_ place: Int, _ region: RegionTable.Index?) -> Bool {
    region.map { pack.places[place].region?.isInside(pack.regions[$0].code) == true } ?? true
  }

  private func warning(of choice: Choice, isPartOf name: Reference.Name) -> Choice {
    guard case .place(let place, let warnings) = choice else { return choice }
    let full = pack.places[place].name
    return .place(
      place,
      warnings + [LocationWarning(.partOfName, "“\(name.text)” taken as part of the name \(full)")]
    )
  }

  /// The most prominent of several places, where it stands out.
  private func prominentChoice(among places: [Int], named name: Reference.Name) -> Choice {
    guard let best = places.map({ pack.places[$0].kind.rank }).min() else { return .nothing }
    let prominent = places.filter { pack.places[$0].kind.rank == best }
    guard prominent.allSatisfy({ isSameSpot($0, prominent[0]) }) else { return .ambiguous(prominent) }
    // A city does not have to be told from a hamlet, but from another town.
    let rivals = places.filter {
      !isSameSpot($0, prominent[0]) && pack.places[$0].kind.rank <= best + 2
    }.count
    guard rivals > 0 else { return .place(prominent[0], []) }
    let warning = LocationWarning(
      .severalCandidates,
      "the most prominent of \(rivals + 1) places called “\(name.text)”"
    )
    return .place(prominent[0], [warning])
  }

  private func regionChoice(
    among regions: [RegionTable.Index],
    named name: Reference.Name,
    in region: RegionTable.Index?
  ) -> Choice {
    let inside = region.map { outer in
      regions.filter { pack.regions[$0].code.isInside(pack.regions[outer].code) }
    }
    let choice = inside.flatMap { $0.isEmpty ? nil : $0 } ?? regions
    guard let largest = choice.min(by: { pack.regions[$0].level < pack.regions[$1].level }) else {
      return .nothing
    }
    let rivals = choice.filter { !pack.regions[$0].code.isInside(pack.regions[largest].code) }
    guard !rivals.isEmpty else { return .region(largest, []) }
    let warning = LocationWarning(
      .severalCandidates,
      "the largest of \(rivals.count + 1) regions called “\(name.text)”"
    )
    return .region(largest, [warning])
  }

  /// The region that a name means rather than a place: a department rather than a village, but a city that is
  /// its department's capital rather than the department.
  private func regionOutranking(
    _ choice: Choice,
    named name: Reference.Name,
    in hint: RegionTable.Index?
  ) -> RegionTable.Index? {
    guard name.kind == nil, hint == nil else { return nil }
    let places: [Int]
    switch choice {
    case .place(let place, _): places = [place]
    case .ambiguous(let several): places = several
    case .region, .nothing: return nil
    }
    let rank = places.map { self.pack.places[$0].kind.rank }.min() ?? 0
    let regions = name.bearers.compactMap { named -> RegionTable.Index? in
      if case .region(let index) = named { return index }
      return nil
    }
    guard let largest = regions.min(by: { pack.regions[$0].level < pack.regions[$1].level }) else {
      return nil
    }
    let isClear = regions.allSatisfy { $0 == largest || pack.regions[$0].level > pack.regions[largest].level }
    return isClear && rank > pack.regions[largest].level.depth ? largest : nil
  }

  /// Whether a place is of the least prominent kind, too small to be meant by a part of a name.
  private func isHamlet(_ place: Int) -> Bool { pack.places[place].kind.rank >= pack.leastProminentRank }

  /// Whether two places of one name are one place in two registers.
  private func isSameSpot(_ left: Int, _ right: Int) -> Bool {
    left == right
      || Geodesic.wgs84.distance(pack.places[left].coordinate, pack.places[right].coordinate)
        <= .kilometres(5)
  }

  private func others(than place: Int, named name: Reference.Name) -> [Resolution.Candidate] {
    let regions = name.bearers.compactMap { named -> Resolution.Candidate? in
      guard case .region(let index) = named, let location = location(of: index) else { return nil }
      let region = pack.regions[index]
      return Resolution.Candidate(title: "\(region.name), \(region.level.rawValue)", location: location)
    }
    let places = places(among: name.bearers).filter { !isSameSpot($0, place) }.map {
      candidate(pack.places[$0])
    }
    return Array((regions + places).prefix(6))
  }

  private func candidate(_ place: Place) -> Resolution.Candidate {
    let lineage =
      place.region.flatMap { pack.regions.index(of: $0) }.map { pack.regions.lineage(of: $0) } ?? []
    let region = lineage.map { pack.regions[$0].name }.joined(separator: ", ")
    return Resolution.Candidate(
      title: "\(place.name), \(place.kind.name) in \(region)",
      location: location(of: place, warnings: [])
    )
  }

  private func location(of place: Place, warnings: [LocationWarning]) -> Location {
    var location = Location(
      geometry: .point(place.coordinate),
      method: .place,
      uncertainty: place.kind.radius,
      place: place.name,
      region: place.region,
      warnings: warnings
    )
    if place.region == nil {
      let (region, more) = self.region(at: place.coordinate)
      location.region = region
      location.isOutside = region == nil
      location.warnings += more
    }
    return location
  }

  // MARK: Regions

  /// ``location(of:towards:)``, worked out.
  ///
  /// - Complexity: O(*n*) in the routes of the pack and the places and posts in the region, or in the points of
  ///   its outline.
  func measuredLocation(of index: RegionTable.Index, towards side: Side?) -> Location? {
    let region = pack.regions[index]
    guard let (center, radius) = extent(of: coordinates(of: region.code, towards: side)) else {
      return pack.regions.parent(of: index).flatMap { location(of: $0) }
    }
    return Location(
      geometry: .point(center),
      method: .region,
      uncertainty: radius,
      place: region.name,
      region: region.code
    )
  }

  /// The whole country, or one side of it, by its outlines; `nil` where the pack draws none.
  func countryLocation(towards side: Side? = nil) -> Location? {
    let all = pack.outlines.flatMap { $0.polygons.polygons.flatMap(\.exterior.coordinates) }
    guard let (center, radius) = extent(of: half(of: all, towards: side)) else { return nil }
    return Location(geometry: .point(center), method: .region, uncertainty: radius, place: pack.country.name)
  }

  /// Those of some coordinates that lie in one half of the box around them all.
  private func half(of coordinates: [Coordinate], towards side: Side?) -> [Coordinate] {
    guard let side, let half = BoundingBox(coordinates)?.half(towards: side) else { return coordinates }
    return coordinates.filter(half.contains)
  }

  /// What marks a region, or one side of it: its outline, else the places and posts in it.
  func coordinates(of code: RegionCode, towards side: Side? = nil) -> [Coordinate] {
    let index = pack.regions.index(of: code)
    if pack.outlines.contains(where: { $0.region == code }), let index, let clip = clip(of: index, side: side)
    {
      return clip.polygons.flatMap(\.exterior.coordinates)
    }
    let first = placesByRegion.firstIndexBySearch { $0.region >= code }
    var coordinates = placesByRegion[first...].prefix { $0.region.isInside(code) }.map {
      pack.places[$0.place].coordinate
    }
    if let index {
      for route in pack.routes {
        for stretch in route.stretches(in: index) {
          coordinates += route.line(from: stretch.lowerBound, to: stretch.upperBound)?.coordinates ?? []
        }
      }
    }
    return half(of: coordinates, towards: side)
  }

  private func extent(of coordinates: [Coordinate]) -> (center: Coordinate, radius: Distance)? {
    guard let center = BoundingBox(coordinates)?.center else { return nil }
    let farthest = Geodesic.wgs84.farthestDistance(from: center, to: coordinates) ?? .zero
    // Places and posts mark a region only roughly, and never to its border.
    return (center, max(farthest, .kilometres(5)))
  }
}
