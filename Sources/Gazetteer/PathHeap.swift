/// The nodes to visit next, the cheapest first; of equal cost the lower number, so that the path is
/// always the same one.
struct PathHeap {
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
