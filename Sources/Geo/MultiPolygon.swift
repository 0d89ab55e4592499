/// Any number of areas taken together, as a country with islands is; it may be empty.
public struct MultiPolygon: Hashable, Sendable {
  /// The polygons, in order.
  public let polygons: [Polygon]

  /// Takes polygons together.
  public init(_ polygons: [Polygon]) {
    self.polygons = polygons
  }

  /// Whether there is no polygon at all.
  public var isEmpty: Bool { polygons.isEmpty }

  /// The smallest box that holds every polygon, or `nil` where there is none.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public var boundingBox: BoundingBox? { BoundingBox(polygons.lazy.flatMap(\.exterior.coordinates)) }
}
