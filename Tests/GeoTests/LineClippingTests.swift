import Geo
import TestSupport
import Testing

@Suite struct LineClippingTests {
  let topology: Topology
  let square: MultiPolygon

  init() throws {
    topology = try Topology()
    square = MultiPolygon([try rectangle(0, 0, 4, 4)])
  }

  private func clip(_ lines: LineString...) throws -> [LineString] {
    try topology.intersection(of: MultiLineString(lines), with: square).lines
  }

  @Test func `a line inside stays as it is`() throws {
    let inside = try line((1, 1), (3, 1), (3, 3), (1, 3))
    #expect(try clip(inside) == [inside])
  }

  @Test func `a line outside leaves nothing, and nothing leaves nothing`() throws {
    #expect(try clip(try line((5, 5), (6, 6), (5, 7))).isEmpty)
    #expect(try clip(try line((-1, 4), (1, 6))).isEmpty)
    #expect(try clip(try line((-1, 5), (5, 5))).isEmpty)
    #expect(try topology.intersection(of: MultiLineString([]), with: square).isEmpty)
    let road = MultiLineString([try line((1, 1), (2, 2))])
    #expect(try topology.intersection(of: road, with: MultiPolygon([])).isEmpty)
  }

  @Test func `pieces keep the line's order and direction`() throws {
    let eastward = try line((-1, 1), (5, 1), (5, 3), (-1, 3))
    #expect(try clip(eastward) == [try line((0, 1), (4, 1)), try line((4, 3), (0, 3))])
    #expect(try clip(eastward.reversed) == [try line((0, 3), (4, 3)), try line((4, 1), (0, 1))])
  }

  @Test func `a line that crosses itself or goes back the same way keeps every pass`() throws {
    let crossing = try line((1, 1), (3, 3), (3, 1), (1, 3))
    #expect(try clip(crossing) == [crossing])
    let thereAndBack = try line((1, 1), (3, 1), (1, 1), (5, 1))
    #expect(try clip(thereAndBack) == [try line((1, 1), (3, 1), (1, 1), (4, 1))])
  }

  @Test func `an excursion that comes back where it left still parts the line`() throws {
    let excursion = try line((3, 2), (5, 2), (3, 2))
    #expect(try clip(excursion) == [try line((3, 2), (4, 2)), try line((4, 2), (3, 2))])
  }

  @Test func `the border belongs to the region, a touched point is no piece`() throws {
    let border = try line((0, 0), (4, 0), (4, 4))
    #expect(try clip(border) == [border])
    #expect(try clip(try line((-1, 1), (1, -1), (0, 0))).isEmpty)
    #expect(try clip(try line((3, 5), (4, 4), (5, 3))).isEmpty)
    #expect(try clip(try line((5, 2), (4, 2), (5, 3))).isEmpty)
    #expect(try clip(try line((-1, 0), (5, 0))) == [try line((0, 0), (4, 0))])
  }

  @Test func `repeated coordinates vanish, a line of no length is no piece`() throws {
    #expect(try clip(try line((1, 1), (1, 1), (2, 2), (2, 2))) == [try line((1, 1), (2, 2))])
    #expect(try clip(try line((1, 1), (1, 1))).isEmpty)
  }

  @Test func `lines stay apart even where one starts at another's end`() throws {
    let (first, second) = (try line((1, 1), (2, 2)), try line((2, 2), (3, 3)))
    #expect(try clip(first, second) == [first, second])
  }

  @Test func `a hole parts a line`() throws {
    let hole = try ring((1, 1), (3, 1), (3, 3), (1, 3))
    let frame = MultiPolygon([Polygon(exterior: try rectangle(0, 0, 4, 4).exterior, interiors: [hole])])
    let road = MultiLineString([try line((-1, 2), (2, 2), (5, 2))])
    #expect(
      try topology.intersection(of: road, with: frame).lines
        == [try line((0, 2), (1, 2)), try line((3, 2), (4, 2))]
    )
  }

  @Test func `pieces lie inside, are never longer than the line, and inside and outside make up the whole`()
    throws
  {
    var generator = SeededGenerator(seed: 21)
    let geodesic = Geodesic.wgs84
    for _ in 0..<40 {
      let region = MultiPolygon([
        try star(around: at(-70, -15), radius: 60_000, corners: 25, using: &generator)
      ])
      let frame = MultiPolygon([
        Polygon(
          exterior: try rectangle(-80, -25, -60, -5).exterior,
          interiors: region.polygons.map(\.exterior)
        )
      ])
      let walk = generator.path(from: at(-70, -15), steps: 120, step: 0.1)
      let road = MultiLineString([try #require(LineString(walk))])
      let inside = try topology.intersection(of: road, with: region)
      let outside = try topology.intersection(of: road, with: frame)
      let (whole, kept, left) = (
        geodesic.length(of: road), geodesic.length(of: inside), geodesic.length(of: outside)
      )
      #expect(kept <= whole + .metres(0.01))
      // A cut segment's parts are geodesics of their own, a little shorter or longer than a straight map line.
      #expect((kept + left - whole).magnitude < .metres(1))
      for piece in inside.lines {
        for (start, end) in zip(piece.coordinates, piece.coordinates.dropFirst()) {
          #expect(region.covers(halfway(start, end)))
        }
        for end in [piece.coordinates.first, piece.coordinates.last].compactMap(\.self) {
          #expect(end == walk.first || end == walk.last || degrees(from: end, to: region) < 1e-12)
        }
      }
      #expect(topology.context.liveHandles == 0)
    }
  }

  /// The middle of a straight line on the map.
  private func halfway(_ start: Coordinate, _ end: Coordinate) -> Coordinate {
    at((start.longitude + end.longitude) / 2, (start.latitude + end.latitude) / 2)
  }

  /// How far a coordinate is from a region's border on the map.
  private func degrees(from point: Coordinate, to region: MultiPolygon) -> Double {
    region.polygons.flatMap(\.rings).reduce(Double.infinity) { least, ring in
      zip(ring.coordinates, ring.coordinates.dropFirst()).reduce(least) { least, edge in
        let along = SIMD2(edge.1.longitude - edge.0.longitude, edge.1.latitude - edge.0.latitude)
        let offset = SIMD2(point.longitude - edge.0.longitude, point.latitude - edge.0.latitude)
        let fraction = min(max((offset * along).sum() / (along * along).sum(), 0), 1)
        let across = offset - along * fraction
        return min(least, (across * across).sum().squareRoot())
      }
    }
  }
}
