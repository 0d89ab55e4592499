import Geo
import TestSupport
import Testing

@Suite struct NearestPointTests {
  let geodesic = Geodesic.wgs84

  /// The least distance to a hundred points of each segment.
  private func sampledDistance(from target: Coordinate, to road: LineString) -> Distance {
    zip(road.coordinates, road.coordinates.dropFirst()).reduce(.metres(.infinity)) { least, segment in
      (0...100).reduce(least) { least, step in
        let point = geodesic.point(between: segment.0, and: segment.1, fraction: Double(step) / 100)
        return min(least, geodesic.distance(point, target))
      }
    }
  }

  @Test(arguments: [
    (at(-72, -14), 0.01, 0.05), (at(-72, -14), 0.3, 0.5), (at(-72, -14), 1.0, 6.0), (at(20, 69), 0.2, 1.0),
    (at(179.9, -17), 0.05, 0.2), (at(10, 84), 0.5, 3.0),
  ])
  func `no sampled point of a line is nearer, and the nearest is hardly farther`(
    _ start: Coordinate,
    _ step: Double,
    _ reach: Double
  ) throws {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<10 {
      let road = try #require(LineString(generator.path(from: start, steps: 12, step: step)))
      let target = generator.coordinate(
        longitudes: max(start.longitude - reach, -180)...min(start.longitude + reach, 180),
        latitudes: (start.latitude - reach)...(start.latitude + reach)
      )
      let position = geodesic.nearestPoint(on: road, to: target)
      let sampled = sampledDistance(from: target, to: road)
      #expect(position.distance <= sampled + .metres(0.001))
      let longest = zip(road.coordinates, road.coordinates.dropFirst()).map { geodesic.distance($0, $1) }
        .max()
      #expect(position.distance >= sampled - (longest ?? .zero) / 100)
    }
  }

  @Test func `a position says where it is in agreement with itself`() throws {
    var generator = SeededGenerator(seed: 11)
    let road = try #require(LineString(generator.path(from: at(-72, -14), steps: 50, step: 0.1)))
    for _ in 0..<100 {
      let target = generator.coordinate(longitudes: -73...(-71), latitudes: -15...(-13))
      let position = geodesic.nearestPoint(on: road, to: target)
      let (start, end) = (road.coordinates[position.segment], road.coordinates[position.segment + 1])
      #expect(geodesic.point(between: start, and: end, fraction: position.fraction) == position.coordinate)
      #expect(geodesic.distance(position.coordinate, target) == position.distance)
      let along = geodesic.distance(along: road, to: position)
      #expect(geodesic.distance(geodesic.point(along: road, at: along), position.coordinate) < .metres(0.001))
    }
  }

  @Test func `a point of the line is at no distance from it`() throws {
    var generator = SeededGenerator(seed: 12)
    let road = try #require(LineString(generator.path(from: at(-72, -14), steps: 50, step: 0.2)))
    for _ in 0..<100 {
      let point = geodesic.point(along: road, fraction: .random(in: 0...1, using: &generator))
      #expect(geodesic.nearestPoint(on: road, to: point).distance < .metres(0.001))
    }
  }

  @Test func `off the end of a line the end is nearest`() throws {
    let road = try line((0, 0), (1, 0), (2, 0))
    let before = geodesic.nearestPoint(on: road, to: at(-1, 0.5))
    #expect((before.segment, before.fraction) == (0, 0) && before.coordinate == at(0, 0))
    let after = geodesic.nearestPoint(on: road, to: at(3, 0.5))
    #expect((after.segment, after.fraction) == (1, 1) && after.coordinate == at(2, 0))
  }

  @Test func `of equally near segments the first is taken`() throws {
    let thereAndBack = try line((0, 0), (0, 1), (0, 0), (0, 1))
    #expect(geodesic.nearestPoint(on: thereAndBack, to: at(0.1, 0.5)).segment == 0)
    let corner = try line((0, 0), (1, 0), (1, 1))
    let position = geodesic.nearestPoint(on: corner, to: at(1.5, -0.5))
    #expect((position.segment, position.fraction) == (0, 1))
  }

  @Test func `a long segment is followed along the geodesic, not along the parallel`() throws {
    let road = try line((-100, 50), (-60, 50))
    let middle = geodesic.point(along: road, fraction: 0.5)
    #expect(middle.latitude > 51)
    #expect(geodesic.nearestPoint(on: road, to: middle).distance < .metres(0.001))
  }
}
