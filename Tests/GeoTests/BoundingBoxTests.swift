import Geo
import TestSupport
import Testing

@Suite struct BoundingBoxTests {
  @Test func `a box holds the coordinates it is made of, edges included`() throws {
    var generator = SeededGenerator(seed: 1)
    let coordinates = (0..<100).map { _ in generator.coordinate() }
    let box = try #require(BoundingBox(coordinates))
    #expect(coordinates.allSatisfy(box.contains))
    #expect(box.contains(box.center) && box.contains(box.southWest) && box.contains(box.northEast))
  }

  @Test func `a coordinate beyond any edge is outside`() throws {
    let box = try #require(BoundingBox([at(-1, -2), at(3, 4)]))
    for outside in [at(-1.1, 0), at(3.1, 0), at(0, -2.1), at(0, 4.1)] { #expect(!box.contains(outside)) }
  }

  @Test func `nothing has no box`() {
    #expect(BoundingBox([]) == nil)
    #expect(Geometry.multiPoint([]).boundingBox == nil)
    #expect(Geometry.multiPolygon(MultiPolygon([])).boundingBox == nil)
    #expect(Geometry.multiLineString(MultiLineString([])).boundingBox == nil)
  }

  @Test(arguments: [
    (1.0, 0.0, 0.0, 1.0), (0, 1, 1, 0), (-181, 0, 0, 1), (0, 0, 1, 91), (.nan, 0, 1, 1), (0, 0, .infinity, 1),
  ])
  func `edges out of order or out of range make no box`(
    _ west: Double,
    _ south: Double,
    _ east: Double,
    _ north: Double
  ) {
    #expect(
      BoundingBox(
        minimumLongitude: west,
        minimumLatitude: south,
        maximumLongitude: east,
        maximumLatitude: north
      ) == nil
    )
  }

  @Test func `the union of two boxes is the box of all their coordinates`() throws {
    let (first, second) = ([at(0, 0), at(2, 1)], [at(-3, 0.5), at(1, 7)])
    let union = try #require(BoundingBox(first)).union(try #require(BoundingBox(second)))
    #expect(union == BoundingBox(first + second))
  }

  @Test func `boxes that touch intersect, boxes apart do not`() throws {
    let box = try #require(BoundingBox([at(0, 0), at(1, 1)]))
    #expect(box.intersects(try #require(BoundingBox([at(1, 1), at(2, 2)]))))
    #expect(!box.intersects(try #require(BoundingBox([at(1.1, 0), at(2, 2)]))))
    #expect(!box.intersects(try #require(BoundingBox([at(0, -2), at(1, -0.1)]))))
  }

  @Test func `every geometry's box is that of its coordinates`() throws {
    let box = BoundingBox([at(0, 0), at(2, 2)])
    let square = try rectangle(0, 0, 2, 2)
    let diagonal = try line((0, 0), (2, 2))
    #expect(Geometry.point(at(1, 1)).boundingBox == BoundingBox([at(1, 1)]))
    #expect(Geometry.multiPoint([at(0, 0), at(2, 2)]).boundingBox == box)
    #expect(Geometry.lineString(diagonal).boundingBox == box)
    #expect(Geometry.multiLineString(MultiLineString([diagonal])).boundingBox == box)
    #expect(Geometry.polygon(square).boundingBox == box)
    #expect(Geometry.multiPolygon(MultiPolygon([square])).boundingBox == box)
  }

  @Test(arguments: [1.0, 1000, 50_000, 2_000_000, 12_000_000, 30_000_000])
  func `the box around a coordinate holds all that is within the distance`(_ metres: Double) {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let center = generator.coordinate()
      let box = BoundingBox(around: center, within: .metres(metres))
      for azimuth in stride(from: -180.0, to: 180, by: 15) {
        let edge = Geodesic.wgs84.destination(from: center, azimuth: azimuth, distance: .metres(metres))
        #expect(box.contains(edge))
      }
    }
  }

  @Test func `the box around a coordinate is not much larger than need be`() {
    let box = BoundingBox(around: at(-70, -60), within: .kilometres(100))
    let east = Geodesic.wgs84.distance(at(-70, -60), at(box.maximumLongitude, -60))
    let north = Geodesic.wgs84.distance(at(-70, -60), at(-70, box.maximumLatitude))
    #expect(east < .kilometres(105) && north < .kilometres(105))
  }
}
