public import Geo

/// Finds where a reference is.
///
/// Holds GEOS handles, so it belongs to one task; make one for each.
public final class Locator {
  public let pack: CountryPack
  let topology: Topology
  private let outlines: PolygonIndex
  /// The places by the code of their region, so that those inside a region stand together.
  let placesByRegion: [(region: RegionCode, place: Int)]
  private var network: RouteNetwork?
  private var search = PathSearch()
  /// Where regions already asked for are: their outlines are long, and there are few of them.
  private var regionLocations: [RegionPart: Location?] = [:]
  /// Stretches of routes already drawn: kilometres outside the region named with them mean the same few.
  private var stretches: [StretchPart: Stretch] = [:]
  /// Regions already read: reports name the same few over and over.
  private var readings: [String: RegionReading] = [:]

  /// Makes a locator.
  ///
  /// - Throws: `TopologyError` where GEOS refuses an outline.
  public init(_ pack: CountryPack) throws(TopologyError) {
    self.pack = pack
    placesByRegion = pack.places.enumerated().compactMap { index, place in
      place.region.map { (region: $0, place: index) }
    }
    .sorted { ($0.region, $0.place) < ($1.region, $1.place) }
    topology = try Topology()
    outlines = try PolygonIndex(pack.outlines.map(\.polygons))
  }

  /// Finds where a reference is.
  ///
  /// - Parameters:
  ///   - text: A kilometre of a highway, a section or a part of one, a place, a region, or coordinates
  ///     in degrees with the longitude first.
  ///   - region: The region in which the report puts it: a code, a name, or names from large to small.
  public func locate(_ text: String, in region: String? = nil) -> Resolution {
    guard text.utf8.count <= Self.longestReference else { return Self.tooLong }
    let hint = self.region(called: region)
    let resolution =
      if let pair = CoordinatePair(text) {
        locate(pair)
      } else {
        locate(ReferenceParser.parse(text, pack: pack), in: hint.region, text: text)
      }
    return flagged(resolution, in: hint.region).adding(hint.warnings)
  }

  /// More than this is no reference but a text; the limit keeps the cost of a stream's line bounded.
  static let longestReference = 2000

  static let tooLong = Resolution.unknown(
    reason: "longer than \(longestReference) bytes: no reference",
    nearest: []
  )

  /// Says so where what was found lies outside the region that was named beside it.
  func flagged(_ resolution: Resolution, in hint: RegionTable.Index?) -> Resolution {
    guard case .found(var location, let others) = resolution,
      !location.warnings.contains(where: { $0.kind == .outsideNamedRegion })
    else { return resolution }
    flagDisagreement(with: hint, in: &location)
    return .found(location, others: others)
  }

  /// Finds where a reference is that was taken apart already.
  package func locate(_ reference: Reference, in hint: RegionTable.Index?, text: String) -> Resolution {
    guard reference.highways.count > 1, let regional = pack.regionalMeanings[Set(reference.highways)] else {
      return locateAnyMeaning(of: reference, in: hint, text: text)
    }
    return locate(reference, meaningInRegions: regional, in: hint, text: text)
  }

  /// Finds where a reference is, whichever of the roads its highway's name means.
  func locateAnyMeaning(of reference: Reference, in hint: RegionTable.Index?, text: String) -> Resolution {
    var resolution: Resolution
    if reference.hasUnreadKilometre, reference.kilometres == nil, !reference.highways.isEmpty {
      return .unknown(reason: "a kilometre that cannot be read, or a distance from somewhere", nearest: [])
    }
    if reference.kilometres == nil, let name = reference.names.first(where: { $0.distance != nil }) {
      resolution = away(from: name, of: reference, in: hint)
    } else if let end = reference.unknownEnd, reference.joinsEnds, let only = reference.names.first,
      reference.names.count == 1, reference.kilometres == nil, only.tie != .near, only.tie != .within
    {
      return section(reference, missing: end, in: hint, text: text)
    } else if !reference.highways.isEmpty {
      resolution =
        reference.kilometres == nil ? highwayPart(reference, in: hint) : kilometres(reference, in: hint)
    } else if reference.kilometres != nil {
      return placeCalled(text, in: hint) ?? unknownRoute(reference)
        ?? kilometresOfMisspeltHighway(reference, in: hint, text: text)
    } else if reference.names.count >= 2, reference.joinsEnds {
      resolution = section(reference)
    } else if !reference.names.isEmpty {
      resolution = place(reference, in: hint)
    } else if reference.namesCountry, let country = countryLocation(towards: reference.countrySide) {
      resolution = .found(country, others: [])
    } else {
      return unknown(text)
    }
    if !reference.unread.isEmpty {
      resolution = resolution.adding([unreadWords(of: reference)])
    }
    return resolution
  }

  func unreadWords(of reference: Reference) -> LocationWarning {
    let words = reference.unread.joined(separator: " ")
    return LocationWarning(.unreadWords, "nothing explains “\(words)”")
  }

  private func unknown(_ text: String) -> Resolution {
    let key = NameKey(text)
    guard !key.isEmpty else { return .unknown(reason: "an empty reference", nearest: []) }
    let nearest = pack.names.nearest(to: key, limit: max(2, key.text.utf8.count / 3), count: 3)
    if let only = nearest.first, only.distance <= EditDistance.tolerance(forLength: key.text.utf8.count),
      nearest.count == 1 || nearest[1].distance > only.distance
    {
      let warning = LocationWarning(.spelling, "“\(key)” read as “\(only.key)”")
      return named(locate(only.key.text), read: only.key).adding([warning])
    }
    return .unknown(reason: "no highway, place or region of that name", nearest: nearest.map(\.key.text))
  }

  /// The same with the place's own name where its alias was only guessed.
  private func named(_ resolution: Resolution, read key: NameKey) -> Resolution {
    guard case .found(var location, let others) = resolution, location.place == key.text,
      case .place(let place)? = pack.names.bearers(of: key).first
    else { return resolution }
    location.place = pack.places[place].name
    return .found(location, others: others)
  }

  func reading(of region: String) -> RegionReading {
    if let known = readings[region] { return known }
    let reading = pack.region(region)
    // Streams repeat a few names; one that never repeats must not fill the memory.
    if readings.count >= 10_000 { readings.removeAll() }
    readings[region] = reading
    return reading
  }

  // MARK: Coordinates

  /// The region of a coordinate that comes without one: the outline that covers it, the one with the
  /// lowest code on a border; within the country's tolerance the nearest outline.
  public func region(at coordinate: Coordinate) -> (region: RegionCode?, warnings: [LocationWarning]) {
    if let covering = outlines.covering(coordinate).map({ pack.outlines[$0].region }).min() {
      return (covering, [])
    }
    if let nearest = outlines.nearest(to: coordinate, within: pack.country.outlineTolerance) {
      let region = pack.outlines[nearest.index].region
      let away = nearest.distance.kilometres.rounded(toPlaces: 1)
      let name = pack.regions[region]?.name ?? region.text
      return (
        region, [LocationWarning(.nearestRegion, "\(away) km outside every outline; nearest is \(name)")]
      )
    }
    return (nil, [])
  }

  /// The route that passes nearest to a coordinate, and where on it.
  ///
  /// - Complexity: O(*n*) in all posts.
  public func nearestRoute(to coordinate: Coordinate) -> (route: Route, offset: RouteOffset)? {
    var nearest: (route: Route, offset: RouteOffset)?
    for route in pack.routes {
      let offset = route.nearestPoint(to: coordinate)
      if offset.distance < nearest?.offset.distance ?? .metres(.infinity) { nearest = (route, offset) }
    }
    return nearest
  }

  private func locate(_ pair: CoordinatePair) -> Resolution {
    guard let coordinate = Coordinate(longitude: pair.first, latitude: pair.second) else {
      return .unknown(
        reason: "expected a longitude from -180 to 180, then a latitude from -90 to 90",
        nearest: []
      )
    }
    var location = Location(
      geometry: .point(coordinate),
      method: .given,
      uncertainty: .metres(pair.precision)
    )
    (location.region, location.warnings) = region(at: coordinate)
    if let nearest = nearestRoute(to: coordinate), nearest.offset.distance <= .kilometres(1) {
      location.route = nearest.route.code
      location.routeName = nearest.route.displayName
      location.kilometre = nearest.offset.postedKilometre.rounded(toPlaces: 1)
      location.inventoryKilometre = nearest.offset.inventoryKilometre
    }
    if location.region == nil {
      location.isOutside = true
      location.warnings.append(outside(pair))
    }
    return .found(location, others: [])
  }

  /// Says that a pair lies outside the country, and what it may have been before a slip: a sign lost, or the
  /// order turned.
  private func outside(_ pair: CoordinatePair) -> LocationWarning {
    let slips = [
      (-pair.first, pair.second, "with the longitude's sign changed"),
      (pair.first, -pair.second, "with the latitude's sign changed"),
      (-pair.first, -pair.second, "with both signs changed"),
      (pair.second, pair.first, "with the latitude first"),
    ]
    for (longitude, latitude, slip) in slips {
      guard let coordinate = Coordinate(longitude: longitude, latitude: latitude),
        let region = outlines.covering(coordinate).map({ pack.outlines[$0].region }).min(),
        let name = pack.regions[region]?.name
      else { continue }
      return LocationWarning(
        .outsideCountry,
        "outside \(pack.country.name); \(slip) it would lie in \(name)"
      )
    }
    return LocationWarning(.outsideCountry, "outside \(pack.country.name)")
  }

  // MARK: Regions

  private struct RegionPart: Hashable {
    let region: RegionTable.Index
    let side: Side?
  }

  /// A region, or one side of it, as a location: its middle, with a radius that holds all of it.
  func location(of index: RegionTable.Index, towards side: Side? = nil) -> Location? {
    let part = RegionPart(region: index, side: side)
    if let known = regionLocations[part] { return known }
    let location = measuredLocation(of: index, towards: side)
    regionLocations[part] = .some(location)
    return location
  }

  // MARK: Stretches

  private struct StretchPart: Hashable {
    let route: String
    let kilometres: ClosedRange<Double>
  }

  /// A stretch of a route and its middle, which takes long to measure.
  struct Stretch {
    let geometry: Geometry
    let middle: Coordinate?
  }

  /// A stretch of a route between two inventory kilometres; `nil` where it lies beyond the ends.
  func stretch(_ kilometres: ClosedRange<Double>, of route: Route) -> Stretch? {
    let part = StretchPart(route: route.code, kilometres: kilometres)
    if let known = stretches[part] { return known }
    guard let line = route.line(from: kilometres.lowerBound, to: kilometres.upperBound) else { return nil }
    let geometry = Geometry.lineString(line)
    let stretch = Stretch(geometry: geometry, middle: geometry.representativePoint)
    stretches[part] = stretch
    return stretch
  }

  // MARK: Network

  func shortestPath(from: Coordinate, to: Coordinate) -> RouteNetwork.Path? {
    let network = network ?? RouteNetwork(pack.routes)
    self.network = network
    return network.shortestPath(from: from, to: to, reach: .kilometres(15), search: &search)
  }
}

extension Resolution {
  /// The same with more warnings on every location in it.
  func adding(_ warnings: [LocationWarning]) -> Resolution {
    guard !warnings.isEmpty else { return self }
    func flagged(_ location: Location) -> Location {
      var location = location
      location.warnings += warnings
      return location
    }
    switch self {
    case .found(let location, let others): return .found(flagged(location), others: others)
    case .ambiguous(let candidates):
      return .ambiguous(candidates.map { Candidate(title: $0.title, location: flagged($0.location)) })
    case .unknown(let reason, let nearest):
      let doubts = warnings.map(\.detail).joined(separator: "; ")
      return .unknown(reason: "\(reason) (\(doubts))", nearest: nearest)
    }
  }
}

extension Double {
  /// Rounded to so many decimals, for people to read.
  package func rounded(toPlaces places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
