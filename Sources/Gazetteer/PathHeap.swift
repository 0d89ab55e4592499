/// The nodes to visit next, the cheapest first; of equal cost the lower number, so that the path is
/// always the same one.
struct PathHeap {
  private var entries: [(node: Int, cost: Double)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

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
        let (left, right) = (2 * parent + 1, 2 * parent + 2)
        if left < entries.count, precedes(left, least) { least = left }
        if right < entries.count, precedes(right, least) { least = right }
        if least == parent { break }
        entries.swapAt(parent, least)
        parent = least
      }
    }
    return first
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (entries[left], entries[right])
    return left.cost == right.cost ? left.node < right.node : left.cost < right.cost
  }
}
