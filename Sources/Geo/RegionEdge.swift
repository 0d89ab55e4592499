/// A straight piece of a region's border, in the plane of degrees.
struct RegionEdge: Sendable {
  let start: Turn.Point
  let end: Turn.Point

  init(_ start: Coordinate, _ end: Coordinate) {
    self.start = (start.longitude, start.latitude)
    self.end = (end.longitude, end.latitude)
  }

  @inline(__always)
  init(from start: Turn.Point, to end: Turn.Point) {
    self.start = start
    self.end = end
  }

  /// Whether the edge crosses the line of a latitude that was moved north by a trifle.
  @inline(__always)
  func passes(latitude: Double) -> Bool { (start.y <= latitude) != (end.y <= latitude) }

  /// Whether the edge crosses the meridian of a longitude that was moved east by a trifle.
  @inline(__always)
  func passes(longitude: Double) -> Bool { (start.x <= longitude) != (end.x <= longitude) }

  /// Whether a point lies to the left of the edge once it is moved east by a trifle, and north by a trifle of
  /// that trifle: so moved, no point lies on any edge, and every question of sides has one answer (H. Edelsbrunner
  /// and E. P. Mücke, "Simulation of simplicity", 1990).
  @inline(__always)
  func isLeft(_ point: Turn.Point) -> Bool { isLeft(point, turn: Turn(start, end, point)) }

  @inline(__always)
  private func isLeft(_ point: Turn.Point, turn: Turn) -> Bool {
    switch turn {
    case .left: true
    case .right: false
    case .straight: start.y == end.y ? end.x > start.x : end.y < start.y
    }
  }

  /// What an edge does to somebody's way.
  enum Encounter { case none, crossing, touch }

  /// How the edge meets the way from one point north or south to the latitude of another, then east or west
  /// to it: whether both points are moved as for ``isLeft(_:)``, the way crosses the edge; or the second point
  /// as it is lies on the edge.
  @inline(__always)
  func encounter(from corner: Turn.Point, to point: Turn.Point) -> Encounter {
    let passesMeridian = passes(longitude: corner.x)
    guard passes(latitude: point.y) else {
      if touchesAtItsTop(point) { return .touch }
      guard passesMeridian else { return .none }
      return isLeft(corner) != isLeft((corner.x, point.y)) ? .crossing : .none
    }
    let turn = Turn(start, end, point)
    if turn == .straight { return .touch }
    let isAtBend = isLeft((corner.x, point.y))
    var crosses = isAtBend != isLeft(point, turn: turn)
    if passesMeridian, isLeft(corner) != isAtBend { crosses.toggle() }
    return crosses ? .crossing : .none
  }

  /// Whether a point lies on the edge's northern end, or anywhere on an edge along a parallel: the points of an
  /// edge whose latitude it does not pass.
  @inline(__always)
  private func touchesAtItsTop(_ point: Turn.Point) -> Bool {
    guard point.y == max(start.y, end.y) else { return false }
    if start.y == end.y { return min(start.x, end.x) <= point.x && point.x <= max(start.x, end.x) }
    return point.x == (start.y > end.y ? start.x : end.x)
  }
}
