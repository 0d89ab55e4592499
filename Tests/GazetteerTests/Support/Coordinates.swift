import Geo

/// A coordinate from literals that are known to be in range.
func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
  guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
    preconditionFailure("no such coordinate: \(longitude), \(latitude)")
  }
  return coordinate
}

/// The distance of two coordinates in metres.
func metres(_ start: Coordinate, _ end: Coordinate) -> Double {
  Geodesic.wgs84.distance(start, end).metres
}
