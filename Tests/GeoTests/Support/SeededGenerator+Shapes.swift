import Geo
import TestSupport

extension SeededGenerator {
  mutating func coordinate(
    longitudes: ClosedRange<Double> = -180...180,
    latitudes: ClosedRange<Double> = -90...90
  ) -> Coordinate {
    at(.random(in: longitudes, using: &self), .random(in: latitudes, using: &self))
  }

  /// A walk of random steps, each up to `step` degrees in either axis.
  mutating func path(from start: Coordinate, steps: Int, step: Double) -> [Coordinate] {
    var path = [start]
    while path.count <= steps, let last = path.last {
      let longitude = last.longitude + .random(in: -step...step, using: &self)
      let latitude = last.latitude + .random(in: -step...step, using: &self)
      if let next = Coordinate(longitude: longitude, latitude: latitude) { path.append(next) }
    }
    return path
  }
}
