internal import Geo

extension Locator {
  /// A highway without a kilometre: a section between two places, the part in a region or in one side
  /// of it, the point nearest to a place, or the whole of it.
  func highwayPart(_ reference: Reference, in hint: RegionTable.Index?) -> Resolution {
    if let crossing = reference.crossing { return self.crossing(of: reference.highways, with: crossing) }
    if reference.names.count >= 2, reference.joinsEnds || reference.names.allSatisfy({ isEnd($0) }) {
      return section(reference)
    }
    if let name = reference.names.first(where: { isBeside($0) }) {
      if name.side != nil, name.tie != .near {
        return stretch(beside: name, on: reference.highways, in: hint)
      }
      return pointNearest(to: name, on: reference.highways, in: hint)
    }
    let side = reference.names.compactMap(\.side).first
    guard let region = regionMeant(by: reference, in: hint) else { return wholeHighway(reference) }
    return part(of: reference.highways, in: region, side: side)
  }

  private func isEnd(_ name: Reference.Name) -> Bool { [.from, .to, .between].contains(name.tie) }

  private func isBeside(_ name: Reference.Name) -> Bool {
    // `near` a region that is no town either is somewhere in it.
    let isRegion = bearsRegion(name) && (name.level != nil || !bearsPlace(name))
    return name.tie == .near && !isRegion || !bearsRegion(name) || name.kind != nil
  }

  // MARK: Parts

  private func part(of highways: [[Int]], in region: RegionTable.Index, side: Side?) -> Resolution {
    var candidates: [Resolution.Candidate] = []
    for routes in highways {
      guard let location = part(of: routes, in: region, side: side) else { continue }
      candidates.append(Resolution.Candidate(title: title(of: routes), location: location))
    }
    switch candidates.count {
    case 0:
      let names = highways.map { title(of: $0) }.joined(separator: " and ")
      let sideName = side.map { "the \($0.rawValue) of " } ?? ""
      return .unknown(reason: "\(names) does not pass \(sideName)\(pack.regions[region].name)", nearest: [])
    case 1:
      return .found(candidates[0].location, others: [])
    default:
      return .ambiguous(candidates)
    }
  }

  private func part(of routes: [Int], in region: RegionTable.Index, side: Side?) -> Location? {
    var lines: [LineString] = []
    var passed: [RegionTable.Index] = []
    var taken: [Route] = []
    let clip = clip(of: region, side: side)
    for route in routes.map({ pack.roads[$0] }) {
      let inside = route.stretches(in: region).compactMap {
        route.line(from: $0.lowerBound, to: $0.upperBound)
      }
      guard !inside.isEmpty else { continue }
      // The posts say which part lies in the region; the outline cuts what the drawing puts outside it.
      let clipped = clip.flatMap { try? topology.intersection(of: MultiLineString(inside), with: $0) }
      let pieces = clipped?.lines ?? inside
      guard !pieces.isEmpty else { continue }
      lines += pieces
      taken.append(route)
      for stretch in route.stretches(in: region) {
        passed += route.regions(from: stretch.lowerBound, to: stretch.upperBound)
          .filter { pack.regions[$0].code.isInside(pack.regions[region].code) }
      }
    }
    guard !lines.isEmpty else { return nil }
    let geometry: Geometry =
      lines.count == 1 ? .lineString(lines[0]) : .multiLineString(MultiLineString(lines))
    // The part passes only regions inside the named one, and a side of it perhaps few of those.
    let smallest =
      side == nil ? pack.regions.smallestRegion(holding: passed.map { pack.regions[$0].code }) : nil
    return Location(
      geometry: geometry,
      method: .highwaySection,
      uncertainty: Geodesic.wgs84.length(of: MultiLineString(lines)) / 2,
      route: taken.map(\.code).joined(separator: "|"),
      routeName: pack.highwayName(of: routes),
      region: smallest ?? pack.regions[region].code
    )
  }

  /// The polygon to cut with: the region's outline, or the half of it towards a side, at the middle of
  /// its bounding box. Where the pack draws no outline, the box around what lies in the region is halved;
  /// `nil` without a side.
  func clip(of region: RegionTable.Index, side: Side?) -> MultiPolygon? {
    let code = pack.regions[region].code
    guard let outline = pack.outlines.first(where: { $0.region == code })?.polygons else {
      return side.flatMap { BoundingBox(coordinates(of: code))?.half(towards: $0)?.outline }
    }
    guard let side, let box = outline.boundingBox, let half = box.half(towards: side) else { return outline }
    return (try? topology.intersection(of: outline, with: half)) ?? outline
  }

  private func wholeHighway(_ reference: Reference) -> Resolution {
    let candidates = reference.highways.map { routes -> Resolution.Candidate in
      let lines = routes.map { pack.roads[$0].line }
      var location = Location(
        geometry: lines.count == 1 ? .lineString(lines[0]) : .multiLineString(MultiLineString(lines)),
        method: .highwaySection,
        uncertainty: Geodesic.wgs84.length(of: MultiLineString(lines)) / 2,
        route: routes.map { pack.roads[$0].code }.joined(separator: "|"),
        routeName: pack.highwayName(of: routes)
      )
      let passed = routes.flatMap { pack.roads[$0].posts.compactMap(\.region) }
      location.region = smallestRegion(of: passed, into: &location)
      return Resolution.Candidate(title: title(of: routes), location: location)
    }
    guard candidates.count == 1 else { return .ambiguous(candidates) }
    return .found(candidates[0].location, others: [])
  }

  private func title(of routes: [Int]) -> String {
    let codes = routes.map { pack.roads[$0].code }.joined(separator: ", ")
    return "\(pack.highwayName(of: routes)) (\(codes))"
  }

  // MARK: Sections

  /// How many times longer than the straight way a road may be that people call the road between two places,
  /// and how many kilometres more. Roads over mountain ranges take up to three times the distance.
  private static let longestDetour = 3.0
  private static let detourInReserve = 100.0

  /// The road between two named places: along the named highway, else the shortest way on any.
  ///
  /// Of several places of one name the two nearest to each other are meant: `Ayaviri – Santa Rosa`; first of the
  /// most prominent ones, and where no road joins those, of all.
  func section(_ reference: Reference) -> Resolution {
    let ends = reference.names.filter { reference.highways.isEmpty || $0.tie != .within }
    guard let first = ends.first, let last = ends.dropFirst().first else {
      return .unknown(reason: "a section needs two ends", nearest: [])
    }
    var resolution = Resolution.unknown(reason: "an end of the section has no position", nearest: [])
    if let (from, to) = nearest(prominentEnds(first), prominentEnds(last)) {
      resolution = road(from: from, to: to, on: reference.highways)
    }
    guard resolution.location == nil,
      let (from, to) = nearest(anchors(first.bearers), anchors(last.bearers)),
      Geodesic.wgs84.distance(from.coordinate, to.coordinate) <= Self.neighbourhood
    else { return resolution }
    let near = road(from: from, to: to, on: reference.highways)
    return near.location == nil ? resolution : near
  }

  /// How far apart the ends of a road may be of which at least one is not the most prominent of its name.
  private static var neighbourhood: Distance { .kilometres(250) }

  /// The places that a name means first: one, or several that are equally prominent.
  private func prominentEnds(_ name: Reference.Name) -> [Anchor] {
    let chosen = end(name)
    let all = places(among: name.bearers)
    guard let best = all.map({ pack.places[$0].kind.rank }).min() else { return chosen.map { [$0] } ?? [] }
    let prominent = all.filter { pack.places[$0].kind.rank == best }
    // A region's capital, or a place in a region that is named with it, is chosen already.
    let isOpen = chosen.map { chosen in
      prominent.contains { pack.places[$0].coordinate == chosen.coordinate } && !chosen.warnings.isEmpty
    }
    guard isOpen ?? true, prominent.count > 1 else { return chosen.map { [$0] } ?? [] }
    return prominent.map { anchor(of: $0, among: prominent.count) }
  }

  private func anchors(_ bearers: [CountryPack.Named]) -> [Anchor] {
    let all = places(among: bearers)
    return all.map { anchor(of: $0, among: all.count) }
  }

  /// The two of which one is nearest to the other.
  ///
  /// - Complexity: O(*n* · *m*) in the places of each name, of which a hundred each are looked at.
  private func nearest(_ starts: [Anchor], _ ends: [Anchor]) -> (Anchor, Anchor)? {
    if starts.count == 1, ends.count == 1 { return (starts[0], ends[0]) }
    var best: (apart: Distance, start: Anchor, end: Anchor)?
    for start in starts.prefix(100) {
      for end in ends.prefix(100) where end.coordinate != start.coordinate {
        let apart = Geodesic.wgs84.distance(start.coordinate, end.coordinate)
        if best.map({ apart < $0.apart }) ?? true { best = (apart, start, end) }
      }
    }
    return best.map { ($0.start, $0.end) }
  }

  private func anchor(of index: Int, among count: Int) -> Anchor {
    let place = pack.places[index]
    let warning = LocationWarning(
      .severalCandidates,
      "of \(count) places called “\(place.name)” the one nearest to the other end"
    )
    return Anchor(
      name: place.name,
      coordinate: place.coordinate,
      radius: place.kind.radius,
      warnings: count > 1 ? [warning] : []
    )
  }

  private func road(from: Anchor, to: Anchor, on highways: [[Int]]) -> Resolution {
    let between = "\(from.name) to \(to.name)"
    for routes in highways where routes.count == 1 {
      let route = pack.roads[routes[0]]
      let (start, end) = (route.nearestPoint(to: from.coordinate), route.nearestPoint(to: to.coordinate))
      guard max(start.distance, end.distance) <= .kilometres(15),
        let line = route.line(from: start.inventoryKilometre, to: end.inventoryKilometre)
      else { continue }
      var location = Location(
        geometry: .lineString(line),
        method: .highwaySection,
        uncertainty: Geodesic.wgs84.length(of: line) / 2,
        route: route.code,
        routeName: route.displayName,
        place: between
      )
      location.region = smallestRegion(
        of: route.regions(from: start.inventoryKilometre, to: end.inventoryKilometre),
        into: &location
      )
      location.warnings += from.warnings + to.warnings
      return .found(location, others: [])
    }
    guard let path = shortestPath(from: from.coordinate, to: to.coordinate),
      let line = LineString(path.coordinates)
    else { return .unknown(reason: "no road of the tables joins \(from.name) and \(to.name)", nearest: []) }
    let length = Distance.metres(path.steps.reduce(0, +))
    let apart = Geodesic.wgs84.distance(from.coordinate, to.coordinate)
    guard length.kilometres <= Self.longestDetour * apart.kilometres + Self.detourInReserve else {
      let (road, air) = (length.kilometres.rounded(), apart.kilometres.rounded())
      return .unknown(
        reason:
          "no road of the tables joins \(between) but by a detour of \(Int(road)) km for \(Int(air)) km",
        nearest: []
      )
    }
    var codes: [String] = []
    for route in path.routes.map({ pack.routes[$0].code }) where !codes.contains(route) {
      codes.append(route)
    }
    var location = Location(
      geometry: .lineString(line),
      middle: Geodesic.wgs84.point(along: line, fraction: 0.5, steps: path.steps),
      method: .highwaySection,
      uncertainty: length / 2,
      route: codes.joined(separator: "|"),
      routeName: between,
      place: between
    )
    location.region = smallestRegion(of: path.regions, into: &location)
    location.warnings += from.warnings + to.warnings
    return .found(location, others: [])
  }

  /// The point where another route crosses a highway; several where they meet more than once.
  private func crossing(of highways: [[Int]], with other: Int) -> Resolution {
    let other = pack.roads[other]
    var candidates: [Resolution.Candidate] = []
    for route in Set(highways.joined()).sorted().map({ pack.roads[$0] }) {
      // Posts within reach of the other route, taken together where they follow one another.
      var nearest: RouteOffset?
      for post in route.posts {
        let offset = other.nearestPoint(to: post.coordinate)
        if offset.distance > RouteNetwork.junctionReach {
          if let nearest { candidates.append(crossing(of: route, with: other, at: nearest)) }
          nearest = nil
        } else if offset.distance < nearest?.distance ?? .metres(.infinity) {
          nearest = offset
        }
      }
      if let nearest { candidates.append(crossing(of: route, with: other, at: nearest)) }
    }
    switch candidates.count {
    case 0: return .unknown(reason: "\(title(of: highways[0])) and \(other.code) do not meet", nearest: [])
    case 1: return .found(candidates[0].location, others: [])
    default: return .ambiguous(candidates)
    }
  }

  private func crossing(of route: Route, with other: Route, at offset: RouteOffset) -> Resolution.Candidate {
    let own = route.nearestPoint(to: offset.coordinate)
    let title = "\(route.code) and \(other.code)"
    let location = Location(
      geometry: .point(own.coordinate),
      method: .place,
      uncertainty: RouteNetwork.junctionReach,
      route: route.code,
      routeName: route.displayName,
      kilometre: own.postedKilometre.rounded(toPlaces: 1),
      inventoryKilometre: own.inventoryKilometre,
      place: title,
      region: own.region.map { pack.regions[$0].code }
    )
    return Resolution.Candidate(
      title: "\(title) at km \(own.postedKilometre.rounded(toPlaces: 1))",
      location: location
    )
  }

  private func pointNearest(
    to name: Reference.Name,
    on highways: [[Int]],
    in hint: RegionTable.Index?
  ) -> Resolution {
    guard let anchor = anchor(of: name, in: hint) else {
      return .unknown(reason: "“\(name.text)” has no position", nearest: [])
    }
    var nearest: (route: Route, offset: RouteOffset)?
    for route in Set(highways.joined()).sorted().map({ pack.roads[$0] }) {
      let offset = route.nearestPoint(to: anchor.coordinate)
      if offset.distance < nearest?.offset.distance ?? .metres(.infinity) { nearest = (route, offset) }
    }
    guard let (route, offset) = nearest, offset.distance <= .kilometres(50) else {
      return .unknown(reason: "the highway does not pass within 50 km of \(anchor.name)", nearest: [])
    }
    let location = Location(
      geometry: .point(offset.coordinate),
      method: .place,
      uncertainty: max(anchor.radius, offset.distance),
      route: route.code,
      routeName: route.displayName,
      kilometre: offset.postedKilometre.rounded(toPlaces: 1),
      inventoryKilometre: offset.inventoryKilometre,
      place: anchor.name,
      region: offset.region.map { pack.regions[$0].code },
      warnings: anchor.warnings
    )
    return .found(location, others: [])
  }
}

extension CountryPack {
  /// The name of a highway of one or several routes: the alias that stands for just these, else that of
  /// the first.
  func highwayName(of routes: [Int]) -> String {
    if routes.count > 1, let name = corridorNames[routes] { return name }
    return routes.first.map { roads[$0].displayName } ?? ""
  }
}

extension BoundingBox {
  /// The half of the box towards a side; `nil` where the box has no extent.
  func half(towards side: Side) -> BoundingBox? {
    BoundingBox(
      minimumLongitude: side == .east ? center.longitude : minimumLongitude,
      minimumLatitude: side == .north ? center.latitude : minimumLatitude,
      maximumLongitude: side == .west ? center.longitude : maximumLongitude,
      maximumLatitude: side == .south ? center.latitude : maximumLatitude
    )
  }

  /// The box as an area.
  fileprivate var outline: MultiPolygon? {
    let corners = [
      (minimumLongitude, minimumLatitude), (maximumLongitude, minimumLatitude),
      (maximumLongitude, maximumLatitude), (minimumLongitude, maximumLatitude),
      (minimumLongitude, minimumLatitude),
    ].compactMap { Coordinate(longitude: $0.0, latitude: $0.1) }
    return Ring(corners).map { MultiPolygon([Polygon(exterior: $0)]) }
  }
}
