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
  private static let junctionReach = Distance.kilometres(1)
  /// What changing roads costs, in kilometres, so that a path keeps to its road.
  private static let changeCost = 2.0

  private let routes: [Route]
  private let nodes: [Node]
  private let starts: [Int]
  private let index: CoordinateIndex

  init(_ routes: [Route]) {
    self.routes = routes
    var nodes: [Node] = []
    var starts: [Int] = []
    var coordinates: [Coordinate] = []
    for (number, route) in routes.enumerated() {
      starts.append(nodes.count)
      for (position, post) in route.posts.enumerated() {
        nodes.append(Node(route: number, post: position))
        coordinates.append(post.coordinate)
      }
    }
    self.nodes = nodes
    self.starts = starts
    index = CoordinateIndex(coordinates)
  }

  /// A way along the routes.
  struct Path {
    /// The coordinates of the posts passed, at least two.
    var coordinates: [Coordinate]
    /// The routes taken, in order, each once in a row.
    var routes: [Int]
    var regions: [RegionTable.Index]
    /// Kilometres along the posts.
    var length: Double
  }

  /// The shortest way between two points, on the posts nearest to them.
  ///
  /// - Returns: `nil` where a point has no post within `reach`, or no road joins them.
  /// - Complexity: O(*n* log *n*) in the posts at worst (Dijkstra with a binary heap).
  func shortestPath(from: Coordinate, to: Coordinate, reach: Distance) -> Path? {
    guard
      let start = index.nearest(to: from, within: reach)?.index,
      let end = index.nearest(to: to, within: reach)?.index,
      start != end
    else { return nil }
    var costs = [Double](repeating: .infinity, count: nodes.count)
    var previous = [Int](repeating: -1, count: nodes.count)
    var heap = PathHeap()
    costs[start] = 0
    heap.push(node: start, cost: 0)
    while let (node, cost) = heap.pop() {
      if node == end { break }
      if cost > costs[node] { continue }
      forEachNeighbour(of: node) { neighbour, length in
        if cost + length < costs[neighbour] {
          costs[neighbour] = cost + length
          previous[neighbour] = node
          heap.push(node: neighbour, cost: cost + length)
        }
      }
    }
    guard costs[end].isFinite else { return nil }
    var chain = [end]
    while let last = chain.last, previous[last] >= 0 { chain.append(previous[last]) }
    return path(along: chain.reversed())
  }

  private func path(along chain: [Int]) -> Path {
    var path = Path(coordinates: [], routes: [], regions: [], length: 0)
    for node in chain {
      let (route, post) = (nodes[node].route, routes[nodes[node].route].posts[nodes[node].post])
      if let last = path.coordinates.last {
        path.length += Geodesic.wgs84.distance(last, post.coordinate).kilometres
      }
      if path.coordinates.last != post.coordinate { path.coordinates.append(post.coordinate) }
      if path.routes.last != route { path.routes.append(route) }
      if let region = post.region, path.regions.last != region { path.regions.append(region) }
    }
    return path
  }

  private func forEachNeighbour(of node: Int, _ body: (Int, Double) -> Void) {
    let (route, position) = (nodes[node].route, nodes[node].post)
    let posts = routes[route].posts
    if position > 0 { body(node - 1, posts[position].kilometre - posts[position - 1].kilometre) }
    if position + 1 < posts.count {
      body(node + 1, posts[position + 1].kilometre - posts[position].kilometre)
    }
    let here = posts[position].coordinate
    for other in index.indices(within: Self.junctionReach, of: here) where nodes[other].route != route {
      let there = routes[nodes[other].route].posts[nodes[other].post].coordinate
      body(other, Geodesic.wgs84.distance(here, there).kilometres + Self.changeCost)
    }
  }
}

/// The nodes to visit next, the cheapest first; of equal cost the lower number, so that the path is
/// always the same one.
private struct PathHeap {
  private var entries: [(node: Int, cost: Double)] = []

  mutating func push(node: Int, cost: Double) {
    entries.append((node, cost))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(child, parent) else { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (node: Int, cost: Double)? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && precedes(child, least) {
          least = child
        }
        if least == parent { break }
        entries.swapAt(parent, least)
        parent = least
      }
    }
    return first
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    (entries[left].cost, entries[left].node) < (entries[right].cost, entries[right].node)
  }
}
