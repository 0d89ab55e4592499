/// A plane in metres that touches the ellipsoid at one coordinate: it tells quickly what is near.
///
/// Over a hundred kilometres its distances from the origin are wrong by less than 0.01 % up to 60° of latitude. That is
/// enough to discard what is far, never to answer with.
struct LocalPlane {
  private let origin: Coordinate
  private let metresPerDegreeNorth: Double
  private let metresPerDegreeEastAtEquator: Double
  private let sine: Double
  private let cosine: Double
  /// One over the cosine of the origin's latitude: how much faster meridians converge than at mid-latitudes.
  private let secant: Double

  init(at origin: Coordinate) {
    self.origin = origin
    (sine, cosine) = Trigonometry.sineAndCosine(degrees: origin.latitude)
    secant = 1 / max(cosine, 1e-9)
    let slope = 1 - Ellipsoid.eccentricitySquared * sine * sine
    let normal = Ellipsoid.equatorialRadius / slope.squareRoot()
    metresPerDegreeEastAtEquator = normal * Trigonometry.radiansPerDegree
    metresPerDegreeNorth =
      normal * (1 - Ellipsoid.eccentricitySquared) / slope * Trigonometry.radiansPerDegree
  }

  /// Metres east and north of the origin.
  func position(of coordinate: Coordinate) -> SIMD2<Double> {
    var east = coordinate.longitude - origin.longitude
    if east > 180 { east -= 360 } else if east < -180 { east += 360 }
    let north = coordinate.latitude - origin.latitude
    let radians = north * Trigonometry.radiansPerDegree
    // The cosine of the middle latitude, as a series: no trigonometry for each coordinate.
    let middle = cosine - sine * radians / 2 - cosine * radians * radians / 8
    return SIMD2(east * metresPerDegreeEastAtEquator * max(middle, 0), north * metresPerDegreeNorth)
  }

  /// What is known about the distance from the origin to a straight segment of this plane.
  struct Approach {
    /// Metres, measured in the plane.
    let distance: Double
    /// How far along the segment its nearest point lies, 0 through 1, in the plane.
    let fraction: Double
    /// Metres that the true distance is not less than.
    let atLeast: Double
    /// Metres that the true distance is not more than; infinite where the plane is too far from the truth to say.
    let atMost: Double
  }

  /// How near a segment between two positions comes to the origin.
  func approach(of start: SIMD2<Double>, _ end: SIMD2<Double>) -> Approach {
    let along = end - start
    let lengthSquared = (along * along).sum()
    let projected = lengthSquared > 0 ? -(start * along).sum() / lengthSquared : 0
    let fraction = min(max(projected, 0), 1)
    let nearest = start + along * fraction
    let distance = (nearest * nearest).sum().squareRoot()
    // The plane's error was measured against geodesics in all directions. It has a part that grows with the angle,
    // 0.0053 of it at most, for the ellipsoid's changing curvature, and one that grows with its square and with
    // the meridians' convergence, 0.07 of it at most up to the limit set here. Both are rounded up generously.
    let angle = distance / Ellipsoid.leastCurvatureRadius
    let convergence = angle * angle * secant * secant
    // How far a geodesic bends away from the plane's straight line grows with the square of its length.
    let bend = lengthSquared / (4 * Ellipsoid.leastCurvatureRadius) * secant
    let isTrusted = convergence < 0.5
    let error = isTrusted ? distance * (0.008 * angle + 0.15 * convergence) + bend : .infinity
    return Approach(
      distance: distance,
      fraction: fraction,
      atLeast: max(distance - error, 0),
      atMost: distance + error
    )
  }
}
