import Geo
import TestSupport
import Testing

/// The index against GEOS: ``PolygonIndex`` asks GEOS's prepared polygons.
@Suite struct RegionIndexTests {
  /// Compares both at a coordinate.
  private func expectAgreement(
    _ index: RegionIndex,
    _ reference: PolygonIndex,
    at coordinate: Coordinate,
    _ note: String = ""
  ) {
    let (found, expected) = (index.firstCovering(coordinate), reference.covering(coordinate).first)
    if found != expected {
      Issue.record(
        "\(note) at \(coordinate.longitude), \(coordinate.latitude): \(String(describing: found)) instead of \(String(describing: expected))"
      )
    }
  }

  /// Coordinates that are hard for polygons: their vertices, points on their edges and of the same latitude or
  /// longitude as a vertex, and the neighbours of all these by one unit in the last place, in eight directions.
  private func hardCoordinates(
    of polygons: [MultiPolygon],
    count: Int,
    using generator: inout SeededGenerator
  ) throws -> [Coordinate] {
    let rings = polygons.flatMap(\.polygons).flatMap(\.rings)
    var result: [Coordinate] = []
    while result.count < count {
      let ring = try #require(rings.randomElement(using: &generator)).coordinates
      let place = Int.random(in: 0..<ring.count - 1, using: &generator)
      let (start, end) = (ring[place], ring[place + 1])
      let fraction = [0, 0.5, .random(in: 0...1, using: &generator)][Int.random(in: 0...2, using: &generator)]
      var longitude = start.longitude + (end.longitude - start.longitude) * fraction
      var latitude = start.latitude + (end.latitude - start.latitude) * fraction
      switch Int.random(in: 0...4, using: &generator) {
      case 0: longitude += .random(in: -1...1, using: &generator)
      case 1: latitude += .random(in: -1...1, using: &generator)
      default: break
      }
      switch Int.random(in: 0...2, using: &generator) {
      case 0: longitude = longitude.nextUp
      case 1: longitude = longitude.nextDown
      default: break
      }
      switch Int.random(in: 0...2, using: &generator) {
      case 0: latitude = latitude.nextUp
      case 1: latitude = latitude.nextDown
      default: break
      }
      if let coordinate = Coordinate(longitude: longitude, latitude: latitude) { result.append(coordinate) }
    }
    return result
  }

  private func compare(
    _ polygons: [MultiPolygon],
    seed: UInt64,
    random: Int = 300,
    hard: Int = 1000,
    _ note: String
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let index = RegionIndex(polygons)
    let reference = try PolygonIndex(polygons)
    let extent = try #require(index.extent)
    for _ in 0..<random {
      let coordinate = generator.coordinate(
        longitudes: max(extent.minimumLongitude - 0.1, -180)...min(extent.maximumLongitude + 0.1, 180),
        latitudes: max(extent.minimumLatitude - 0.1, -90)...min(extent.maximumLatitude + 0.1, 90)
      )
      expectAgreement(index, reference, at: coordinate, note)
    }
    for coordinate in try hardCoordinates(of: polygons, count: hard, using: &generator) {
      expectAgreement(index, reference, at: coordinate, note)
    }
  }

  private func stars(
    _ count: Int,
    around center: (Double, Double),
    spread: Double,
    corners: Int,
    using generator: inout SeededGenerator
  ) throws -> [MultiPolygon] {
    try (0..<count).map { _ in
      MultiPolygon(
        try (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          let longitudes = center.0 - spread...center.0 + spread
          let latitudes = center.1 - spread...center.1 + spread
          return try star(
            around: generator.coordinate(longitudes: longitudes, latitudes: latitudes),
            radius: spread * 30_000,
            corners: corners,
            using: &generator
          )
        }
      )
    }
  }

  @Test(arguments: [
    (1, 0.0, 0.0, 0.001), (2, -70.0, -12.0, 5.0), (3, 0.0, 0.0, 8.0), (4, 170.0, 60.0, 2.0),
    (5, 90.0, -89.0, 0.5), (6, 1e-9, 1e-9, 1e-7),
  ])
  func `overlapping stars are told apart as GEOS does`(
    _ seed: UInt64,
    _ x: Double,
    _ y: Double,
    _ spread: Double
  )
    throws
  {
    var generator = SeededGenerator(seed: seed)
    for corners in [5, 30, 200] {
      let polygons = try stars(20, around: (x, y), spread: spread, corners: corners, using: &generator)
      try compare(polygons, seed: seed + 100, "seed \(seed), \(corners) corners")
    }
  }

  @Test func `regions that share borders leave no gap, and a border belongs to the first`() throws {
    var generator = SeededGenerator(seed: 20)
    // Crooked cells: the inner corners of a chequerboard are moved, neighbours share them.
    let side = 8
    let corners = try (0...side).map { row in
      try (0...side).map { column in
        let isInner = (1..<side).contains(row) && (1..<side).contains(column)
        func shift() -> Double { isInner ? .random(in: -0.3...0.3, using: &generator) : 0 }
        return try #require(Coordinate(longitude: Double(column) + shift(), latitude: Double(row) + shift()))
      }
    }
    let regions = try (0..<side * side).map { cell in
      let (row, column) = cell.quotientAndRemainder(dividingBy: side)
      let ring = [
        corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
        corners[row + 1][column],
        corners[row][column],
      ]
      return MultiPolygon([Polygon(exterior: try #require(Ring(ring)))])
    }
    try compare(regions, seed: 21, "crooked chequerboard")
    let index = RegionIndex(regions)
    for _ in 0..<1000 {
      #expect(index.firstCovering(generator.coordinate(longitudes: 0...8, latitudes: 0...8)) != nil)
    }
    #expect(index.firstCovering(corners[4][4]) == 27)
  }

  @Test func `rectangles, holes and islands in holes`() throws {
    let hole = try ring((1, 1), (2, 1), (2, 2), (1, 2))
    let frame = MultiPolygon([Polygon(exterior: try rectangle(0, 0, 3, 3).exterior, interiors: [hole])])
    let island = MultiPolygon([try rectangle(1.25, 1.25, 1.75, 1.75), try rectangle(2.5, 2.5, 4, 4)])
    for regions in [[frame], [frame, island], [island, frame]] {
      try compare(regions, seed: 22, "frame")
    }
    let index = RegionIndex([frame, island])
    for (point, expected) in [
      (at(0, 0), 0), (at(3, 1.5), 0), (at(1, 1.5), 0), (at(2, 2), 0), (at(1.1, 1.5), nil), (at(1.25, 1.5), 1),
      (at(2.5, 2.5), 0), (at(3.5, 3.5), 1), (at(4, 4), 1), (at(4.0.nextUp, 4), nil),
    ] {
      #expect(index.firstCovering(point) == expected)
    }
  }

  @Test func `the ends of the world are places like others`() throws {
    let regions = [
      MultiPolygon([try rectangle(-180, -18, -179, -16), try rectangle(179, -18, 180, -16)]),
      MultiPolygon([try rectangle(-180, -90, 180, -60)]), MultiPolygon([try rectangle(-180, 85, 180, 90)]),
    ]
    try compare(regions, seed: 23, "world")
    let index = RegionIndex(regions)
    for (point, expected) in [
      (at(180, -17), 0), (at(-180, -17), 0), (at(0, -90), 1), (at(180, -90), 1), (at(-180, 90), 2),
      (at(0, 85), 2), (at(0, 84.9), nil),
    ] {
      #expect(index.firstCovering(point) == expected)
    }
  }

  @Test func `rings that cross themselves enclose what GEOS says they do`() throws {
    var generator = SeededGenerator(seed: 24)
    let bow = MultiPolygon([Polygon(exterior: try ring((0, 0), (2, 2), (2, 0), (0, 2)))])
    let spike = MultiPolygon([Polygon(exterior: try ring((3, 0), (5, 0), (5, 2), (5, 3), (5, 2), (3, 2)))])
    let tangle = MultiPolygon([
      Polygon(
        exterior: try #require(
          Ring(
            {
              let path = generator.path(from: at(4, 5), steps: 40, step: 2)
              return path + path.prefix(1)
            }()
          )
        )
      )
    ])
    try compare([bow, spike, tangle], seed: 25, "invalid")
  }

  @Test func `many regions over each other, and borders that lie on each other`() throws {
    let nested = try (1...12).map { size in
      MultiPolygon([try rectangle(-Double(size), -Double(size), Double(size), Double(size))])
    }
    try compare(nested, seed: 26, "nested")
    try compare(nested.reversed(), seed: 27, "nested, the largest first")
    try compare(Array(repeating: nested[3], count: 12), seed: 28, "twelve times the same")
    // A comb of teeth far thinner than any cell.
    let teeth = (0..<60).flatMap { tooth -> [(Double, Double)] in
      let x = 1 + Double(tooth) * 1e-9
      return [(x, 1), (x + 0.5e-9, 2)]
    }
    let comb = (teeth + [(3, 3), (0, 3)]).map { at($0.0, $0.1) }
    let polygon = Polygon(exterior: try #require(Ring(comb + comb.prefix(1))))
    try compare([MultiPolygon([polygon])], seed: 29, "comb")
  }

  @Test func `a level edge, a steep one and a tiny region`() throws {
    let regions = [
      MultiPolygon([Polygon(exterior: try ring((0, 0), (10, 1e-13), (10, 1), (0, 1 + 1e-13)))]),
      MultiPolygon([Polygon(exterior: try ring((20, 0), (20 + 1e-13, 10), (21, 10), (21, 0)))]),
      MultiPolygon([Polygon(exterior: try ring((30, 5), (30.0.nextUp, 5), (30.0.nextUp, 5.0.nextUp)))]),
    ]
    try compare(regions, seed: 30, "level and steep")
    for region in regions { try compare([region], seed: 31, "alone") }
  }

  @Test func `nothing lies in no region`() throws {
    for regions in [[], [MultiPolygon([])]] {
      let index = RegionIndex(regions)
      #expect(index.extent == nil)
      #expect(index.firstCovering(at(0, 0)) == nil)
    }
    #expect(
      RegionIndex([MultiPolygon([]), MultiPolygon([try rectangle(0, 0, 1, 1)])]).firstCovering(at(0, 0)) == 1
    )
  }
}
