/// The WGS 84 ellipsoid's measures, in metres.
enum Ellipsoid {
  /// The radius of the equator.
  static let equatorialRadius = 6_378_137.0
  /// By how much the polar axis is shorter, as a part of the equatorial radius.
  static let flattening = 1 / 298.257_223_563
  /// The square of the first eccentricity.
  static let eccentricitySquared = flattening * (2 - flattening)
  /// The least radius of curvature anywhere: that of the meridian at the equator.
  static let leastCurvatureRadius = equatorialRadius * (1 - eccentricitySquared)

  /// A straight distance may seem this much longer than it is, in metres, by rounding.
  static let slack = 1e-6

  /// How far apart in a straight line two points may be, in metres, so that their geodesic distance is surely not
  /// above a limit; 0 where there is no telling.
  static func sureChord(within limit: Double) -> Double {
    // A geodesic bends nowhere more than a circle of the least radius of curvature, so its chord is not shorter
    // than that circle's (Schur's theorem).
    let diameter = 2 * leastCurvatureRadius
    let arc = limit / diameter
    return arc < .pi / 2 ? max(diameter * Trigonometry.sine(arc) - slack, 0) : 0
  }

  /// A coordinate in metres from the Earth's centre: towards Greenwich, towards 90° E, towards the north pole.
  ///
  /// There the straight distance between two points never exceeds their geodesic distance, and neither the
  /// antimeridian nor a pole is a special place.
  static func geocentric(_ coordinate: Coordinate) -> SIMD3<Double> {
    let (sinLatitude, cosLatitude) = Trigonometry.sineAndCosine(degrees: coordinate.latitude)
    let (sinLongitude, cosLongitude) = Trigonometry.sineAndCosine(degrees: coordinate.longitude)
    let normal = equatorialRadius / (1 - eccentricitySquared * sinLatitude * sinLatitude).squareRoot()
    return SIMD3(
      normal * cosLatitude * cosLongitude,
      normal * cosLatitude * sinLongitude,
      normal * (1 - eccentricitySquared) * sinLatitude
    )
  }
}
