import Geo
import TestSupport
import Testing

@Suite struct CoordinateIndexTests {
  let geodesic = Geodesic.wgs84

  static let neighbourhoods: [(center: Coordinate, spread: Double, radius: Distance)] = [
    (at(-72, -14), 3, .kilometres(20)), (at(0, 89.9), 0.1, .kilometres(5)),
    (at(179.5, 65), 0.5, .kilometres(15)),
    (at(-179.9, -17), 0.1, .kilometres(3)), (at(0, 0), 90, .kilometres(3000)),
  ]

  private func scattered(
    _ count: Int,
    around center: Coordinate,
    _ spread: Double,
    _ generator: inout SeededGenerator
  ) -> [Coordinate] {
    (0..<count).map { _ in
      let longitude = center.longitude + .random(in: -2 * spread...2 * spread, using: &generator)
      let latitude = center.latitude + .random(in: -spread...spread, using: &generator)
      return at(
        longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
        min(latitude, 90)
      )
    }
  }

  @Test(arguments: neighbourhoods)
  func `what is found is what going through all finds`(
    _ center: Coordinate,
    _ spread: Double,
    _ radius: Distance
  ) {
    var generator = SeededGenerator(seed: 13)
    let coordinates = scattered(500, around: center, spread, &generator)
    let index = CoordinateIndex(coordinates)
    for target in scattered(100, around: center, spread, &generator) {
      let distances = coordinates.map { geodesic.distance(target, $0) }
      let inside = coordinates.indices.filter { distances[$0] <= radius }
      #expect(index.indices(within: radius, of: target) == inside)
      let nearest = inside.min { (distances[$0], $0) < (distances[$1], $1) }
      let found = index.nearest(to: target, within: radius)
      #expect(found?.index == nearest)
      #expect(found?.distance == nearest.map { distances[$0] })
    }
  }

  @Test func `every coordinate finds itself, the first of equal ones`() {
    var generator = SeededGenerator(seed: 14)
    let once = scattered(300, around: at(-72, -14), 1, &generator)
    let index = CoordinateIndex(once + once + once)
    for (place, coordinate) in once.enumerated() {
      #expect(index.nearest(to: coordinate, within: .zero)?.index == place)
      #expect(index.indices(within: .zero, of: coordinate) == [place, place + 300, place + 600])
    }
  }

  @Test func `the limit itself is within`() {
    let index = CoordinateIndex([at(0, 1)])
    let distance = geodesic.distance(at(0, 0), at(0, 1))
    #expect(index.nearest(to: at(0, 0), within: distance)?.index == 0)
    #expect(index.indices(within: distance, of: at(0, 0)) == [0])
    #expect(index.nearest(to: at(0, 0), within: distance - .metres(0.001)) == nil)
  }

  @Test func `without limit something is always found, with a negative one nothing`() {
    let index = CoordinateIndex([at(180, 1), at(0, -90)])
    #expect(index.nearest(to: at(0, -1), within: .metres(.infinity))?.index == 1)
    #expect(index.indices(within: .metres(.infinity), of: at(0, 0)) == [0, 1])
    #expect(index.nearest(to: at(180, 1), within: .metres(-1)) == nil)
    #expect(index.indices(within: .metres(-1), of: at(180, 1)).isEmpty)
  }

  @Test func `among none, none is found`() {
    let index = CoordinateIndex([])
    #expect(index.nearest(to: at(0, 0), within: .metres(.infinity)) == nil)
    #expect(index.indices(within: .metres(.infinity), of: at(0, 0)).isEmpty)
  }

  @Test func `ten thousand times the same coordinate are found in order`() {
    let index = CoordinateIndex(Array(repeating: at(-72, -14), count: 10_000))
    #expect(index.nearest(to: at(-72, -14.001), within: .kilometres(1))?.index == 0)
    #expect(index.indices(within: .zero, of: at(-72, -14)) == Array(0..<10_000))
  }
}
