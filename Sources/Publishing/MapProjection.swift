internal import Geo

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Positions on a sheet: the spherical Mercator projection, scaled to fit a box.
struct MapProjection {
  private let west: Double
  private let north: Double
  private let scale: Double
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

  /// Mercator's northing in degrees of longitude; latitudes beyond 85° are taken as 85°.
  private static func northing(_ latitude: Double) -> Double {
    let radians = min(max(latitude, -85), 85) * .pi / 180
    return log(tan(.pi / 4 + radians / 2)) * 180 / .pi
  }
}
