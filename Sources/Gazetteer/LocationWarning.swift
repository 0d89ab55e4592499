/// Something a user should know before trusting a location.
public struct LocationWarning: Hashable, Sendable, CustomStringConvertible {
  /// What kind of doubt it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The kilometre fits the named region only as an inventory kilometre.
    case inventoryKilometre = "inventory_kilometre"
    /// The kilometre fits the named region only counted from the route's far end.
    case reversedKilometre = "reversed_kilometre"
    /// The kilometre fits the named region in no way; the route's stretch in the region stands in.
    case kilometreOutsideRegion = "kilometre_outside_region"
    /// The point lies outside the region that the report names.
    case outsideNamedRegion = "outside_named_region"
    /// The route has no such kilometre.
    case beyondRoute = "beyond_route"
    /// A name was read as another one, spelt nearly the same.
    case spelling
    /// Several things bear the name; the most prominent was taken.
    case severalCandidates = "several_candidates"
    /// The line runs through more than one region of the first level.
    case crossesRegions = "crosses_regions"
    /// The point lies outside every outline and was given to the nearest region.
    case nearestRegion = "nearest_region"
    /// Words of the reference that nothing in the country pack explains.
    case unreadWords = "unread_words"
    /// Several kilometres were listed; the stretch that holds them all stands for them.
    case severalKilometres = "several_kilometres"
    /// The coordinates fit only with a sign put back or their order changed.
    case coordinateRepaired = "coordinate_repaired"
    /// No region was named, so nothing tells which numbering the kilometre follows.
    case noRegionNamed = "no_region_named"
    /// The position given lies far from the kilometre given, under every numbering.
    case positionFarFromKilometre = "position_far_from_kilometre"
    /// The position given lies far from the route given.
    case positionOffRoute = "position_off_route"
    /// The position lies on the route and in the region; the kilometre follows a numbering of its own.
    case localNumbering = "local_numbering"
    /// No position was given, or none that lies in the country.
    case positionMissing = "position_missing"
    /// The country pack has no such route.
    case unknownRoute = "unknown_route"
    /// The kilometre given could not be read.
    case unreadKilometre = "unread_kilometre"
    /// A text names the place in part; the rest is taken from the words around it.
    case fromContext = "from_context"
  }

  /// Whether the report contradicts itself or the tables, so that somebody should look at it.
  public var isContradiction: Bool {
    switch kind {
    case .kilometreOutsideRegion, .outsideNamedRegion, .beyondRoute, .coordinateRepaired,
      .positionFarFromKilometre, .positionOffRoute, .localNumbering, .positionMissing, .unknownRoute,
      .unreadKilometre:
      true
    case .inventoryKilometre, .reversedKilometre, .spelling, .severalCandidates, .crossesRegions,
      .nearestRegion, .unreadWords, .severalKilometres, .noRegionNamed, .fromContext:
      false
    }
  }

  public let kind: Kind
  /// One clause in English, without a full stop.
  public let detail: String

  public init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }

  public var description: String { "\(kind.rawValue): \(detail)" }
}
