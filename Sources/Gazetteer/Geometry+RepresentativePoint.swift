internal import Geo

extension Geometry {
  /// One point that stands for it where only a point will do: the point itself, the middle of a line by length,
  /// the middle of the longest of several lines, the middle of the box around an area.
  ///
  /// - Complexity: O(*n*) in the coordinates.
  var representativePoint: Coordinate? {
    switch self {
    case .point(let coordinate): coordinate
    case .multiPoint(let coordinates): BoundingBox(coordinates)?.center
    case .lineString(let line): Geodesic.wgs84.midpoint(of: line)
    case .multiLineString(let lines):
      lines.lines.map { (line: $0, steps: Geodesic.wgs84.steps(of: $0)) }
        .max { $0.steps.reduce(0, +) < $1.steps.reduce(0, +) }
        .map { Geodesic.wgs84.point(along: $0.line, fraction: 0.5, steps: $0.steps) }
    case .polygon(let polygon): BoundingBox(polygon.exterior.coordinates)?.center
    case .multiPolygon(let polygons): polygons.boundingBox?.center
    }
  }
}
