public import Geo

/// A kind of place: how prominent it is and how far from its point it reaches.
public struct PlaceKind: Hashable, Sendable {
  /// The kind's name in English, singular: `province capital`.
  public let name: String
  /// 1 for the most prominent. Of two places with one name the lower rank is meant, unless the report
  /// says otherwise.
  public let rank: Int
  /// The radius that holds nine in ten of the events reported at such a place.
  public let radius: Distance

  public init(name: String, rank: Int, radius: Distance) {
    self.name = name
    self.rank = rank
    self.radius = radius
  }
}
