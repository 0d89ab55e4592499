import Geo
import TestSupport
import Testing

@Suite struct FarthestTests {
  @Test(arguments: [0.001, 0.5, 20, 80])
  func `the farthest is as far as measuring all of them says`(degrees: Double) {
    var generator = SeededGenerator(seed: 7)
    for count in 1...60 {
      let start = generator.coordinate(latitudes: -89...89)
      let others = (0..<count).map { _ in
        at(
          min(max(start.longitude + .random(in: -degrees...degrees, using: &generator), -180), 180),
          min(max(start.latitude + .random(in: -degrees...degrees, using: &generator), -90), 90)
        )
      }
      let measured = others.map { Geodesic.wgs84.distance(start, $0) }.max()
      #expect(Geodesic.wgs84.farthestDistance(from: start, to: others) == measured)
    }
  }

  @Test func `on the other side of the Earth all are measured that need it`() {
    let others = [at(180, 0.4), at(179.6, 0), at(-179.5, 0.3), at(90, 0)]
    let measured = others.map { Geodesic.wgs84.distance(at(0, 0), $0) }.max()
    #expect(Geodesic.wgs84.farthestDistance(from: at(0, 0), to: others) == measured)
  }

  @Test func `of none there is no farthest`() {
    #expect(Geodesic.wgs84.farthestDistance(from: at(0, 0), to: []) == nil)
  }
}
