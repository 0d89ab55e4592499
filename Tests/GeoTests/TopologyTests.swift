import Geo
import TestSupport
import Testing

@Suite struct TopologyTests {
  @Test func `a valid region has no reason against it`() throws {
    let topology = try Topology()
    #expect(try topology.invalidity(of: MultiPolygon([try rectangle(0, 0, 1, 1)])) == nil)
    #expect(try topology.isValid(MultiPolygon([])))
  }

  @Test func `a bow-tie is invalid where it crosses itself`() throws {
    let bowTie = MultiPolygon([Polygon(exterior: try ring((0, 0), (2, 2), (2, 0), (0, 2)))])
    let topology = try Topology()
    let reason = try #require(try topology.invalidity(of: bowTie))
    #expect(reason.contains("Self-intersection") && reason.contains("1 1"))
    #expect(try !topology.isValid(bowTie))
  }

  @Test func `degenerate polygons give reasons or results, never a crash`() throws {
    let topology = try Topology()
    let shapes = [
      Polygon(exterior: try ring((0, 0), (2, 2), (2, 0), (0, 2))),
      Polygon(exterior: try ring((0, 0), (1, 0), (2, 0))),
      Polygon(exterior: try ring((1, 1), (1, 1), (1, 1))),
      Polygon(exterior: try ring((0, 0), (1, 0), (1, 1)), interiors: [try ring((5, 5), (6, 5), (6, 6))]),
    ]
    let road = MultiLineString([try line((-1, 0.5), (3, 0.5))])
    let window = try #require(BoundingBox([at(0.2, 0.2), at(1.5, 1.5)]))
    for shape in shapes {
      let region = MultiPolygon([shape])
      #expect(try topology.invalidity(of: region) != nil)
      _ = try? topology.intersection(of: road, with: region)
      _ = try? topology.intersection(of: region, with: window)
      _ = try? topology.pointOnSurface(of: region)
      _ = try? topology.union([region, region])
      #expect(topology.context.liveHandles == 0)
    }
    _ = try PolygonIndex(shapes.map { MultiPolygon([$0]) }).covering(at(1, 0))
  }

  @Test func `a point on the surface lies on the surface, where the centre does not`() throws {
    let topology = try Topology()
    let horseshoe = MultiPolygon([
      Polygon(exterior: try ring((0, 0), (3, 0), (3, 1), (1, 1), (1, 2), (3, 2), (3, 3), (0, 3)))
    ])
    #expect(!topology.covers(horseshoe, at(2, 1.5)))
    #expect(topology.covers(horseshoe, try topology.pointOnSurface(of: horseshoe)))
  }

  @Test func `an empty region has no point on its surface`() throws {
    let topology = try Topology()
    #expect(throws: TopologyError(.pointOnSurface, message: "there is no polygon")) {
      try topology.pointOnSurface(of: MultiPolygon([]))
    }
  }

  @Test func `a region cut at a parallel is its northern and its southern half, and no more`() throws {
    var generator = SeededGenerator(seed: 20)
    let topology = try Topology()
    for _ in 0..<20 {
      let region = MultiPolygon([
        try star(around: at(-70, -15), radius: 100_000, corners: 40, using: &generator)
      ])
      let north = try #require(BoundingBox([at(-80, -15), at(-60, -10)]))
      let south = try #require(BoundingBox([at(-80, -20), at(-60, -15)]))
      let upper = try topology.intersection(of: region, with: north)
      let lower = try topology.intersection(of: region, with: south)
      #expect(try topology.isValid(upper) && topology.isValid(lower))
      #expect(upper.polygons.allSatisfy { $0.exterior.coordinates.allSatisfy(north.contains) })
      for _ in 0..<200 {
        let point = generator.coordinate(longitudes: -71...(-69), latitudes: -16...(-14))
        #expect(upper.covers(point) == (region.covers(point) && point.latitude >= -15))
        #expect(lower.covers(point) == (region.covers(point) && point.latitude <= -15))
      }
      #expect(upper.polygons.allSatisfy { $0.exterior.orientation == .counterClockwise })
    }
  }

  @Test func `a box that only touches a region, or has no area, cuts nothing from it`() throws {
    let topology = try Topology()
    let region = MultiPolygon([try rectangle(0, 0, 1, 1)])
    for corners in [
      [at(1, 0), at(2, 1)], [at(1, 1), at(2, 2)], [at(0.5, 0), at(0.5, 1)], [at(5, 5), at(6, 6)],
    ] {
      #expect(try topology.intersection(of: region, with: try #require(BoundingBox(corners))).isEmpty)
    }
    #expect(
      try topology.intersection(of: MultiPolygon([]), with: try #require(region.boundingBox)).isEmpty
    )
  }

  @Test func `a hole survives the cut`() throws {
    let topology = try Topology()
    let hole = try ring((1, 1), (2, 1), (2, 2), (1, 2))
    let region = MultiPolygon([Polygon(exterior: try rectangle(0, 0, 3, 3).exterior, interiors: [hole])])
    let part = try topology.intersection(of: region, with: try #require(BoundingBox([at(0, 0), at(2.5, 3)])))
    #expect(part.polygons.map(\.interiors.count) == [1])
    #expect(!part.covers(at(1.5, 1.5)) && part.covers(at(0.5, 0.5)) && !part.covers(at(2.75, 0.5)))
  }

  @Test func `neighbours united have no border between them`() throws {
    let topology = try Topology()
    let (west, east) = (try rectangle(0, 0, 1, 1), try rectangle(1, 0, 2, 1))
    let whole = try topology.union([MultiPolygon([west]), MultiPolygon([east])])
    #expect(whole.polygons.count == 1)
    #expect(whole.boundingBox == BoundingBox([at(0, 0), at(2, 1)]))
    #expect(try topology.union([]).isEmpty)
    #expect(
      try topology.union([MultiPolygon([west]), MultiPolygon([try rectangle(5, 5, 6, 6)])]).polygons.count
        == 2
    )
  }

  @Test func `an error names the operation and GEOS's reason, once`() throws {
    let context = try GEOSContext()
    let first = #expect(throws: TopologyError.self) { _ = try context.line([at(0, 0)]) }
    let error = try #require(first)
    #expect(error.operation == .buildGeometry)
    #expect(error.message.contains("point array must contain"))
    #expect(error.description == "cannot build a geometry: \(error.message)")
    #expect(context.failure(.union).message == "no reason given")
    #expect(context.liveHandles == 0)
  }

  @Test func `a valid region is repaired to itself, a bow tie to two triangles`() throws {
    let topology = try Topology()
    let square = MultiPolygon([try rectangle(0, 0, 1, 1)])
    #expect(try topology.repaired(square) == square)
    #expect(try topology.repaired(MultiPolygon([])) == MultiPolygon([]))
    let bow = MultiPolygon([Polygon(exterior: try ring((0, 0), (2, 2), (2, 0), (0, 2)))])
    let repaired = try topology.repaired(bow)
    #expect(repaired.polygons.count == 2)
    #expect(try topology.isValid(repaired))
    #expect(repaired.covers(at(1.9, 1)) && !repaired.covers(at(1, 1.5)))
  }
}
