/// A point of a grid: so many units right of and below the map's north-western corner.
///
/// What is drawn is rounded to a grid early, so that outlines which share a border go on sharing it, and the
/// same drawing is always the same bytes.
struct GridPoint: Hashable, Comparable {
  var x: Int
  var y: Int

  static func < (left: GridPoint, right: GridPoint) -> Bool { (left.y, left.x) < (right.y, right.x) }

  static func - (left: GridPoint, right: GridPoint) -> GridPoint {
    GridPoint(x: left.x - right.x, y: left.y - right.y)
  }
}
