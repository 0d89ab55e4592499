import Geo
import TestSupport
import Testing

/// A coordinate from literals that are known to be in range.
func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
  guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
    preconditionFailure("no such coordinate: \(longitude), \(latitude)")
  }
  return coordinate
}

/// A line through pairs of longitude and latitude.
func line(_ pairs: (Double, Double)...) throws -> LineString {
  try #require(LineString(pairs.map { at($0.0, $0.1) }))
}

/// A ring through pairs of longitude and latitude; the first is repeated at the end.
func ring(_ pairs: (Double, Double)...) throws -> Ring {
  try #require(Ring((pairs + pairs.prefix(1)).map { at($0.0, $0.1) }))
}

/// A rectangle in degrees.
func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Polygon {
  Polygon(exterior: try ring((west, south), (east, south), (east, north), (west, north)))
}

/// A star-shaped polygon around a coordinate, its corners at random distances.
func star(
  around center: Coordinate,
  radius: Double,
  corners: Int,
  using generator: inout SeededGenerator
) throws -> Polygon {
  let coordinates = (0..<corners).map { corner in
    Geodesic.wgs84.destination(
      from: center,
      azimuth: Double(corner) * 360 / Double(corners),
      distance: .metres(radius * Double.random(in: 0.3...1, using: &generator))
    )
  }
  return Polygon(exterior: try #require(Ring(coordinates + coordinates.prefix(1))))
}
