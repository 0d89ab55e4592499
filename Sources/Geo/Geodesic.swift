internal import CPROJ

/// Measures along the shortest way on the WGS 84 ellipsoid.
///
/// A plain value over PROJ's geodesic routines (Karney, *Algorithms for geodesics*, 2013), which are good to
/// some nanometres at any distance: a copy may be used by any task.
///
/// # Units
/// Lengths are ``Distance`` values; azimuths are degrees clockwise from north.
public struct Geodesic: Sendable {
  private let ellipsoid: geod_geodesic

  /// The ellipsoid of GPS and of every coordinate here.
  public static let wgs84 = Geodesic(
    equatorialRadius: Ellipsoid.equatorialRadius,
    flattening: Ellipsoid.flattening
  )

  private init(equatorialRadius: Double, flattening: Double) {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, equatorialRadius, flattening)
    self.ellipsoid = ellipsoid
  }

  /// The length of the shortest way between two coordinates (`geod_inverse`).
  ///
  /// - Complexity: Constant, about a microsecond.
  public func distance(_ start: Coordinate, _ end: Coordinate) -> Distance {
    .metres(inverse(start, end).metres)
  }

  /// The direction in which the shortest way to another coordinate leaves (`geod_inverse`).
  ///
  /// - Returns: Degrees clockwise from north, −180 through 180; 0 where both are the same coordinate.
  public func azimuth(from start: Coordinate, to end: Coordinate) -> Double {
    start == end ? 0 : inverse(start, end).azimuth
  }

  /// Where one arrives by walking straight on (`geod_direct`).
  ///
  /// - Parameters:
  ///   - start: Where the walk begins.
  ///   - azimuth: The direction at the start, degrees clockwise from north; any finite number of turns. One
  ///     that is not finite goes nowhere.
  ///   - distance: How far to walk; backwards where negative.
  public func destination(from start: Coordinate, azimuth: Double, distance: Distance) -> Coordinate {
    guard azimuth.isFinite else { return start }
    var (latitude, longitude) = (0.0, 0.0)
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      geod_direct(
        ellipsoid,
        start.latitude,
        start.longitude,
        azimuth,
        distance.metres,
        &latitude,
        &longitude,
        nil
      )
    }
    return Coordinate(computedLongitude: longitude, latitude: latitude)
  }

  /// The length of a line along the geodesics between its coordinates.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public func length(of line: LineString) -> Distance {
    zip(line.coordinates, line.coordinates.dropFirst()).reduce(.zero) { $0 + distance($1.0, $1.1) }
  }

  /// The summed length of lines; the gaps between them do not count.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public func length(of lines: MultiLineString) -> Distance {
    lines.lines.reduce(.zero) { $0 + length(of: $1) }
  }

  /// Distance in metres and azimuth at the start, solved at once.
  func inverse(_ start: Coordinate, _ end: Coordinate) -> (metres: Double, azimuth: Double) {
    var (metres, azimuth) = (0.0, 0.0)
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      geod_inverse(
        ellipsoid,
        start.latitude,
        start.longitude,
        end.latitude,
        end.longitude,
        &metres,
        &azimuth,
        nil
      )
    }
    return (metres, azimuth)
  }
}
