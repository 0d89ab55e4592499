/// Where something is: one of the six shapes that a feature of ours can have.
public enum Geometry: Hashable, Sendable {
  case point(Coordinate)
  case multiPoint([Coordinate])
  case lineString(LineString)
  case multiLineString(MultiLineString)
  case polygon(Polygon)
  case multiPolygon(MultiPolygon)

  /// The smallest box that holds the geometry, or `nil` where it is empty.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public var boundingBox: BoundingBox? {
    switch self {
    case .point(let coordinate): BoundingBox(CollectionOfOne(coordinate))
    case .multiPoint(let coordinates): BoundingBox(coordinates)
    case .lineString(let line): line.boundingBox
    case .multiLineString(let lines): lines.boundingBox
    case .polygon(let polygon): polygon.boundingBox
    case .multiPolygon(let polygons): polygons.boundingBox
    }
  }
}
