/// Rows that name a kilometre of a highway, taken apart.
struct ReferenceBatch {
  /// How many make one: what is looked up for them fits a processor's first cache.
  private static let size = 256

  struct Entry {
    let kilometre: Double
    /// The places of what the cells were read as; no region of its own is −1.
    let highway: Int
    let region: Int
    /// Where the row's own columns stand in ``heads``.
    let head: Range<Int>
  }

  private(set) var entries: [Entry] = []
  /// The rows' own columns, as they are written.
  var heads: [UInt8] = []

  var isFull: Bool { entries.count == Self.size }

  /// Adds the row whose own columns were put last into ``heads``.
  @inline(__always)
  mutating func append(kilometre: Double, highway: Int, region: Int) {
    let start = entries.last?.head.upperBound ?? 0
    entries.append(
      Entry(kilometre: kilometre, highway: highway, region: region, head: start..<heads.count)
    )
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
  }
}
