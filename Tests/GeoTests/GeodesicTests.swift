import Geo
import TestSupport
import Testing

@Suite struct GeodesicTests {
  let geodesic = Geodesic.wgs84

  @Test(arguments: [
    // GeographicLib's manual of GeodSolve: JFK to Heathrow.
    (at(-73.8, 40.6), at(-0.5, 51.6), 5_551_759.4003, 0.0001, "JFK to LHR"),
    // GeographicLib's Python manual: Wellington to Salamanca.
    (at(174.81, -41.32), at(-5.50, 40.96), 19_959_679.267, 0.001, "Wellington to Salamanca"),
    // Karney, Algorithms for geodesics (2013), examples of the inverse problem.
    (at(0, -30.12345), at(0.00005, -30.12344), 4.944208, 0.000001, "a short line"),
    (at(0, -30), at(179.8, 29.9), 19_989_832.82761, 0.00001, "nearly antipodal"),
    // WGS 84: the meridian quadrant, and a quarter of the equator, 6378137 π / 2.
    (at(0, 0), at(0, 90), 10_001_965.729, 0.001, "quadrant of a meridian"),
    (at(-45, 0), at(45, 0), 10_018_754.1714, 0.0001, "quarter of the equator"),
  ])
  func `published distances come out`(
    _ start: Coordinate,
    _ end: Coordinate,
    _ metres: Double,
    _ tolerance: Double,
    _ name: String
  ) {
    #expect((geodesic.distance(start, end).metres - metres).magnitude <= tolerance, "\(name)")
  }

  @Test(arguments: [(at(0, 1), 0.0), (at(1, 0), 90.0), (at(0, -1), 180.0), (at(-1, 0), -90.0)])
  func `azimuths turn clockwise from north`(_ target: Coordinate, _ azimuth: Double) {
    #expect((geodesic.azimuth(from: at(0, 0), to: target) - azimuth).magnitude < 1e-9)
  }

  @Test func `going a distance at an azimuth is undone by measuring both`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let start = generator.coordinate(latitudes: -89...89)
      let azimuth = Double.random(in: -179...179, using: &generator)
      let distance = Distance.metres(.random(in: 1...15_000_000, using: &generator))
      let end = geodesic.destination(from: start, azimuth: azimuth, distance: distance)
      #expect((geodesic.distance(start, end) - distance).magnitude < .metres(1e-6))
      let back = geodesic.destination(
        from: start,
        azimuth: geodesic.azimuth(from: start, to: end),
        distance: distance
      )
      #expect(geodesic.distance(back, end) < .metres(1e-6))
    }
  }

  @Test func `distance is symmetric, zero only to itself, and no detour is shorter`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let (a, b, c) = (generator.coordinate(), generator.coordinate(), generator.coordinate())
      #expect((geodesic.distance(a, b) - geodesic.distance(b, a)).magnitude < .metres(1e-6))
      #expect(geodesic.distance(a, a) == .zero && geodesic.distance(a, b) > .zero)
      #expect(geodesic.distance(a, c) <= geodesic.distance(a, b) + geodesic.distance(b, c) + .metres(1e-6))
    }
  }

  @Test func `the antimeridian is no border`() {
    #expect(geodesic.distance(at(179.9, -17), at(-179.9, -17)) < .kilometres(22))
    #expect(geodesic.distance(at(180, 5), at(-180, 5)) < .metres(1e-6))
  }

  @Test func `an azimuth that is no number goes nowhere, an endless way still ends somewhere`() {
    #expect(geodesic.destination(from: at(5, 5), azimuth: .nan, distance: .metres(1)) == at(5, 5))
    let far = geodesic.destination(from: at(5, 5), azimuth: 30, distance: .metres(.infinity))
    #expect(far.longitude.magnitude <= 180 && far.latitude.magnitude <= 90)
    #expect(geodesic.azimuth(from: at(5, 5), to: at(5, 5)) == 0)
  }

  @Test func `a line is as long as its segments together, either way`() throws {
    var generator = SeededGenerator(seed: 5)
    let path = generator.path(from: at(-72, -14), steps: 50, step: 0.5)
    let road = try #require(LineString(path))
    let sum = zip(path, path.dropFirst()).map { geodesic.distance($0, $1).metres }.reduce(0, +)
    #expect((geodesic.length(of: road).metres - sum).magnitude < 1e-6)
    #expect((geodesic.length(of: road) - geodesic.length(of: road.reversed)).magnitude < .metres(1e-6))
    #expect(geodesic.length(of: MultiLineString([road, road])) == geodesic.length(of: road) * 2)
    #expect(geodesic.length(of: MultiLineString([])) == .zero)
  }
}
