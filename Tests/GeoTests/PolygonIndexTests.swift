import Geo
import TestSupport
import Testing

@Suite struct PolygonIndexTests {
  /// Squares of one degree, row by row from the south-west, that share their borders.
  private func chequerboard(columns: Int, rows: Int) throws -> [MultiPolygon] {
    try (0..<(columns * rows)).map { cell in
      let (west, south) = (Double(cell % columns), Double(cell / columns))
      return MultiPolygon([try rectangle(west, south, west + 1, south + 1)])
    }
  }

  private func stars(_ count: Int, using generator: inout SeededGenerator) throws -> [MultiPolygon] {
    try (0..<count).map { _ in
      let parts = try (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        let center = generator.coordinate(longitudes: -75...(-65), latitudes: -20...(-10))
        return try star(around: center, radius: 60_000, corners: 30, using: &generator)
      }
      return MultiPolygon(parts)
    }
  }

  @Test(arguments: [
    (at(0.5, 0.5), [0]), (at(1, 0.5), [0, 1]), (at(0.5, 1), [0, 3]), (at(1, 1), [0, 1, 3, 4]),
    (at(0, 0), [0]),
    (at(3, 3), [8]), (at(3.0001, 3), []), (at(-50, 20), []),
  ])
  func `a point belongs to every polygon it lies in or on the border of`(
    _ point: Coordinate,
    _ expected: [Int]
  ) throws {
    #expect(try PolygonIndex(chequerboard(columns: 3, rows: 3)).covering(point) == expected)
  }

  @Test func `what covers a point is what going through all polygons finds`() throws {
    var generator = SeededGenerator(seed: 30)
    let polygons = try stars(120, using: &generator)
    let index = try PolygonIndex(polygons)
    let corners = polygons.flatMap { $0.polygons.flatMap(\.exterior.coordinates) }
    for trial in 0..<1000 {
      let point =
        trial % 4 == 0
        ? corners[trial % corners.count]
        : generator.coordinate(longitudes: -76...(-64), latitudes: -21...(-9))
      #expect(index.covering(point) == polygons.indices.filter { polygons[$0].covers(point) })
    }
  }

  @Test func `on a slanting border GEOS and our own count agree to the last digit`() throws {
    var generator = SeededGenerator(seed: 31)
    let triangles = [
      MultiPolygon([Polygon(exterior: try ring((-70.1, -15.3), (-69.7, -14.9), (-70.3, -14.8)))]),
      MultiPolygon([Polygon(exterior: try ring((-70.1, -15.3), (-69.7, -14.9), (-69.6, -15.4)))]),
    ]
    let index = try PolygonIndex(triangles)
    for _ in 0..<2000 {
      let fraction = Double.random(in: 0...1, using: &generator)
      let near = at(-70.1 + 0.4 * fraction, -15.3 + 0.4 * fraction)
      let found = index.covering(near)
      #expect(!found.isEmpty, "no gap between neighbours")
      #expect(found == triangles.indices.filter { triangles[$0].covers(near) })
    }
  }

  @Test func `a hole is outside, its edge is not`() throws {
    let hole = try ring((1, 1), (2, 1), (2, 2), (1, 2))
    let frame = MultiPolygon([Polygon(exterior: try rectangle(0, 0, 3, 3).exterior, interiors: [hole])])
    let index = try PolygonIndex([frame])
    for (point, expected) in [(at(1.5, 1.5), []), (at(1, 1.5), [0]), (at(0.5, 0.5), [0]), (at(2, 2), [0])] {
      #expect(index.covering(point) == expected)
      #expect(frame.covers(point) == !expected.isEmpty)
    }
    let nearest = try #require(index.nearest(to: at(1.4, 1.5), within: .kilometres(100)))
    #expect(nearest.distance > .kilometres(44) && nearest.distance < .kilometres(45))
  }

  @Test func `where parts of one multipolygon overlap, it still covers`() throws {
    let twice = MultiPolygon([try rectangle(0, 0, 2, 2), try rectangle(1, 1, 3, 3)])
    #expect(try PolygonIndex([twice]).covering(at(1.5, 1.5)) == [0])
    #expect(twice.covers(at(1.5, 1.5)))
  }

  @Test func `no polygons and empty polygons cover nothing and are near nothing`() throws {
    for polygons in [[], [MultiPolygon([])]] {
      let index = try PolygonIndex(polygons)
      #expect(index.covering(at(0, 0)).isEmpty)
      #expect(index.nearest(to: at(0, 0), within: .metres(.infinity)) == nil)
    }
    let mixed = try PolygonIndex([MultiPolygon([]), MultiPolygon([try rectangle(0, 0, 1, 1)])])
    #expect(mixed.covering(at(0.5, 0.5)) == [1])
  }

  @Test func `the nearest polygon is the one whose border is nearest on the ellipsoid`() throws {
    var generator = SeededGenerator(seed: 32)
    let geodesic = Geodesic.wgs84
    let polygons = try stars(40, using: &generator)
    let index = try PolygonIndex(polygons)
    let limit = Distance.kilometres(60)
    var found = 0
    for _ in 0..<300 {
      let point = generator.coordinate(longitudes: -77...(-63), latitudes: -22...(-8))
      let distances = try polygons.map { polygon in
        if polygon.covers(point) { return Distance.zero }
        return try polygon.polygons.flatMap(\.rings).map { ring in
          geodesic.nearestPoint(on: try #require(LineString(ring.coordinates)), to: point).distance
        }.min() ?? .metres(.infinity)
      }
      let expected = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) }
      let nearest = index.nearest(to: point, within: limit)
      if let expected, distances[expected] <= limit {
        #expect(nearest?.index == expected && nearest?.distance == distances[expected])
        found += 1
      } else {
        #expect(nearest == nil)
      }
    }
    #expect(found > 100 && found < 300)
  }

  @Test func `metres decide, not degrees`() throws {
    // At 60° north a degree of longitude is half as long as one of latitude.
    let polygons = [
      MultiPolygon([try rectangle(-1, 61.3, 1, 62)]), MultiPolygon([try rectangle(2, 59, 3, 61)]),
    ]
    let nearest = try PolygonIndex(polygons).nearest(to: at(0, 60), within: .kilometres(500))
    #expect(nearest?.index == 1)
  }

  @Test func `of equally near polygons the first is taken, and the limit itself is within`() throws {
    let polygons = [MultiPolygon([try rectangle(1, -1, 2, 1)]), MultiPolygon([try rectangle(-2, -1, -1, 1)])]
    let index = try PolygonIndex(polygons)
    let nearest = try #require(index.nearest(to: at(0, 0), within: .metres(.infinity)))
    #expect(nearest.index == 0)
    #expect(index.nearest(to: at(0, 0), within: nearest.distance)?.index == 0)
    #expect(index.nearest(to: at(0, 0), within: nearest.distance - .metres(0.01)) == nil)
    #expect(index.nearest(to: at(1.5, 0), within: .zero)?.distance == .zero)
    #expect(index.nearest(to: at(1.5, 0), within: .metres(-1)) == nil)
  }

  @Test func `a polygon across the antimeridian is near`() throws {
    let index = try PolygonIndex([MultiPolygon([try rectangle(-180, -18, -179, -16)])])
    let nearest = try #require(index.nearest(to: at(179.95, -17), within: .kilometres(10)))
    #expect(nearest.distance > .kilometres(5) && nearest.distance < .kilometres(6))
  }
}
