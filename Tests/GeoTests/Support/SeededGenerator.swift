import Geo

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

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
