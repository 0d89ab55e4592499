/// A closed line: the edge of an area.
///
/// Nothing is said about crossing itself; ``Topology`` finds that out.
public struct Ring: Hashable, Sendable {
  /// Which way round a ring runs, seen with north up and east to the right.
  public enum Orientation: Hashable, Sendable {
    /// Against the clock: the area lies to the left (RFC 7946: an exterior).
    case counterClockwise
    /// With the clock: the area lies to the right (RFC 7946: a hole).
    case clockwise
    /// Neither: the enclosed area is nil, or its parts cancel out.
    case flat
  }

  /// At least four coordinates, the last equal to the first.
  public let coordinates: [Coordinate]

  /// Makes a ring, or `nil` where there are fewer than four coordinates or the last is not the first.
  public init?(_ coordinates: [Coordinate]) {
    guard coordinates.count >= 4, coordinates.first == coordinates.last else { return nil }
    self.coordinates = coordinates
  }

  /// Takes coordinates that are known to be closed and enough.
  private init(knownGood coordinates: [Coordinate]) {
    self.coordinates = coordinates
  }

  /// Which way round the ring runs.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public var orientation: Orientation {
    // Measured from the first coordinate: far from the origin the terms would otherwise drown the sum.
    let origin = coordinates[0]
    var doubledArea = 0.0
    for (start, end) in zip(coordinates, coordinates.dropFirst()) {
      let startX = start.longitude - origin.longitude
      let startY = start.latitude - origin.latitude
      let endX = end.longitude - origin.longitude
      let endY = end.latitude - origin.latitude
      doubledArea += startX * endY - endX * startY
    }
    return doubledArea > 0 ? .counterClockwise : doubledArea < 0 ? .clockwise : .flat
  }

  /// The same ring, run the other way round from the same coordinate.
  public var reversed: Ring { Ring(knownGood: coordinates.reversed()) }

  /// The smallest box that holds the ring.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public var boundingBox: BoundingBox { BoundingBox(coordinates[0], and: coordinates.dropFirst()) }
}
