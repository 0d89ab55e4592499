/// What a report says three times over: a position, a kilometre of a route and a region. Each is as it was
/// typed, by hand, and may be wrong.
public struct PositionClaim: Hashable, Sendable {
  /// In degrees; `nil` where it is missing or no number.
  public var longitude: Double?
  public var latitude: Double?
  /// The route's code.
  public var route: String
  /// One kilometre, a stretch or a list, with or without a word for it.
  public var kilometre: String
  /// A name, a code, or names from large to small.
  public var region: String
  /// The name of a bridge, a town or a sector, where one is given.
  public var place: String?

  public init(
    longitude: Double?,
    latitude: Double?,
    route: String,
    kilometre: String,
    region: String,
    place: String? = nil
  ) {
    self.longitude = longitude
    self.latitude = latitude
    self.route = route
    self.kilometre = kilometre
    self.region = region
    self.place = place
  }
}
