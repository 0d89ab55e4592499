/// A line through two or more coordinates, in order.
///
/// Between two of them it follows the geodesic where lengths are measured, and the straight line in degrees
/// where topology is asked for. The same coordinate may follow itself.
public struct LineString: Hashable, Sendable {
  /// At least two coordinates, from the line's start to its end.
  public let coordinates: [Coordinate]

  /// Makes a line, or `nil` from fewer than two coordinates.
  public init?(_ coordinates: [Coordinate]) {
    guard coordinates.count >= 2 else { return nil }
    self.coordinates = coordinates
  }

  /// The smallest box that holds the line.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public var boundingBox: BoundingBox { BoundingBox(coordinates[0], and: coordinates.dropFirst()) }

  /// The same line, walked from its end to its start.
  public var reversed: LineString { LineString(knownGood: coordinates.reversed()) }

  /// Takes coordinates of which at least two are known to be there.
  private init(knownGood coordinates: [Coordinate]) {
    self.coordinates = coordinates
  }
}
