extension Polygon {
  /// Whether a coordinate lies in the polygon or on its border; a hole's edge is border.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public func covers(_ coordinate: Coordinate) -> Bool {
    switch exterior.location(of: coordinate) {
    case .outside: false
    case .onEdge: true
    case .inside: !interiors.contains { $0.location(of: coordinate) == .inside }
    }
  }
}

extension MultiPolygon {
  /// Whether a coordinate lies in one of the polygons or on its border.
  ///
  /// - Complexity: O(*n*) in the number of coordinates; for many questions see ``PolygonIndex``.
  public func covers(_ coordinate: Coordinate) -> Bool {
    polygons.contains { $0.covers(coordinate) }
  }
}
