public import Geo

/// What a posted kilometre was taken to mean.
public enum KilometreReading: Hashable, Sendable {
  /// The number on the roadside post, turned into inventory kilometres by a chainage equation.
  case posted
  /// Kilometres as the road inventory measures them.
  case inventory
  /// Kilometres counted from the route's far end.
  case reversed
  /// No numbering puts the kilometre near the named region, so all of the route's stretch in a region
  /// stands for it.
  case stretch(RegionTable.Index)
}

/// A kilometre of a route, placed.
public struct KilometreFix: Hashable, Sendable {
  public let position: RoutePosition
  public let reading: KilometreReading
  /// The radius along the route that holds the true point nine times in ten.
  public let uncertainty: Distance
  /// The inventory kilometres that stand for it where the reading is a stretch.
  public let stretch: ClosedRange<Double>?
}
