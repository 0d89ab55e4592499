/// Cuts lines at a region's border and keeps what lies inside, in the lines' own order and direction.
///
/// An overlay of whole lines would split them at their own crossings, merge a road's way out with its way
/// back and turn pieces round. Here a line is halved until each part lies inside, outside, or is one segment,
/// and only single segments are overlaid.
struct LineClipper {
  private let context: GEOSContext
  private let region: PreparedGeometry
  private(set) var pieces: [LineString] = []
  /// The piece in hand. Where it is not empty between two parts of a line, it ends where the next part starts.
  private var open: [Coordinate] = []

  init(region: MultiPolygon, in context: GEOSContext) throws(TopologyError) {
    self.context = context
    self.region = try PreparedGeometry(try context.multiPolygon(region.polygons))
  }

  /// Adds the pieces of a line that lie inside; stretches on the border do, single points do not count.
  mutating func clip(_ line: LineString) throws(TopologyError) {
    var path: [Coordinate] = []
    path.reserveCapacity(line.coordinates.count)
    for coordinate in line.coordinates where coordinate != path.last { path.append(coordinate) }
    if path.count >= 2 { try clip(path[...]) }
    close()
  }

  private mutating func clip(_ path: ArraySlice<Coordinate>) throws(TopologyError) {
    let line = try context.line(path)
    if try region.covers(line) {
      extend(with: path)
    } else if try !region.intersects(line) {
      close()
    } else if path.count > 2 {
      let middle = path.startIndex + path.count / 2
      try clip(path[...middle])
      try clip(path[middle...])
    } else if let start = path.first, let end = path.last {
      try clipSegment(line, from: start, to: end)
    }
  }

  private mutating func clipSegment(
    _ segment: borrowing OwnedGeometry,
    from start: Coordinate,
    to end: Coordinate
  ) throws(TopologyError) {
    /// How far along the segment a coordinate lies, in no particular unit.
    func measure(_ coordinate: Coordinate) -> Double {
      (coordinate.longitude - start.longitude) * (end.longitude - start.longitude)
        + (coordinate.latitude - start.latitude) * (end.latitude - start.latitude)
    }
    let inside = try region.intersection(with: segment)
    let stretches = try context.lines(in: inside)
      .map { stretch in
        measure(stretch[0]) <= measure(stretch[stretch.count - 1]) ? stretch : stretch.reversed()
      }
      .filter { $0.first != $0.last }
      .sorted { measure($0[0]) < measure($1[0]) }
    for stretch in stretches { extend(with: stretch[...]) }
    if open.last != end { close() }
  }

  /// Goes on with the piece in hand where it ends here, or begins another.
  private mutating func extend(with path: ArraySlice<Coordinate>) {
    if let last = open.last, last == path.first {
      open += path.dropFirst()
    } else {
      close()
      open = Array(path)
    }
  }

  private mutating func close() {
    if let piece = LineString(open) { pieces.append(piece) }
    open = []
  }
}
