/// Rows that name a kilometre of a highway, taken apart.
struct ReferenceBatch {
  /// How many make one: enough that highways come up more than once, and what is looked up for them fits a
  /// processor's own cache.
  private static let size = 1024

  struct Entry {
    let kilometre: Double
    /// The places of what the cells were read as; no region of its own is −1.
    let highway: Int
    let region: Int
    /// Where the row's own columns stand, as they are written.
    let head: Range<Int>
    /// The next row of the same highway; −1 for the last.
    fileprivate(set) var next = -1
  }

  /// Rows of one highway.
  private struct Group {
    var first = -1
    var last = -1
  }

  private(set) var entries: [Entry] = []
  /// The highways that rows name, each once.
  private(set) var highways: [Int] = []
  /// By highway; empty for those that no row names.
  private var groups: [Group] = []

  var isFull: Bool { entries.count == Self.size }

  @inline(__always)
  mutating func append(kilometre: Double, highway: Int, region: Int, head: Range<Int>) {
    let place = entries.count
    entries.append(Entry(kilometre: kilometre, highway: highway, region: region, head: head))
    if highway >= groups.count {
      groups.append(contentsOf: repeatElement(Group(), count: highway + 1 - groups.count))
    }
    if groups[highway].first < 0 {
      groups[highway].first = place
      highways.append(highway)
    } else {
      entries[groups[highway].last].next = place
    }
    groups[highway].last = place
  }

  /// Calls with the place of each row of a highway.
  @inline(__always)
  func forEachEntry(of highway: Int, _ body: (Int) -> Void) {
    var place = groups[highway].first
    while place >= 0 {
      body(place)
      place = entries[place].next
    }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for highway in highways { groups[highway] = Group() }
    highways.removeAll(keepingCapacity: true)
  }
}
