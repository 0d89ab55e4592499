extension Geodesic {
  /// The longest step, in degrees of longitude and of latitude, taken without solving the geodesic.
  private static var shortStep: Double { 0.02 }

  /// The latitude, in degrees, up to which short steps are taken so.
  private static var shortStepLatitude: Double { 60 }

  /// The point a part of the way between two coordinates, along the geodesic.
  ///
  /// Where the two are at most 0.02° apart in longitude and in latitude (some 2 km) and within 60° of the
  /// equator, the geodesic is replaced by the parabola in degrees that has its curvature on the sphere,
  /// which is less than 5 mm away from it. Farther apart, the geodesic is solved.
  ///
  /// - Parameter fraction: 0 at `start`, 1 at `end`, exactly; values beyond are taken as 0 or 1, and what is
  ///   not a number as 0.
  public func point(
    between start: Coordinate,
    and end: Coordinate,
    fraction: Double
  ) -> Coordinate {
    guard fraction > 0 else { return start }
    guard fraction < 1 else { return end }
    let east = end.longitude - start.longitude
    let north = end.latitude - start.latitude
    guard
      east.magnitude <= Self.shortStep, north.magnitude <= Self.shortStep,
      start.latitude.magnitude <= Self.shortStepLatitude
    else {
      let (metres, azimuth) = inverse(start, end)
      return destination(from: start, azimuth: azimuth, distance: .metres(metres * fraction))
    }
    // A geodesic on the sphere obeys φ″ = −sin φ cos φ λ′² and λ″ = 2 tan φ φ′ λ′. With both taken as constant
    // over so short a step, the way off the chord is −f (1 − f) / 2 times the second derivative.
    let (sine, cosine) = Trigonometry.sineAndCosine(degrees: start.latitude + north / 2)
    let bend = fraction * (1 - fraction) * Trigonometry.radiansPerDegree
    return Coordinate(
      computedLongitude: start.longitude + east * fraction - bend * (sine / cosine) * east * north,
      latitude: start.latitude + north * fraction + bend / 2 * sine * cosine * east * east
    )
  }

  /// The point a part of a line's length from its start.
  ///
  /// - Parameter fraction: 0 at the start, 1 at the end; values beyond are taken as 0 or 1, and what is not a
  ///   number as 0.
  /// - Complexity: O(*n*) in the number of coordinates.
  public func point(along line: LineString, fraction: Double) -> Coordinate {
    point(along: line, fraction: fraction, steps: steps(of: line))
  }

  /// The same for a line whose ``steps(of:)`` are known, which saves solving them again.
  public func point(along line: LineString, fraction: Double, steps: [Double]) -> Coordinate {
    guard fraction > 0 else { return line.coordinates[0] }
    return point(along: line, at: .metres(steps.reduce(0, +) * min(fraction, 1)), steps: steps)
  }

  /// The point at a distance along a line from its start.
  ///
  /// - Parameter distance: Negative values give the line's start, values beyond its length give its end.
  /// - Complexity: O(*n*) in the number of coordinates.
  public func point(along line: LineString, at distance: Distance) -> Coordinate {
    point(along: line, at: distance, steps: steps(of: line))
  }

  private func point(along line: LineString, at distance: Distance, steps: [Double]) -> Coordinate {
    guard distance > .zero else { return line.coordinates[0] }
    var walked = 0.0
    var last = line.coordinates[0]
    for (next, step) in zip(line.coordinates.dropFirst(), steps) {
      if walked + step >= distance.metres {
        return point(between: last, and: next, fraction: (distance.metres - walked) / step)
      }
      walked += step
      last = next
    }
    return last
  }

  /// The distances in metres from each coordinate of a line to the next: one fewer than coordinates.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public func steps(of line: LineString) -> [Double] {
    zip(line.coordinates, line.coordinates.dropFirst()).map { distance($0, $1).metres }
  }

  /// The point halfway along a line.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public func midpoint(of line: LineString) -> Coordinate { point(along: line, fraction: 0.5) }

  /// How far along a line a position on it lies, from the line's start.
  ///
  /// A segment beyond the line's last counts as its end.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public func distance(along line: LineString, to position: LinePosition) -> Distance {
    var walked = Distance.zero
    for (segment, (start, end)) in zip(line.coordinates, line.coordinates.dropFirst()).enumerated() {
      let step = distance(start, end)
      if segment >= position.segment { return walked + step * min(max(position.fraction, 0), 1) }
      walked += step
    }
    return walked
  }

  /// The part of a line between two distances from its start.
  ///
  /// - Parameters:
  ///   - start: Where the part begins; negative values mean the line's start.
  ///   - end: Where it ends; values beyond the line's length mean its end.
  /// - Returns: The part in the line's own direction, without repeated coordinates, or `nil` where nothing of
  ///   any length is left: `end` not after `start`, or both off the same end of the line.
  /// - Complexity: O(*n*) in the number of coordinates.
  public func substring(of line: LineString, from start: Distance, to end: Distance) -> LineString? {
    let (first, last) = (max(start.metres, 0), end.metres)
    guard first < last else { return nil }
    var part: [Coordinate] = []
    func append(_ coordinate: Coordinate) {
      if part.last != coordinate { part.append(coordinate) }
    }
    var walked = 0.0
    for (from, to) in zip(line.coordinates, line.coordinates.dropFirst()) {
      let step = distance(from, to).metres
      let reached = walked + step
      if reached > first {
        if part.isEmpty { append(point(between: from, and: to, fraction: (first - walked) / step)) }
        if reached >= last {
          append(point(between: from, and: to, fraction: (last - walked) / step))
          break
        }
        append(to)
      }
      walked = reached
    }
    return LineString(part)
  }
}
