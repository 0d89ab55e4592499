internal import Geo

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Positions on a sheet: the spherical Mercator projection, scaled to fit a box.
struct MapProjection: Sendable {
  /// The box's western edge, in degrees.
  let west: Double
  /// The northing of the box's northern edge, in degrees of longitude.
  let north: Double
  /// Units for a degree of longitude.
  let scale: Double
  /// The width and height that the box takes on the sheet.
  let width: Double
  let height: Double

  /// Fits a box into a sheet of at most so many units.
  init(_ box: BoundingBox, maximumWidth: Double, maximumHeight: Double) {
    west = box.minimumLongitude
    north = Self.northing(box.maximumLatitude)
    let across = max(box.maximumLongitude - box.minimumLongitude, 0.01)
    let down = max(north - Self.northing(box.minimumLatitude), 0.01)
    scale = min(maximumWidth / across, maximumHeight / down)
    width = across * scale
    height = down * scale
  }

  /// Units to the right and down from the box's north-western corner.
  func position(of coordinate: Coordinate) -> (x: Double, y: Double) {
    ((coordinate.longitude - west) * scale, (north - Self.northing(coordinate.latitude)) * scale)
  }

  /// The nearest point of the grid whose spacing is one unit.
  func gridPoint(of coordinate: Coordinate) -> GridPoint {
    let (x, y) = position(of: coordinate)
    // Finite, and for any box on Earth far below what an Int holds.
    return GridPoint(x: Int(x.rounded()), y: Int(y.rounded()))
  }

  /// How many units a length is at a latitude: Mercator stretches by the secant.
  func units(_ distance: Distance, at coordinate: Coordinate) -> Double {
    let metresToADegree = Self.equatorMetres / 360
    return distance.metres / metresToADegree / max(cos(Self.drawn(coordinate.latitude) * .pi / 180), 0.01)
      * scale
  }

  /// The longest of the round lengths (1, 2 or 5 with zeros, from 1 m to 5000 km) that takes no more than so many
  /// units in the middle of the map, with the units it takes.
  func roundLength(within units: Double) -> (length: Distance, units: Double)? {
    let latitude = atan(sinh((north - height / 2 / scale) * .pi / 180)) * 180 / .pi
    guard let middle = Coordinate(longitude: west, latitude: latitude) else { return nil }
    let metre = self.units(.metres(1), at: middle)
    let lengths = (0...6).flatMap { power in [1, 2, 5].map { $0 * pow(10, Double(power)) } }
    return lengths.last { $0 * metre <= units }.map { (.metres($0), $0 * metre) }
  }

  /// The equator's length on the sphere of the projection.
  private static let equatorMetres = 2 * Double.pi * 6_378_137

  /// Mercator's northing in degrees of longitude.
  private static func northing(_ latitude: Double) -> Double {
    let radians = drawn(latitude) * .pi / 180
    return log(tan(.pi / 4 + radians / 2)) * 180 / .pi
  }

  /// Latitudes beyond 85° are drawn at 85°.
  private static func drawn(_ latitude: Double) -> Double { min(max(latitude, -85), 85) }
}
