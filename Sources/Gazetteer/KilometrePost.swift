public import Geo

/// A kilometre of a route whose position is known.
public struct KilometrePost: Hashable, Sendable {
  /// Inventory kilometres from the route's start, finite.
  public let kilometre: Double
  public let coordinate: Coordinate
  /// The region it stands in, where the table knows it.
  public let region: RegionTable.Index?

  public init(kilometre: Double, coordinate: Coordinate, region: RegionTable.Index?) {
    self.kilometre = kilometre
    self.coordinate = coordinate
    self.region = region
  }
}
