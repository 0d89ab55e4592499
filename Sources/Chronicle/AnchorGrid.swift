internal import Geo

/// Coordinates that come one after another, found again by distance.
///
/// A grid of cells somewhat larger than the search distance; each query looks at the cells around it.
/// Degrees only choose the cells, the geodesic distance decides. A query takes time in proportion to the
/// coordinates in those cells, whatever the number elsewhere.
struct AnchorGrid {
  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  private let reach: Distance
  /// The height of a row; the width of its columns grows towards the poles.
  private let step: Double
  private var cells: [Cell: [(coordinate: Coordinate, value: Int)]] = [:]

  /// Makes an empty grid for searches within one distance.
  init(reach: Distance) {
    self.reach = reach
    // A degree of latitude is nowhere shorter than 110.5 km. The floor keeps the cell numbers small.
    step = min(max(reach.kilometres / 110.5 * 1.01, 1e-5), 180)
  }

  mutating func insert(_ coordinate: Coordinate, value: Int) {
    let row = row(of: coordinate.latitude)
    cells[Cell(row: row, column: column(of: coordinate.longitude, in: row)), default: []]
      .append((coordinate, value))
  }

  /// The values within the distance of a coordinate, in no particular order, each with its distance.
  func near(_ target: Coordinate) -> [(value: Int, distance: Distance)] {
    var found: [(value: Int, distance: Distance)] = []
    let middle = row(of: target.latitude)
    for row in (middle - 1)...(middle + 1) {
      let count = columns(in: row)
      let centre = column(of: target.longitude, in: row)
      let around = count <= 3 ? Array(0..<count) : (-1...1).map { (centre + $0 + count) % count }
      for column in around {
        for (coordinate, value) in cells[Cell(row: row, column: column)] ?? [] {
          let distance = Geodesic.wgs84.distance(target, coordinate)
          if distance <= reach { found.append((value, distance)) }
        }
      }
    }
    return found
  }

  private func row(of latitude: Double) -> Int { Int(((latitude + 90) / step).rounded(.down)) }

  private func column(of longitude: Double, in row: Int) -> Int {
    let count = columns(in: row)
    // Rounding and the antimeridian's two names must not make a column of their own.
    return min(Int((longitude + 180) / 360 * Double(count)), count - 1) % count
  }

  /// How many columns a row has: as many as leave each at least as wide as the search distance, even at the
  /// far edge of the next row towards the pole, where a target may lie.
  private func columns(in row: Int) -> Int {
    let south = Double(row) * step - 90
    let latitude = min(90, max((south - step).magnitude, (south + 2 * step).magnitude))
    // The cosine of a latitude lies nowhere below the straight line from 1 at the equator to 0 at the pole.
    return max(1, Int(360 / step * (1 - latitude / 90)))
  }
}
