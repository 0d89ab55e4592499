import Geo
import TestSupport
import Testing

@Suite struct InterpolationTests {
  let geodesic = Geodesic.wgs84

  @Test func `a short step stays within 5 mm of the geodesic, in place and in proportion`() {
    var generator = SeededGenerator(seed: 6)
    var worst = Distance.zero
    for _ in 0..<20_000 {
      let start = generator.coordinate(longitudes: -179...179, latitudes: -60...60)
      // Corners of the allowed step are where the error is greatest, so half of the steps go there.
      let step: [Double] =
        Bool.random(using: &generator) ? [-0.02, 0.02] : [.random(in: -0.02...0.02, using: &generator)]
      let east = (step.randomElement(using: &generator) ?? 0) * 0.999_999
      let north = (step.randomElement(using: &generator) ?? 0) * 0.999_999
      let end = at(start.longitude + east, start.latitude + north)
      let fraction = Double.random(in: 0...1, using: &generator)
      let exact = geodesic.destination(
        from: start,
        azimuth: geodesic.azimuth(from: start, to: end),
        distance: geodesic.distance(start, end) * fraction
      )
      worst = max(
        worst,
        geodesic.distance(exact, geodesic.point(between: start, and: end, fraction: fraction))
      )
    }
    #expect(worst < .metres(0.005))
  }

  @Test func `a long step divides the geodesic in proportion`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1000 {
      let (start, end) = (generator.coordinate(), generator.coordinate())
      let fraction = Double.random(in: 0...1, using: &generator)
      let point = geodesic.point(between: start, and: end, fraction: fraction)
      let whole = geodesic.distance(start, end)
      #expect((geodesic.distance(start, point) - whole * fraction).magnitude < .metres(1e-5))
      #expect((geodesic.distance(point, end) - whole * (1 - fraction)).magnitude < .metres(1e-5))
    }
  }

  @Test(arguments: [
    (at(-72, -14), at(-71.99, -14.01)), (at(-72, -14), at(-60, 3)), (at(179.995, 1), at(-179.995, 1)),
  ])
  func `fractions beyond the ends are the ends, exactly`(_ start: Coordinate, _ end: Coordinate) {
    for fraction in [0, -1, -Double.infinity, .nan] {
      #expect(geodesic.point(between: start, and: end, fraction: fraction) == start)
    }
    for fraction in [1, 2, Double.infinity] {
      #expect(geodesic.point(between: start, and: end, fraction: fraction) == end)
    }
  }

  @Test func `a short step may cross the antimeridian`() {
    let middle = geodesic.point(between: at(179.995, 1), and: at(-179.995, 1), fraction: 0.25)
    #expect(geodesic.distance(middle, at(179.9975, 1)) < .metres(0.01))
  }

  @Test func `a point along a line lies as far along it as was asked`() throws {
    var generator = SeededGenerator(seed: 8)
    let road = try #require(LineString(generator.path(from: at(-72, -14), steps: 40, step: 0.03)))
    let length = geodesic.length(of: road)
    for _ in 0..<200 {
      let fraction = Double.random(in: 0...1, using: &generator)
      let point = geodesic.point(along: road, fraction: fraction)
      #expect(geodesic.distance(point, geodesic.point(along: road, at: length * fraction)) < .metres(1e-6))
      let before = try #require(geodesic.substring(of: road, from: .zero, to: length * fraction))
      #expect((geodesic.length(of: before) - length * fraction).magnitude < .metres(0.01))
      #expect(before.coordinates.last == point)
    }
  }

  @Test func `beyond a line's ends there are its ends`() throws {
    let road = try line((-72, -14), (-71.9, -14), (-71.9, -13.9))
    #expect(geodesic.point(along: road, at: .metres(-5)) == at(-72, -14))
    #expect(geodesic.point(along: road, fraction: .nan) == at(-72, -14))
    #expect(geodesic.point(along: road, at: .metres(.infinity)) == at(-71.9, -13.9))
    #expect(geodesic.point(along: road, fraction: 7) == at(-71.9, -13.9))
  }

  @Test func `the midpoint is as far from either end`() throws {
    let road = try line((-72, -14), (-71.9, -14), (-71.9, -13.5))
    let middle = geodesic.nearestPoint(on: road, to: geodesic.midpoint(of: road))
    let along = geodesic.distance(along: road, to: middle)
    #expect((along - geodesic.length(of: road) / 2).magnitude < .metres(0.01))
  }

  @Test func `a line of no length is a point`() throws {
    let dot = try line((5, 5), (5, 5))
    #expect(geodesic.length(of: dot) == .zero)
    #expect(geodesic.midpoint(of: dot) == at(5, 5))
    #expect(geodesic.substring(of: dot, from: .zero, to: .metres(1)) == nil)
    #expect(geodesic.nearestPoint(on: dot, to: at(5, 5)).distance == .zero)
  }

  @Test func `parts between successive cuts make up the line`() throws {
    var generator = SeededGenerator(seed: 9)
    let road = try #require(LineString(generator.path(from: at(-72, -14), steps: 30, step: 0.1)))
    let length = geodesic.length(of: road)
    let cuts = ([0, 1] + (0..<20).map { _ in Double.random(in: 0...1, using: &generator) }).sorted()
    var sum = Distance.zero
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let part = try #require(geodesic.substring(of: road, from: length * start, to: length * end))
      sum += geodesic.length(of: part)
    }
    #expect((sum - length).magnitude < .metres(0.1))
    #expect(geodesic.substring(of: road, from: .metres(-1), to: .metres(.infinity)) == road)
  }

  @Test func `a part keeps the coordinates between its ends and repeats none`() throws {
    let road = try line((0, 0), (0, 0.01), (0, 0.01), (0, 0.02), (0, 0.03))
    let first = geodesic.distance(at(0, 0), at(0, 0.01))
    let part = try #require(geodesic.substring(of: road, from: first, to: geodesic.length(of: road)))
    #expect(part == (try line((0, 0.01), (0, 0.02), (0, 0.03))))
  }

  @Test(arguments: [(500.0, 500.0), (600, 500), (-20, -10), (-20, 0), (1e9, 2e9)])
  func `no length leaves no part`(_ start: Double, _ end: Double) throws {
    let road = try line((0, 0), (0, 1))
    #expect(geodesic.substring(of: road, from: .metres(start), to: .metres(end)) == nil)
  }

  @Test func `a position with a segment beyond the line is its end`() throws {
    let road = try line((0, 0), (0, 1))
    let beyond = LinePosition(segment: 5, fraction: 0.5, coordinate: at(0, 1), distance: .zero)
    #expect(geodesic.distance(along: road, to: beyond) == geodesic.length(of: road))
  }
}
