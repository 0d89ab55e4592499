import Geo
import Testing

@Suite struct OwnershipTests {
  @Test func `no handle outlives a question to a topology`() throws {
    let topology = try Topology()
    let hole = try ring((1, 1), (2, 1), (2, 2), (1, 2))
    let region = MultiPolygon([
      Polygon(exterior: try rectangle(0, 0, 3, 3).exterior, interiors: [hole]), try rectangle(5, 5, 6, 6),
    ])
    let road = MultiLineString([try line((-1, 0.5), (0.5, 0.5), (0.5, 2), (7, 7))])
    #expect(try !topology.intersection(of: road, with: region).isEmpty)
    #expect(try !topology.intersection(of: region, with: try #require(region.boundingBox)).isEmpty)
    #expect(try !topology.union([region, region]).isEmpty)
    #expect(try topology.isValid(region))
    #expect(topology.covers(region, try topology.pointOnSurface(of: region)))
    #expect(topology.context.liveHandles == 0)
  }

  @Test func `an index holds its polygons, their preparation and the tree, and lets go of all`() throws {
    var index: PolygonIndex? = try PolygonIndex([
      MultiPolygon([try rectangle(0, 0, 1, 1)]),
      MultiPolygon([try rectangle(1, 0, 2, 1), try rectangle(5, 5, 6, 6)]),
    ])
    let context = try #require(index?.context)
    #expect(context.liveHandles == 2 * 3 + 1)
    #expect(index?.covering(at(1, 0.5)) == [0, 1])
    #expect(index?.nearest(to: at(3, 0.5), within: .kilometres(500))?.index == 1)
    #expect(context.liveHandles == 2 * 3 + 1)
    index = nil
    #expect(context.liveHandles == 0)
  }

  @Test func `a geometry that cannot be made leaves no handle behind`() throws {
    let context = try GEOSContext()
    for _ in 0..<100 {
      #expect(throws: TopologyError.self) { _ = try context.line([at(1, 1)]) }
      _ = try context.line([at(1, 1), at(2, 2)])
    }
    #expect(context.liveHandles == 0)
  }
}
