public import Geo

/// Everything known about a country before any report: its regions, routes, places and words.
public struct CountryPack: Sendable {
  public let country: Country
  public let regions: RegionTable
  /// The outlines of regions, for drawing and for coordinates that come without a region.
  public let outlines: [Outline]
  /// By code.
  public let routes: [Route]
  /// The routes, and after them the parts of routes that aliases name, each a road of its own under its
  /// route's code.
  let roads: [Route]
  public let places: [Place]
  public let vocabulary: Vocabulary
  let names: NameIndex
  /// The country's name, folded.
  let countryWords: [String]
  /// The rank of the least prominent kind of place that the pack has; 0 without places.
  let leastProminentRank: Int
  /// Places by their kind and part of their names.
  let placeParts: PlaceParts
  /// What a highway over several routes is called, by the places of its routes.
  let corridorNames: [[Int]: String]
  /// The highways that a name means in some regions only, by all that it means.
  let regionalMeanings: [Set<[Int]>: [[Int]: [RegionCode]]]
  /// The parts of routes that aliases name, by their numbers among the roads.
  private let stretches: [Alias.Target: Int]

  /// The outline of a region.
  public struct Outline: Hashable, Sendable {
    public let region: RegionCode
    public let polygons: MultiPolygon

    public init(region: RegionCode, polygons: MultiPolygon) {
      self.region = region
      self.polygons = polygons
    }
  }

  /// Puts a pack together. An alias whose target is not in the tables is left out.
  ///
  /// - Complexity: O(*n*) in the names.
  public init(
    country: Country,
    regions: RegionTable,
    outlines: [Outline],
    routes: [Route],
    places: [Place],
    aliases: [Alias],
    vocabulary: Vocabulary
  ) {
    self.country = country
    self.regions = regions
    self.outlines = outlines
    self.routes = routes.sorted { $0.code < $1.code }
    self.places = places
    self.vocabulary = vocabulary
    let routes = self.routes
    var roads = routes
    var stretches: [Alias.Target: Int] = [:]
    for alias in aliases where stretches[alias.target] == nil {
      guard case .stretch(let code, let from, let to) = alias.target,
        let stretch = routes.first(where: { $0.code == code })?
          .stretch(from: from, to: to, named: alias.name, regions: regions)
      else { continue }
      stretches[alias.target] = roads.count
      roads.append(stretch)
    }
    let names = Self.index(
      regions: regions,
      routes: routes,
      stretches: stretches,
      places: places,
      aliases: aliases,
      vocabulary: vocabulary
    )
    var corridorNames: [[Int]: String] = [:]
    for alias in aliases {
      guard case .corridor(let codes) = alias.target else { continue }
      let routes = codes.compactMap { names.route(code: $0) }
      if corridorNames[routes] == nil { corridorNames[routes] = alias.name }
    }
    self.names = names
    countryWords = NameKey(country.name).words
    self.roads = roads
    self.stretches = stretches
    placeParts = PlaceParts(of: places, regions: regions, vocabulary: vocabulary)
    leastProminentRank = places.map(\.kind.rank).max() ?? 0
    self.corridorNames = corridorNames
    regionalMeanings = Self.regionalMeanings(of: aliases, names: names) {
      stretches[$0].map { .highway([$0]) }
        ?? Self.named(by: $0, regions: regions, places: places, names: names)
    }
  }

  private static func regionalMeanings(
    of aliases: [Alias],
    names: NameIndex,
    named: (Alias.Target) -> Named?
  ) -> [Set<[Int]>: [[Int]: [RegionCode]]] {
    var meanings: [Set<[Int]>: [[Int]: [RegionCode]]] = [:]
    for alias in aliases where !alias.regions.isEmpty {
      guard case .highway(let routes)? = named(alias.target) else { continue }
      let all = names.bearers(of: NameKey(alias.name)).compactMap { bearer -> [Int]? in
        if case .highway(let routes) = bearer { routes } else { nil }
      }
      meanings[Set(all), default: [:]][routes] = alias.regions
    }
    return meanings
  }

  /// The route of a code, however its letters and digits are set apart.
  public func route(code: String) -> Route? { names.route(code: code).map { routes[$0] } }

  private static func index(
    regions: RegionTable,
    routes: [Route],
    stretches: [Alias.Target: Int],
    places: [Place],
    aliases: [Alias],
    vocabulary: Vocabulary
  ) -> NameIndex {
    var names = NameIndex()
    for (position, route) in routes.enumerated() {
      names.insert(code: route.code, route: position)
      names.insert(route.code, .highway([position]), vocabulary: vocabulary)
      for name in route.names {
        names.insert(name, .highway([position]), isProper: false, vocabulary: vocabulary)
      }
    }
    for (position, place) in places.enumerated() {
      names.insert(place.name, .place(position), vocabulary: vocabulary)
    }
    for region in regions.regions {
      if let index = regions.index(of: region.code) {
        names.insert(region.name, .region(index), vocabulary: vocabulary)
      }
    }
    for alias in aliases {
      let stretch = stretches[alias.target].map { Named.highway([$0]) }
      if let named = stretch ?? named(by: alias.target, regions: regions, places: places, names: names) {
        names.insert(alias.name, named, vocabulary: vocabulary)
      }
    }
    return names
  }

  /// Whether the tables have what an alias stands for.
  func has(_ target: Alias.Target) -> Bool {
    stretches[target] != nil
      || Self.named(by: target, regions: regions, places: places, names: names) != nil
  }

  /// What an alias stands for that is no part of a route, or `nil` where the tables have no such thing.
  private static func named(
    by target: Alias.Target,
    regions: RegionTable,
    places: [Place],
    names: NameIndex
  ) -> Named? {
    switch target {
    case .route(let code):
      return names.route(code: code).map { .highway([$0]) }
    case .stretch:
      return nil
    case .corridor(let codes):
      let routes = codes.compactMap { names.route(code: $0) }
      return routes.count == codes.count && !routes.isEmpty ? .highway(routes) : nil
    case .place(let name, let region):
      let bearers = names.bearers(of: NameKey(name)).compactMap { named -> Int? in
        guard case .place(let place) = named, places[place].name == name,
          places[place].region?.isInside(region) == true
        else { return nil }
        return place
      }
      return bearers.min { (places[$0].kind.rank, $0) < (places[$1].kind.rank, $1) }.map { .place($0) }
    case .region(let code):
      return regions.index(of: code).map { .region($0) }
    }
  }
}
