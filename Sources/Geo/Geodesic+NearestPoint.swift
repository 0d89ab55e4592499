extension Geodesic {
  /// How near, in metres, two successive guesses must be for the last to stand.
  private static var convergence: Double { 1e-4 }

  /// The point of a line nearest to a coordinate.
  ///
  /// A local plane discards the segments that are too far; on those left, the foot of the perpendicular is
  /// found by stepping along the geodesic until it no longer moves (after Baselga and Martínez-Llario,
  /// *Intersection and point-to-line solutions for geodesics on the ellipsoid*, 2018). The distance is good to
  /// a millimetre within a thousand kilometres. Of equally near segments the first is taken.
  ///
  /// - Complexity: O(*n*) in the number of coordinates, plus some microseconds for each segment in question.
  public func nearestPoint(on line: LineString, to target: Coordinate) -> LinePosition {
    let plane = LocalPlane(at: target)
    let nearest = likeliestSegment(of: line.coordinates, in: plane)
    return nearestPosition(on: line.coordinates, to: target, in: plane, startingWith: nearest)
  }

  /// The distance from a coordinate to a ring's edge, or `nil` where it certainly exceeds a limit.
  func distance(from target: Coordinate, to ring: Ring, in plane: LocalPlane, within limit: Distance)
    -> Distance?
  {
    let nearest = likeliestSegment(of: ring.coordinates, in: plane)
    guard nearest.leastDistance <= limit.metres else { return nil }
    return nearestPosition(on: ring.coordinates, to: target, in: plane, startingWith: nearest).distance
  }

  /// The segment that seems nearest in the plane, and a distance that no segment falls below.
  private struct Likeliest {
    var segment = 0
    var fraction = 0.0
    var leastDistance = Double.infinity
  }

  private func likeliestSegment(of path: [Coordinate], in plane: LocalPlane) -> Likeliest {
    var likeliest = Likeliest()
    var leastInPlane = Double.infinity
    var start = plane.position(of: path[0])
    for segment in 0..<(path.count - 1) {
      let end = plane.position(of: path[segment + 1])
      let approach = plane.approach(of: start, end)
      if approach.distance < leastInPlane {
        leastInPlane = approach.distance
        (likeliest.segment, likeliest.fraction) = (segment, approach.fraction)
      }
      likeliest.leastDistance = min(likeliest.leastDistance, approach.atLeast)
      start = end
    }
    return likeliest
  }

  private func nearestPosition(
    on path: [Coordinate],
    to target: Coordinate,
    in plane: LocalPlane,
    startingWith likeliest: Likeliest
  ) -> LinePosition {
    var best = nearestPosition(
      onSegment: likeliest.segment,
      of: path,
      to: target,
      from: likeliest.fraction
    )
    var start = plane.position(of: path[0])
    for segment in 0..<(path.count - 1) {
      let end = plane.position(of: path[segment + 1])
      let approach = plane.approach(of: start, end)
      start = end
      guard segment != likeliest.segment, approach.atLeast <= best.distance.metres else { continue }
      let candidate = nearestPosition(onSegment: segment, of: path, to: target, from: approach.fraction)
      if candidate.distance < best.distance
        || candidate.distance == best.distance && candidate.segment < best.segment
      {
        best = candidate
      }
    }
    return best
  }

  private func nearestPosition(
    onSegment segment: Int,
    of path: [Coordinate],
    to target: Coordinate,
    from guess: Double
  ) -> LinePosition {
    let (start, end) = (path[segment], path[segment + 1])
    let length = distance(start, end).metres
    guard length > 0 else {
      return LinePosition(
        segment: segment,
        fraction: 0,
        coordinate: start,
        distance: distance(start, target)
      )
    }
    var best: LinePosition?
    var fraction = guess
    // Two or three rounds do; the limit is for targets near the segment's antipodes, where no foot need exist.
    for _ in 0..<16 {
      let point = point(between: start, and: end, fraction: fraction)
      let (metres, bearing) = inverse(point, target)
      if metres < best?.distance.metres ?? .infinity {
        best = LinePosition(
          segment: segment,
          fraction: fraction,
          coordinate: point,
          distance: .metres(metres)
        )
      }
      // The direction of the line is taken towards its farther end, where it is sharper.
      let ahead =
        fraction < 0.5 ? inverse(point, end).azimuth : inverse(point, start).azimuth + 180
      let step =
        Ellipsoid.equatorialRadius
        * Trigonometry.projection(
          ofArc: metres / Ellipsoid.equatorialRadius,
          degrees: bearing - ahead
        )
      let next = min(max(fraction + step / length, 0), 1)
      if (next - fraction).magnitude * length < Self.convergence { break }
      fraction = next
    }
    return best
      ?? LinePosition(segment: segment, fraction: 0, coordinate: start, distance: distance(start, target))
  }
}
