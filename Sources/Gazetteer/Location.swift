public import Geo

/// Where something is, how that was found, and how sure it is.
public struct Location: Hashable, Sendable {
  /// A point; or, for a highway without a kilometre, the line it stands on.
  public var geometry: Geometry {
    didSet { representativePoint = geometry.representativePoint }
  }
  /// One point that stands for the location where only a point will do: the point itself, the middle of a line
  /// by length, the middle of the longest of several lines.
  public private(set) var representativePoint: Coordinate?
  public var method: LocationMethod
  /// The radius around the point that holds the true point nine times in ten. For a line, half its
  /// length: the thing stands somewhere on it.
  public var uncertainty: Distance
  /// The code of the route, or the codes of several joined by `|`.
  public var route: String?
  /// The route's name as people say it.
  public var routeName: String?
  /// The kilometre as the report gives it.
  public var kilometre: Double?
  /// The far end of a stretch, as the report gives it.
  public var kilometreTo: Double?
  /// The kilometre measured along the route by the road inventory.
  public var inventoryKilometre: Double?
  /// The name of the place, where a place was meant.
  public var place: String?
  /// The smallest region that holds all of it; `nil` where it crosses regions of the first level or
  /// lies outside them all.
  public var region: RegionCode?
  /// Whether it lies outside every region of the country, beyond the tolerance.
  public var isOutside: Bool
  public var warnings: [LocationWarning]

  /// - Parameter middle: The middle of a line, where it is known already.
  /// - Complexity: O(*n*) in the coordinates.
  public init(
    geometry: Geometry,
    middle: Coordinate? = nil,
    method: LocationMethod,
    uncertainty: Distance,
    route: String? = nil,
    routeName: String? = nil,
    kilometre: Double? = nil,
    kilometreTo: Double? = nil,
    inventoryKilometre: Double? = nil,
    place: String? = nil,
    region: RegionCode? = nil,
    isOutside: Bool = false,
    warnings: [LocationWarning] = []
  ) {
    self.geometry = geometry
    representativePoint = middle ?? geometry.representativePoint
    self.method = method
    self.uncertainty = uncertainty
    self.route = route
    self.routeName = routeName
    self.kilometre = kilometre
    self.kilometreTo = kilometreTo
    self.inventoryKilometre = inventoryKilometre
    self.place = place
    self.region = region
    self.isOutside = isOutside
    self.warnings = warnings
  }
}
