extension Geodesic {
  /// The distance from a coordinate to the farthest of some others; `nil` where there are none.
  ///
  /// Measured to those alone that may be the farthest by the straight way to them, so most often to one.
  ///
  /// - Complexity: O(*n*), and about a microsecond for each one that is measured.
  public func farthestDistance(from start: Coordinate, to others: [Coordinate]) -> Distance? {
    let position = Ellipsoid.geocentric(start)
    let chords = others.map { other in
      let offset = Ellipsoid.geocentric(other) - position
      return (offset * offset).sum().squareRoot()
    }
    // The geodesic to the one that is farthest in a straight line is no shorter than that line.
    guard let longest = chords.max() else { return nil }
    let sure = Ellipsoid.sureChord(within: longest)
    return zip(others, chords).lazy.filter { $0.1 >= sure }.map { self.distance(start, $0.0) }.max()
  }
}
