internal import Geo

extension Locator {
  /// Beyond this radius a point says nothing about regions below the first level.
  private static var vague: Distance { .kilometres(25) }

  /// A kilometre, a stretch or a list of kilometres of a highway.
  func kilometres(_ reference: Reference, in hint: RegionTable.Index?) -> Resolution {
    guard let expression = reference.kilometres else { return highwayPart(reference, in: hint) }
    let region = regionMeant(by: reference, in: hint)
    var readings: [(route: Route, location: Location, fix: KilometreFix)] = []
    for route in Set(reference.highways.joined()).sorted().map({ pack.roads[$0] }) {
      if let (location, fix) = location(of: expression, on: route, in: region) {
        readings.append((route, location, fix))
      }
    }
    guard !readings.isEmpty else { return beyondRoute(reference, expression) }
    // With a region named, a route that has the kilometre there beats one that only passes by.
    let ranked = readings.map { (rank: rank($0.fix, in: region), reading: $0) }
    let best = ranked.map(\.rank).min() ?? 0
    let chosen = ranked.filter { $0.rank == best }.map(\.reading)
    let candidates = chosen.map {
      Resolution.Candidate(title: "\($0.route.code) \($0.route.displayName)", location: $0.location)
    }
    if candidates.count > 1, let beside = candidate(of: candidates, beside: reference.names) { return beside }
    guard candidates.count == 1, let only = candidates.first else { return .ambiguous(candidates) }
    return .found(only.location, others: [])
  }

  /// How far from a place that is named beside it a kilometre may be.
  private static var besidePlace: Distance { .kilometres(25) }

  /// The one of several routes whose kilometre lies by a place that is named with it: `Carretera Central, km 53,
  /// in Corcona`; the others are nowhere near.
  private func candidate(
    of candidates: [Resolution.Candidate],
    beside names: [Reference.Name]
  ) -> Resolution? {
    for name in names where name.level == nil {
      let towns = name.bearers.compactMap { named -> Coordinate? in
        if case .place(let place) = named { return pack.places[place].coordinate }
        return nil
      }
      let ranked = candidates.compactMap { candidate -> (away: Distance, location: Location)? in
        guard let point = candidate.location.representativePoint,
          let away = towns.map({ Geodesic.wgs84.distance($0, point) }).min()
        else { return nil }
        return (away, candidate.location)
      }
      .sorted { $0.away < $1.away }
      guard let best = ranked.first, best.away <= Self.besidePlace,
        ranked.dropFirst().allSatisfy({ $0.away > Self.besidePlace + best.away })
      else { continue }
      let warning = LocationWarning(
        .severalCandidates,
        "of \(candidates.count) routes the one that has this kilometre by “\(name.text)”"
      )
      return Resolution.found(best.location, others: []).adding([warning])
    }
    return nil
  }

  /// The region that a reference speaks of: the one named in it, where that lies in the one named
  /// beside it; else the one beside it.
  func regionMeant(by reference: Reference, in hint: RegionTable.Index?) -> RegionTable.Index? {
    var meant = hint
    for name in reference.names {
      let regions = name.bearers.compactMap { named -> RegionTable.Index? in
        if case .region(let index) = named { return index }
        return nil
      }.filter { name.level == nil || pack.regions[$0].level == name.level }
      guard let largest = regions.min(by: { pack.regions[$0].level < pack.regions[$1].level }) else {
        continue
      }
      if let current = meant {
        let finer = regions.filter { pack.regions[$0].code.isInside(pack.regions[current].code) }
        if let best = finer.min(by: { pack.regions[$0].level < pack.regions[$1].level }) { meant = best }
      } else if regions.allSatisfy({ pack.regions[$0].code.isInside(pack.regions[largest].code) }) {
        meant = largest
      }
    }
    return meant
  }

  private func rank(_ fix: KilometreFix, in region: RegionTable.Index?) -> Int {
    guard let region else { return 0 }
    let lies = fix.position.region.map { pack.regions[$0].code.isInside(pack.regions[region].code) } ?? false
    switch fix.reading {
    case .posted, .inventory: return lies ? 0 : 3
    case .reversed: return lies ? 1 : 4
    case .stretch(let holder): return holder == region ? 2 : 5
    }
  }

  private func beyondRoute(_ reference: Reference, _ expression: KilometreExpression) -> Resolution {
    let extents = Set(reference.highways.joined()).sorted().map { number in
      let (road, isPart) = (pack.roads[number], number >= pack.routes.count)
      let name = isPart ? "\(road.displayName) (\(road.code))" : road.code
      return "\(name) runs from km \(road.extent.lowerBound) to km \(road.extent.upperBound)"
    }
    return .unknown(reason: "beyond the route: \(extents.joined(separator: "; "))", nearest: [])
  }

  private func location(
    of expression: KilometreExpression,
    on route: Route,
    in region: RegionTable.Index?
  ) -> (Location, KilometreFix)? {
    let numbers = expression.spans.flatMap { span in
      [span.from, span.to].compactMap { $0?.value(on: route.extent) }
    }
    guard let from = numbers.first, let fix = route.fix(posted: from, in: region, of: pack.regions) else {
      return nil
    }
    var location = location(of: fix, kilometre: from, on: route, in: region)
    guard let lowest = numbers.min(), let highest = numbers.max(), lowest < highest else {
      return (location, fix)
    }
    (location.kilometre, location.kilometreTo) = (from, from == lowest ? highest : lowest)
    if expression.spans.count > 1 {
      location.kilometre = lowest
      location.kilometreTo = highest
      let count = expression.spans.count
      location.warnings.append(
        LocationWarning(.severalKilometres, "\(count) listed; the stretch that holds them all is drawn")
      )
    }
    guard
      case .point = location.geometry,
      let low = route.fix(posted: lowest, in: region, of: pack.regions),
      let high = route.fix(posted: highest, in: region, of: pack.regions),
      let line = route.line(from: low.position.kilometre, to: high.position.kilometre)
    else { return (location, fix) }
    location.geometry = .lineString(line)
    location.uncertainty = max(low.uncertainty, high.uncertainty) + Geodesic.wgs84.length(of: line) / 2
    location.region = smallestRegion(
      of: route.regions(from: low.position.kilometre, to: high.position.kilometre),
      into: &location
    )
    return (location, fix)
  }

  private func location(
    of fix: KilometreFix,
    kilometre: Double,
    on route: Route,
    in region: RegionTable.Index?
  ) -> Location {
    let stretch = fix.stretch.flatMap { self.stretch($0, of: route) }
    var location = Location(
      geometry: stretch?.geometry ?? .point(fix.position.coordinate),
      middle: stretch?.middle,
      method: .kilometrePost,
      uncertainty: fix.uncertainty,
      route: route.code,
      routeName: route.displayName,
      kilometre: kilometre,
      inventoryKilometre: fix.position.kilometre,
      region: fix.position.region.map { pack.regions[$0].code }
    )
    switch fix.reading {
    case .posted:
      break
    case .inventory:
      if !route.equations.isEmpty, region != nil {
        location.warnings.append(
          LocationWarning(.inventoryKilometre, "taken as the road inventory's kilometre \(kilometre)")
        )
      }
    case .reversed:
      let end = route.extent.upperBound.rounded(toPlaces: 1)
      location.warnings.append(
        LocationWarning(.reversedKilometre, "fits the named region only counted from the end at km \(end)")
      )
    case .stretch(let holder):
      location.method = .highwaySection
      let name = pack.regions[holder].name
      let isOnRoute = route.position(at: kilometre) != nil
      location.warnings.append(
        isOnRoute
          ? LocationWarning(
            .kilometreOutsideRegion,
            "km \(kilometre) of \(route.code) is not in \(name); its stretch there is meant"
          )
          : LocationWarning(
            .beyondRoute,
            "\(route.code) has no km \(kilometre), it ends at \(route.extent.upperBound); its stretch in \(name) is meant"
          )
      )
      if let range = fix.stretch, stretch != nil {
        location.region = smallestRegion(
          of: route.regions(from: range.lowerBound, to: range.upperBound),
          into: &location
        )
      }
    }
    if region == nil {
      location.warnings.append(
        LocationWarning(
          .noRegionNamed,
          "no region is named, so the numbering of the roadside posts is assumed"
        )
      )
    }
    flagDisagreement(with: region, in: &location)
    return location
  }

  /// Says so where a location lies outside the region that the report names.
  func flagDisagreement(with region: RegionTable.Index?, in location: inout Location) {
    guard let region, let found = location.region else { return }
    let named = pack.regions[region]
    guard !found.isInside(named.code), !named.code.isInside(found) else { return }
    let names =
      pack.regions.index(of: found).map { pack.regions.lineage(of: $0).map { pack.regions[$0].name } } ?? []
    location.warnings.append(
      LocationWarning(.outsideNamedRegion, "lies in \(names.joined(separator: ", ")), not in \(named.name)")
    )
  }

  /// The smallest region that holds a line through these regions; says so where it crosses regions of
  /// the first level.
  func smallestRegion(of passed: [RegionTable.Index], into location: inout Location) -> RegionCode? {
    let codes = passed.map { pack.regions[$0].code }
    if let region = pack.regions.smallestRegion(holding: codes) { return region }
    var departments: [String] = []
    for code in codes {
      if let name = pack.regions.region(at: .department, holding: code)?.name, !departments.contains(name) {
        departments.append(name)
      }
    }
    if departments.count > 1 {
      location.warnings.append(
        LocationWarning(.crossesRegions, "runs through \(departments.joined(separator: ", "))")
      )
    }
    return nil
  }
}
