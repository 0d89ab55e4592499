internal import Geo

extension Geodesic {
  /// How far a geometry moved: the greatest distance from a vertex of either to the nearest vertex of the other
  /// (the discrete Hausdorff distance). Of two points it is their distance; of a line that got a vertex more, the
  /// distance of that vertex to its nearest neighbour.
  ///
  /// - Returns: `nil` where one of them has no vertices.
  /// - Complexity: O(*n* log *n*) on average.
  func shift(from before: Geometry, to after: Geometry) -> Distance? {
    if case .point(let start) = before, case .point(let end) = after { return distance(start, end) }
    let (old, new) = (before.vertices, after.vertices)
    guard !old.isEmpty, !new.isEmpty else { return nil }
    return max(reach(of: old, from: new), reach(of: new, from: old))
  }

  /// The greatest distance from one of some vertices to the nearest of others.
  private func reach(of vertices: [Coordinate], from others: [Coordinate]) -> Distance {
    let index = CoordinateIndex(others)
    let known = Set(others)
    return vertices.lazy.filter { !known.contains($0) }
      .compactMap { index.nearest(to: $0, within: .metres(.infinity))?.distance }
      .max() ?? .zero
  }
}

extension Geometry {
  /// All coordinates, in order.
  fileprivate var vertices: [Coordinate] {
    switch self {
    case .point(let coordinate): [coordinate]
    case .multiPoint(let coordinates): coordinates
    case .lineString(let line): line.coordinates
    case .multiLineString(let lines): lines.lines.flatMap(\.coordinates)
    case .polygon(let polygon): polygon.rings.flatMap(\.coordinates)
    case .multiPolygon(let polygons): polygons.polygons.flatMap { $0.rings.flatMap(\.coordinates) }
    }
  }
}
