internal import Geo

/// The routes as a network: posts joined along their route, and to posts of other routes close by.
struct RouteNetwork {
  /// A post of a route.
  private struct Node {
    let route: Int
    let post: Int
  }

  /// How near two posts of different routes are where one can change roads. Routes end on each other
  /// between whole kilometres, so up to half the spacing, and some room for the drawing.
  static let junctionReach = Distance.kilometres(1)
  /// What changing roads costs, in kilometres, so that a path keeps to its road.
  static let changeCost = 2.0

  private let routes: [Route]
  private let nodes: [Node]
  private let index: CoordinateIndex
  /// Where one can change roads at each node, and at what cost.
  private let junctions: [[(node: Int, cost: Double)]]

  /// - Complexity: O(*n* log *n*) in the posts.
  init(_ routes: [Route]) {
    var nodes: [Node] = []
    for (number, route) in routes.enumerated() {
      nodes += route.posts.indices.map { Node(route: number, post: $0) }
    }
    let coordinates = nodes.map { routes[$0.route].posts[$0.post].coordinate }
    let index = CoordinateIndex(coordinates)
    junctions = nodes.indices.map { node in
      index.indices(within: Self.junctionReach, of: coordinates[node])
        .filter { nodes[$0].route != nodes[node].route }
        .map { other in
          let gap = Geodesic.wgs84.distance(coordinates[node], coordinates[other])
          return (other, gap.kilometres + Self.changeCost)
        }
    }
    self.routes = routes
    self.nodes = nodes
    self.index = index
  }

  /// A way along the routes.
  struct Path {
    /// The coordinates of the posts passed, no two in a row the same.
    var coordinates: [Coordinate] = []
    /// The routes taken, in order, each once in a row.
    var routes: [Int] = []
    /// The regions passed, in order, each once in a row.
    var regions: [RegionTable.Index] = []
  }

  /// The shortest way between two points, on the posts nearest to them.
  ///
  /// - Returns: `nil` where a point has no post within `reach`, or no road joins them.
  /// - Complexity: O(*n* log *n*) in the posts at worst.
  func shortestPath(from: Coordinate, to: Coordinate, reach: Distance, search: inout PathSearch) -> Path? {
    guard
      let start = index.nearest(to: from, within: reach)?.index,
      let end = index.nearest(to: to, within: reach)?.index,
      start != end,
      let chain = cheapestChain(from: start, to: end, search: &search)
    else { return nil }
    return path(along: chain.nodes)
  }

  /// The cheapest chain of nodes from one to another (Dijkstra's algorithm with a binary heap); `nil` where
  /// there is none. Nodes are numbered post by post, route by route; the cost is in kilometres.
  func cheapestChain(from start: Int, to end: Int, search: inout PathSearch) -> (nodes: [Int], cost: Double)? {
    search.begin(at: start, nodes: nodes.count)
    while let (node, cost) = search.next() {
      if node == end { break }
      forEachNeighbour(of: node) { neighbour, length in
        search.reach(neighbour, from: node, cost: cost + length)
      }
    }
    return search.chain(to: end)
  }

  private func path(along chain: [Int]) -> Path {
    var path = Path()
    for node in chain.map({ nodes[$0] }) {
      let post = routes[node.route].posts[node.post]
      if path.coordinates.last != post.coordinate { path.coordinates.append(post.coordinate) }
      if path.routes.last != node.route { path.routes.append(node.route) }
      if let region = post.region, path.regions.last != region { path.regions.append(region) }
    }
    return path
  }

  private func forEachNeighbour(of node: Int, _ body: (_ node: Int, _ cost: Double) -> Void) {
    let position = nodes[node].post
    let posts = routes[nodes[node].route].posts
    if position > 0 { body(node - 1, posts[position].kilometre - posts[position - 1].kilometre) }
    if position + 1 < posts.count {
      body(node + 1, posts[position + 1].kilometre - posts[position].kilometre)
    }
    for junction in junctions[node] { body(junction.node, junction.cost) }
  }
}
