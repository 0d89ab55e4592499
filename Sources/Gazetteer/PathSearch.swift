/// What a search for the cheapest chain has found so far. One is kept from search to search over one network:
/// it has tens of thousands of nodes, of which most searches see few.
struct PathSearch {
  private var costs: [Double] = []
  private var previous: [Int32] = []
  /// The nodes seen, to be forgotten before the next search.
  private var seen: [Int] = []
  private var heap = PathHeap()
  /// The distance in metres from each node to the next on its route, where it was measured.
  private var onward: [Double] = []

  /// Forgets the last search and begins one.
  ///
  /// - Complexity: O(*n*) in the nodes that the last search saw.
  mutating func begin(at start: Int, nodes count: Int) {
    if costs.count == count {
      for node in seen { (costs[node], previous[node]) = (.infinity, -1) }
    } else {
      costs = [Double](repeating: .infinity, count: count)
      previous = [Int32](repeating: -1, count: count)
      onward = [Double](repeating: .nan, count: count)
    }
    seen.removeAll(keepingCapacity: true)
    heap.removeAll()
    reach(start, from: -1, cost: 0)
  }

  /// The cheapest node not yet visited.
  mutating func next() -> (node: Int, cost: Double)? {
    while let (node, cost) = heap.pop() {
      if cost <= costs[node] { return (node, cost) }
    }
    return nil
  }

  /// Notes that a node can be reached at a cost from another; −1 for the first.
  mutating func reach(_ node: Int, from other: Int, cost: Double) {
    guard cost < costs[node] else { return }
    if costs[node] == .infinity { seen.append(node) }
    costs[node] = cost
    previous[node] = Int32(clamping: other)
    heap.push(node: node, cost: cost)
  }

  /// The chain from the first node to one that was reached, with its cost.
  func chain(to end: Int) -> (nodes: [Int], cost: Double)? {
    guard costs[end].isFinite else { return nil }
    var chain = [end]
    while let last = chain.last, previous[last] >= 0 { chain.append(Int(previous[last])) }
    return (chain.reversed(), costs[end])
  }

  /// The distance in metres from a node to the next on its route; `nil` where it was not measured yet.
  func metresOnward(of node: Int) -> Double? { onward[node].isNaN ? nil : onward[node] }

  mutating func noteMetresOnward(_ metres: Double, of node: Int) { onward[node] = metres }
}
