public import Geo

/// A named point: a town, a bridge, an airport, a junction.
public struct Place: Hashable, Sendable {
  public let name: String
  /// What it is, in the words of the country pack's table of kinds.
  public let kind: PlaceKind
  public let coordinate: Coordinate
  /// The region it lies in, where the table knows it.
  public let region: RegionCode?

  public init(name: String, kind: PlaceKind, coordinate: Coordinate, region: RegionCode?) {
    self.name = name
    self.kind = kind
    self.coordinate = coordinate
    self.region = region
  }
}
