/// A position on the WGS 84 ellipsoid: longitude first, then latitude, in degrees.
///
/// A coordinate is always finite and inside ±180 and ±90, so nothing that holds one has to ask again.
@frozen
public struct Coordinate: Hashable, Sendable {
  /// Degrees east of Greenwich, −180 through 180.
  public let longitude: Double
  /// Degrees north of the equator, −90 through 90.
  public let latitude: Double

  /// Makes a coordinate, or `nil` where either value is not finite or lies outside its range.
  @inlinable
  public init?(longitude: Double, latitude: Double) {
    guard longitude >= -180, longitude <= 180, latitude >= -90, latitude <= 90 else { return nil }
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Makes a coordinate from computed values that rounding may have pushed a little past a limit.
  ///
  /// Longitudes come back into ±180 by one turn, latitudes stop at the poles; what is not a number becomes 0.
  init(computedLongitude longitude: Double, latitude: Double) {
    let turned = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
    self.longitude = turned.isNaN ? 0 : min(max(turned, -180), 180)
    self.latitude = latitude.isNaN ? 0 : min(max(latitude, -90), 90)
  }
}
