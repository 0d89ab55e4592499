/// Leaves out the points of a line that a reader would not miss.
enum Thinning {
  /// The points without those that repeat the one before.
  static func distinct(_ points: some Sequence<GridPoint>) -> [GridPoint] {
    var distinct: [GridPoint] = []
    for point in points where distinct.last != point { distinct.append(point) }
    return distinct
  }

  /// A line whose every point left out lies within the tolerance of the line that stays; its ends stay.
  ///
  /// The method is that of Ramer (1972), and of Douglas and Peucker (1973). The same points in reverse give
  /// the same line in reverse.
  ///
  /// - Complexity: O(*n* log *n*) as a rule, O(*n*²) at worst.
  static func thinned(_ points: [GridPoint], tolerance: Double) -> [GridPoint] {
    guard points.count > 2 else { return points }
    // Of points equally far away the first is kept, so both directions must go the same way.
    if let first = points.first, let last = points.last, last < first {
      return thinned(points.reversed(), tolerance: tolerance).reversed()
    }
    var isKept = [Bool](repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var open = [0...(points.count - 1)]
    while let range = open.popLast() {
      let (start, end) = (points[range.lowerBound], points[range.upperBound])
      var farthest = (index: range.lowerBound, distance: tolerance * tolerance)
      for index in range.dropFirst().dropLast() {
        let distance = squaredDistance(of: points[index], from: start, to: end)
        if distance > farthest.distance { farthest = (index, distance) }
      }
      guard farthest.index > range.lowerBound else { continue }
      isKept[farthest.index] = true
      open.append(range.lowerBound...farthest.index)
      open.append(farthest.index...range.upperBound)
    }
    return zip(points, isKept).filter(\.1).map(\.0)
  }

  /// The square of the distance from a point to the segment between two others.
  private static func squaredDistance(of point: GridPoint, from start: GridPoint, to end: GridPoint) -> Double
  {
    let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
    let (px, py) = (Double(point.x - start.x), Double(point.y - start.y))
    let length = dx * dx + dy * dy
    let along = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
    let (x, y) = (px - along * dx, py - along * dy)
    return x * x + y * y
  }
}
