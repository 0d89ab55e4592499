extension Geodesic {
  /// How near, in metres, two successive guesses must be for the last to stand.
  private static var convergence: Double { 1e-4 }

  /// Distances that differ by less count as equal: the way one comes to the same point makes such differences.
  static var indifference: Distance { .metres(1e-6) }

  /// The point of a line nearest to a coordinate.
  ///
  /// A local plane discards the segments that are too far; on those left, the foot of the perpendicular is
  /// found by stepping along the geodesic until it no longer moves (after Baselga and Martínez-Llario,
  /// *Intersection and point-to-line solutions for geodesics on the ellipsoid*, 2018). The distance is good to
  /// a millimetre within a thousand kilometres. Of segments equally near, to a micrometre, the first is taken.
  ///
  /// - Complexity: O(*n*) in the number of coordinates, plus some microseconds for each segment in question.
  public func nearestPoint(on line: LineString, to target: Coordinate) -> LinePosition {
    let contest = Contest(on: line.coordinates, in: LocalPlane(at: target))
    return winner(of: contest, on: line.coordinates, to: target)
  }

  /// The distance from a coordinate to a ring's edge, or `nil` where it certainly exceeds a limit.
  func distance(from target: Coordinate, to ring: Ring, in plane: LocalPlane, within limit: Distance)
    -> Distance?
  {
    let contest = Contest(on: ring.coordinates, in: plane)
    guard contest.atLeast <= limit.metres else { return nil }
    return winner(of: contest, on: ring.coordinates, to: target).distance
  }

  /// The segments of a path that may be the nearest, as far as a plane can tell.
  private struct Contest {
    struct Contender {
      let segment: Int
      let approach: LocalPlane.Approach
    }

    /// In the order of the path.
    private(set) var contenders: [Contender] = []
    /// The one that is nearest in the plane.
    private(set) var favourite: Contender
    /// Metres that no segment is nearer than.
    private(set) var atLeast: Double

    /// Goes through a path of at least two coordinates.
    init(on path: [Coordinate], in plane: LocalPlane) {
      var start = plane.position(of: path[1])
      favourite = Contender(segment: 0, approach: plane.approach(of: plane.position(of: path[0]), start))
      atLeast = favourite.approach.atLeast
      contenders = [favourite]
      var reach = favourite.approach.atMost
      for segment in 1..<(path.count - 1) {
        let end = plane.position(of: path[segment + 1])
        let approach = plane.approach(of: start, end)
        start = end
        guard approach.atLeast <= reach else { continue }
        let contender = Contender(segment: segment, approach: approach)
        contenders.append(contender)
        if approach.distance < favourite.approach.distance { favourite = contender }
        reach = min(reach, approach.atMost)
        atLeast = min(atLeast, approach.atLeast)
      }
    }
  }

  /// The nearest of the segments in question, measured on the ellipsoid.
  private func winner(of contest: Contest, on path: [Coordinate], to target: Coordinate) -> LinePosition {
    let favourite = contest.favourite
    var best = nearestPosition(
      onSegment: favourite.segment,
      of: path,
      to: target,
      from: favourite.approach.fraction
    )
    for contender in contest.contenders where contender.segment != favourite.segment {
      guard contender.approach.atLeast <= (best.distance + Self.indifference).metres else { continue }
      let candidate = nearestPosition(
        onSegment: contender.segment,
        of: path,
        to: target,
        from: contender.approach.fraction
      )
      // The favourite came first: an earlier one that is as near goes before it, a later one does not.
      let margin = contender.segment < best.segment ? -Self.indifference : Self.indifference
      if candidate.distance + margin < best.distance { best = candidate }
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
