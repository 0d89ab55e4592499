import Gazetteer
import Geo
import TestSupport
import Testing

@testable import Publishing

@Suite struct GroundTests {
  private static func walk(_ count: Int, using chance: inout SeededGenerator) -> [GridPoint] {
    var points = [GridPoint(x: 0, y: 0)]
    for _ in 1..<count {
      let last = points[points.count - 1]
      points.append(
        GridPoint(
          x: last.x + Int.random(in: -9...9, using: &chance),
          y: last.y + Int.random(in: -9...9, using: &chance)
        )
      )
    }
    return Thinning.distinct(points)
  }

  private static func distance(_ point: GridPoint, _ start: GridPoint, _ end: GridPoint) -> Double {
    let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
    let (px, py) = (Double(point.x - start.x), Double(point.y - start.y))
    let length = dx * dx + dy * dy
    let along = length == 0 ? 0 : min(max((px * dx + py * dy) / length, 0), 1)
    return ((px - along * dx) * (px - along * dx) + (py - along * dy) * (py - along * dy)).squareRoot()
  }

  @Test(arguments: [0.5, 2, 20])
  func `a thinned line keeps its ends and comes near every point it left out`(tolerance: Double) {
    var chance = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let line = Self.walk(Int.random(in: 2...200, using: &chance), using: &chance)
      let thinned = Thinning.thinned(line, tolerance: tolerance)
      #expect(thinned.first == line.first && thinned.last == line.last)
      for point in line {
        let nearest = zip(thinned, thinned.dropFirst()).map { Self.distance(point, $0.0, $0.1) }.min()
        #expect((nearest ?? 0) <= tolerance + 1e-9)
      }
      #expect(Thinning.thinned(line.reversed(), tolerance: tolerance) == thinned.reversed())
    }
  }

  @Test func `a straight line is thinned to its ends`() {
    let line = (0...100).map { GridPoint(x: 2 * $0, y: 3 * $0) }
    #expect(Thinning.thinned(line, tolerance: 0.5) == [line[0], line[100]])
  }

  /// Two squares side by side, the second with a hole.
  private static let squares: [[[GridPoint]]] = [
    [[point(0, 0), point(10, 0), point(10, 10), point(0, 10), point(0, 0)]],
    [
      [point(10, 0), point(20, 0), point(20, 10), point(10, 10), point(10, 0)],
      [point(14, 4), point(14, 6), point(16, 6), point(16, 4), point(14, 4)],
    ],
  ]

  private static func point(_ x: Int, _ y: Int) -> GridPoint { GridPoint(x: x, y: y) }

  @Test func `a common border is one arc, walked both ways`() throws {
    let mesh = OutlineMesh(Self.squares, tolerance: 0.5)
    // The border, what is left of each square, and the hole.
    #expect(mesh.arcs.count == 4)
    let (left, right) = (mesh.rings[0][0], mesh.rings[1][0])
    let common = Set(left.map(\.arc)).intersection(right.map(\.arc))
    #expect(common.count == 1)
    let arc = try #require(common.first)
    #expect(Set(mesh.arcs[arc]) == [Self.point(10, 0), Self.point(10, 10)])
    #expect(
      left.first { $0.arc == arc }?.isReversed != right.first { $0.arc == arc }?.isReversed
    )
    #expect(mesh.rings[1].count == 2)
  }

  @Test func `rings put together from arcs have the edges they had`() {
    func edges(_ ring: [GridPoint]) -> Set<[GridPoint]> {
      Set(zip(ring, ring.dropFirst()).map { [$0.0, $0.1] })
    }
    // Tiles of random widths and heights, so that corners meet in crosses and, with every other row shifted, in Ts.
    var chance = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      var outlines: [[[GridPoint]]] = []
      for row in 0..<4 {
        for column in 0..<4 {
          let x = column * 10 + Int.random(in: 0...1, using: &chance) * 0 + row % 2 * 5
          let y = row * 10
          outlines.append([
            [
              Self.point(x, y), Self.point(x + 5, y), Self.point(x + 10, y), Self.point(x + 10, y + 10),
              Self.point(x + 5, y + 10), Self.point(x, y + 10), Self.point(x, y),
            ]
          ])
        }
      }
      outlines.shuffle(using: &chance)
      let mesh = OutlineMesh(outlines, tolerance: 0)
      for (outline, rings) in zip(outlines, mesh.rings) {
        let ring = mesh.points(of: rings[0])
        #expect(ring.first == ring.last)
        let corners = edges(outline[0])
        // Points on a straight stretch are thinned away: every edge left runs along edges that were there.
        for edge in edges(ring) {
          let along = corners.filter {
            Self.distance($0[0], edge[0], edge[1]) == 0 && Self.distance($0[1], edge[0], edge[1]) == 0
          }
          #expect(!along.isEmpty)
        }
      }
      // Sixteen tiles have 24 borders between neighbours, each cut in two by a T.
      let uses = mesh.rings.flatMap { $0.flatMap { $0.map(\.arc) } }
      #expect(Dictionary(grouping: uses) { $0 }.values.allSatisfy { $0.count <= 2 })
    }
  }

  @Test func `an outline that vanishes on the grid leaves no ring`() {
    let speck = [[Self.point(3, 3), Self.point(3, 3), Self.point(3, 3), Self.point(3, 3)]]
    let mesh = OutlineMesh([speck], tolerance: 1)
    #expect(mesh.arcs.isEmpty && mesh.rings == [[]])
  }

  @Test func `a line is written as the format's own example has it`() {
    // From the description of the encoded polyline: latitude and longitude in units of 10⁻⁵ degrees.
    let points = [
      Self.point(3_850_000, -12_020_000), Self.point(4_070_000, -12_095_000),
      Self.point(4_325_200, -12_645_300),
    ]
    #expect(PolylineText.encoded(points) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@")
  }

  @Test func `the country's edge is its outer ring and its lake, not the borders inside`() throws {
    let ground = try #require(Ground(Tileland.pack(), width: 3000, height: 3000, tolerance: 1))
    #expect(ground.areas.count == 6)
    #expect(ground.edge.count == 2)
    let outer = try #require(ground.edge.max { $0.count < $1.count } ?? ground.edge.first)
    let corners = Set(ground.edge.joined())
    #expect(outer.count >= 5)
    let projection = ground.projection
    for (longitude, latitude) in [(0.0, 0.0), (3, 0), (3, 2), (0, 2), (2.4, 1.4), (2.6, 1.6)] {
      #expect(corners.contains(projection.gridPoint(of: try Tileland.coordinate(longitude, latitude))))
    }
    #expect(!corners.contains(projection.gridPoint(of: try Tileland.coordinate(1, 1))))
    #expect(ground.roads.map(\.points.count) == [2])
  }

  @Test(arguments: [0.0, -16, 45, 70])
  func `a length on the map is that of the ellipsoid, to a hundredth`(latitude: Double) throws {
    let box = try #require(
      BoundingBox(
        minimumLongitude: 10,
        minimumLatitude: latitude,
        maximumLongitude: 12,
        maximumLatitude: latitude + 2
      )
    )
    let projection = MapProjection(box, maximumWidth: 10_000, maximumHeight: 10_000)
    let start = try Tileland.coordinate(11, latitude + 1)
    for azimuth in [0.0, 90] {
      let end = Geodesic.wgs84.destination(from: start, azimuth: azimuth, distance: .kilometres(1))
      let (one, other) = (projection.position(of: start), projection.position(of: end))
      let drawn = ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
      #expect(abs(drawn / projection.units(.kilometres(1), at: start) - 1) < 0.01)
    }
  }
}
