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
  /// How far along its route each node is, in kilometres.
  private let kilometres: [Double]
  /// Where one can change roads: those at a node are the ones from `firstJunction[node]` on, up to those of
  /// the next.
  private let junctions: [Junction]
  private let firstJunction: [Int32]
  /// The nearest node before and behind each one on its route where one can change roads; −1 without one. A
  /// search goes from one to the next, over all that lies between.
  private let stopBefore: [Int32]
  private let stopBehind: [Int32]

  private struct Junction {
    let node: Int32
    let cost: Double
  }

  /// - Complexity: O(*n* log *n*) in the posts.
  init(_ routes: [Route]) {
    var nodes: [Node] = []
    for (number, route) in routes.enumerated() {
      nodes += route.posts.indices.map { Node(route: number, post: $0) }
    }
    let coordinates = nodes.map { routes[$0.route].posts[$0.post].coordinate }
    let index = CoordinateIndex(coordinates)
    var junctions: [Junction] = []
    var firstJunction: [Int32] = [0]
    for node in nodes.indices {
      for other in index.indices(within: Self.junctionReach, of: coordinates[node])
      where nodes[other].route != nodes[node].route {
        let gap = Geodesic.wgs84.distance(coordinates[node], coordinates[other])
        junctions.append(Junction(node: Int32(clamping: other), cost: gap.kilometres + Self.changeCost))
      }
      firstJunction.append(Int32(clamping: junctions.count))
    }
    /// The last stop met before each node, when going through them in an order.
    func stops(_ order: some Sequence<Int>) -> [Int32] {
      var stops = [Int32](repeating: -1, count: nodes.count)
      var last: Int32 = -1
      var route = -1
      for node in order {
        if nodes[node].route != route { (last, route) = (-1, nodes[node].route) }
        stops[node] = last
        if firstJunction[node] < firstJunction[node + 1] { last = Int32(clamping: node) }
      }
      return stops
    }
    stopBefore = stops(nodes.indices)
    stopBehind = stops(nodes.indices.reversed())
    kilometres = nodes.map { routes[$0.route].posts[$0.post].kilometre }
    self.junctions = junctions
    self.firstJunction = firstJunction
    self.routes = routes
    self.nodes = nodes
    self.index = index
  }

  /// A way along the routes.
  struct Path {
    /// The coordinates of the posts passed, no two in a row the same.
    var coordinates: [Coordinate] = []
    /// The distances in metres from each coordinate to the next.
    var steps: [Double] = []
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
    return path(along: chain.nodes, search: &search)
  }

  /// The cheapest chain of nodes from one to another (Dijkstra's algorithm with a binary heap); `nil` where
  /// there is none. Nodes are numbered post by post, route by route; the cost is in kilometres.
  func cheapestChain(from start: Int, to end: Int, search: inout PathSearch) -> (nodes: [Int], cost: Double)?
  {
    search.begin(at: start, nodes: nodes.count)
    while let (node, cost) = search.next() {
      if node == end { break }
      func reach(_ other: Int) {
        search.reach(other, from: node, cost: cost + abs(kilometres[other] - kilometres[node]))
      }
      let (before, behind) = (Int(stopBefore[node]), Int(stopBehind[node]))
      if nodes[end].route == nodes[node].route, (end > before || before < 0) && (end < behind || behind < 0) {
        reach(end)
      }
      if before >= 0 { reach(before) }
      if behind >= 0 { reach(behind) }
      for junction in junctions[Int(firstJunction[node])..<Int(firstJunction[node + 1])] {
        search.reach(Int(junction.node), from: node, cost: cost + junction.cost)
      }
    }
    guard let (stops, cost) = search.chain(to: end) else { return nil }
    return (posts(between: stops), cost)
  }

  /// A chain of stops with the nodes between them.
  private func posts(between stops: [Int]) -> [Int] {
    var chain = Array(stops.prefix(1))
    for (from, to) in zip(stops, stops.dropFirst()) {
      guard nodes[from].route == nodes[to].route else {
        chain.append(to)
        continue
      }
      chain += from < to ? Array((from + 1)...to) : (to..<from).reversed()
    }
    return chain
  }

  private func path(along chain: [Int], search: inout PathSearch) -> Path {
    var path = Path()
    var last: Int?
    for node in chain {
      let (route, post) = (nodes[node].route, routes[nodes[node].route].posts[nodes[node].post])
      if path.coordinates.last != post.coordinate {
        if let last { path.steps.append(step(from: last, to: node, search: &search)) }
        path.coordinates.append(post.coordinate)
        last = node
      }
      if path.routes.last != route { path.routes.append(route) }
      if let region = post.region, path.regions.last != region { path.regions.append(region) }
    }
    return path
  }

  /// The distance in metres between two nodes; measured once where they are neighbours on a route.
  private func step(from: Int, to: Int, search: inout PathSearch) -> Double {
    let first = min(from, to)
    let isAlong = abs(to - from) == 1 && nodes[from].route == nodes[to].route
    if isAlong, let known = search.metresOnward(of: first) { return known }
    let metres = Geodesic.wgs84.distance(coordinate(from), coordinate(to)).metres
    if isAlong { search.noteMetresOnward(metres, of: first) }
    return metres
  }

  private func coordinate(_ node: Int) -> Coordinate {
    routes[nodes[node].route].posts[nodes[node].post].coordinate
  }
}
