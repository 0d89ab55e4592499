import Geo
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct RouteNetworkTests {
  /// Short routes that wander over a small square and cross each other.
  private static func routes(seed: UInt64) throws -> [Route] {
    var generator = SeededGenerator(seed: seed)
    return try (0..<7).map { number in
      var (longitude, latitude) = (
        Double.random(in: 0...0.06, using: &generator), Double.random(in: 0...0.06, using: &generator)
      )
      let course = Double.random(in: 0...360, using: &generator)
      let posts = (0..<7).map { position in
        let next = Geodesic.wgs84.destination(
          from: at(longitude, latitude),
          azimuth: course + .random(in: -40...40, using: &generator),
          distance: .kilometres(1)
        )
        defer { (longitude, latitude) = (next.longitude, next.latitude) }
        return KilometrePost(
          kilometre: Double(position) * 1.1,
          coordinate: at(longitude, latitude),
          region: nil
        )
      }
      return try Route(code: "R-\(number)", names: [], posts: posts, equations: [], regions: RegionTable([]))
    }
  }

  /// The cheapest cost between any two posts, by trying every post as a stop (Floyd and Warshall).
  private static func costs(of routes: [Route]) -> [[Double]] {
    let posts = routes.enumerated().flatMap { number, route in route.posts.map { (number, $0) } }
    var costs = posts.indices.map { from in
      posts.indices.map { to -> Double in
        if from == to { return 0 }
        if posts[from].0 == posts[to].0 {
          return abs(from - to) == 1 ? abs(posts[from].1.kilometre - posts[to].1.kilometre) : .infinity
        }
        let gap = metres(posts[from].1.coordinate, posts[to].1.coordinate) / 1000
        return gap <= RouteNetwork.junctionReach.kilometres ? gap + RouteNetwork.changeCost : .infinity
      }
    }
    for stop in posts.indices {
      for from in posts.indices {
        for to in posts.indices {
          costs[from][to] = min(costs[from][to], costs[from][stop] + costs[stop][to])
        }
      }
    }
    return costs
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no way is cheaper than the one found, and the way back costs the same`(seed: UInt64) throws {
    let routes = try Self.routes(seed: seed)
    let network = RouteNetwork(routes)
    var search = PathSearch()
    let costs = Self.costs(of: routes)
    var (joined, apart) = (0, 0)
    for from in costs.indices {
      for to in costs.indices {
        let chain = network.cheapestChain(from: from, to: to, search: &search)
        guard costs[from][to].isFinite else {
          #expect(chain == nil)
          apart += 1
          continue
        }
        let found = try #require(chain)
        #expect(abs(found.cost - costs[from][to]) < 1e-9)
        #expect(found.nodes.first == from && found.nodes.last == to)
        let steps = zip(found.nodes, found.nodes.dropFirst()).reduce(0) { $0 + costs[$1.0][$1.1] }
        #expect(abs(steps - found.cost) < 1e-9)
        joined += 1
      }
    }
    #expect(joined > costs.count * 8, "the network hangs together in parts")
  }

  @Test func `the way back passes the same posts`() throws {
    let network = RouteNetwork(try Packs.arcadia().routes)
    var search = PathSearch()
    let (south, north) = (at(160.045, 30.095), at(160.282, 30.37))
    let there = try #require(
      network.shortestPath(from: south, to: north, reach: .kilometres(15), search: &search)
    )
    let back = try #require(
      network.shortestPath(from: north, to: south, reach: .kilometres(15), search: &search)
    )
    #expect(there.coordinates == back.coordinates.reversed())
    #expect(there.routes == back.routes.reversed())
    #expect(there.regions == back.regions.reversed())
    #expect(there.routes.count == 2)
  }

  @Test func `there is no way from where no road is near`() throws {
    let network = RouteNetwork(try Packs.arcadia().routes)
    var search = PathSearch()
    let (island, town) = (at(160.9, 30.11), at(160.295, 30.305))
    #expect(network.shortestPath(from: island, to: town, reach: .kilometres(15), search: &search) == nil)
    #expect(network.shortestPath(from: town, to: town, reach: .kilometres(15), search: &search) == nil)
  }

  @Test func `an empty network joins nothing`() {
    let network = RouteNetwork([])
    var search = PathSearch()
    #expect(
      network.shortestPath(from: at(0, 0), to: at(0, 0.1), reach: .kilometres(15), search: &search) == nil
    )
  }
}
