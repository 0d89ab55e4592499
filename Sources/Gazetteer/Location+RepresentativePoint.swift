public import Geo

extension Location {
  /// One point that stands for the location where only a point will do: the point itself, the middle of
  /// a line by length, the middle of the longest of several lines.
  ///
  /// - Complexity: O(*n*) in the coordinates.
  public var representativePoint: Coordinate? {
    switch geometry {
    case .point(let coordinate): coordinate
    case .multiPoint(let coordinates): BoundingBox(coordinates)?.center
    case .lineString(let line): Geodesic.wgs84.midpoint(of: line)
    case .multiLineString(let lines):
      lines.lines.max { Geodesic.wgs84.length(of: $0) < Geodesic.wgs84.length(of: $1) }
        .map { Geodesic.wgs84.midpoint(of: $0) }
    case .polygon(let polygon): BoundingBox(polygon.exterior.coordinates)?.center
    case .multiPolygon(let polygons): polygons.boundingBox?.center
    }
  }
}
