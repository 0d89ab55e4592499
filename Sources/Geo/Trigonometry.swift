#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Angles in degrees, as the rest of the module keeps them.
enum Trigonometry {
  /// How many radians a degree has.
  static let radiansPerDegree = Double.pi / 180

  /// The sine and cosine of an angle in degrees.
  static func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
    let radians = degrees * radiansPerDegree
    return (sin(radians), cos(radians))
  }

  /// The sine of an angle in radians.
  static func sine(_ radians: Double) -> Double { sin(radians) }

  /// The angle in radians, −π/2 through π/2, that has a sine; a sine beyond ±1 counts as ±1.
  static func arcsine(_ sine: Double) -> Double { asin(min(max(sine, -1), 1)) }

  /// How far along a line the foot of the perpendicular from a point is, on a sphere.
  ///
  /// - Parameters:
  ///   - arc: The angle to the point in radians, seen from the sphere's centre.
  ///   - degrees: The angle between the line and the way to the point.
  /// - Returns: An angle in radians, negative where the foot lies behind.
  static func projection(ofArc arc: Double, degrees: Double) -> Double {
    atan2(sin(arc) * cos(degrees * radiansPerDegree), cos(arc))
  }
}
