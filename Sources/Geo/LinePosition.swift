/// A point on a line, and how far from it the point is that it was sought for.
public struct LinePosition: Hashable, Sendable {
  /// Which segment holds the point: 0 for the one between the line's first two coordinates.
  public let segment: Int
  /// How far along that segment the point lies, 0 through 1.
  public let fraction: Double
  /// The point on the line.
  public let coordinate: Coordinate
  /// The geodesic distance between the point and what it was sought for.
  public let distance: Distance

  /// Makes a position from its parts.
  public init(segment: Int, fraction: Double, coordinate: Coordinate, distance: Distance) {
    self.segment = segment
    self.fraction = fraction
    self.coordinate = coordinate
    self.distance = distance
  }
}
