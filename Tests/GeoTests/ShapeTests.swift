import Geo
import Testing

@Suite struct ShapeTests {
  @Test func `a line has at least two coordinates`() {
    #expect(LineString([]) == nil)
    #expect(LineString([at(0, 0)]) == nil)
    #expect(LineString([at(0, 0), at(1, 0)])?.coordinates.count == 2)
  }

  @Test func `a ring is closed and has at least four coordinates`() {
    #expect(Ring([]) == nil)
    #expect(Ring([at(0, 0), at(1, 0), at(0, 0)]) == nil)
    #expect(Ring([at(0, 0), at(1, 0), at(1, 1), at(0, 1)]) == nil)
    #expect(Ring([at(0, 0), at(1, 0), at(1, 1), at(0, 0)]) != nil)
  }

  @Test func `reversing a ring turns its orientation and twice gives it back`() throws {
    let eastward = try ring((0, 0), (1, 0), (1, 1))
    #expect(eastward.orientation == .counterClockwise)
    #expect(eastward.reversed.orientation == .clockwise)
    #expect(eastward.reversed.reversed == eastward)
    #expect(try ring((0, 0), (1, 1), (2, 2)).orientation == .flat)
  }

  @Test func `a small ring far from the origin keeps its orientation`() throws {
    let tiny = 1e-9
    let small = try ring((-179, -80), (-179 + tiny, -80), (-179 + tiny, -80 + tiny))
    #expect(small.orientation == .counterClockwise)
    #expect(small.reversed.orientation == .clockwise)
  }

  @Test func `a polygon's exterior runs counter-clockwise and its holes clockwise, however they came`() throws
  {
    let outer = try ring((0, 0), (4, 0), (4, 4), (0, 4))
    let hole = try ring((1, 1), (2, 1), (2, 2), (1, 2))
    for exterior in [outer, outer.reversed] {
      for interior in [hole, hole.reversed] {
        let polygon = Polygon(exterior: exterior, interiors: [interior])
        #expect(polygon.exterior.orientation == .counterClockwise)
        #expect(polygon.interiors.map(\.orientation) == [.clockwise])
      }
    }
  }

  @Test func `a line reversed twice is itself`() throws {
    let bent = try line((0, 0), (1, 2), (3, 1))
    #expect(bent.reversed.coordinates.first == at(3, 1))
    #expect(bent.reversed.reversed == bent)
  }
}
