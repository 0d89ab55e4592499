/// Every region of a country, found by code or by name.
public struct RegionTable: Sendable {
  /// The place of a region in this table: small, quick to compare, and meaningless in another table.
  public struct Index: Hashable, Comparable, Sendable {
    @usableFromInline let value: Int32

    @inlinable init(value: Int32) { self.value = value }

    /// The place of the region in ``RegionTable/regions``.
    package var position: Int { Int(value) }

    public static func < (left: Index, right: Index) -> Bool { left.value < right.value }
  }

  /// All regions in the order of their codes.
  public let regions: [Region]

  private let indexes: [RegionCode: Index]
  /// The nearest region of a smaller depth that holds the region; itself an index, or −1.
  private let parents: [Int32]

  /// Makes a table. Of two regions with one code the first stays.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ regions: some Sequence<Region>) {
    var seen: Set<RegionCode> = []
    let sorted = regions.filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
    var indexes: [RegionCode: Index] = [:]
    var parents: [Int32] = []
    var open: [Int32] = []
    for (position, region) in sorted.enumerated() {
      while let last = open.last, !region.code.isInside(sorted[Int(last)].code) { open.removeLast() }
      parents.append(open.last ?? -1)
      let index = Int32(clamping: position)
      open.append(index)
      indexes[region.code] = Index(value: index)
    }
    self.regions = sorted
    self.indexes = indexes
    self.parents = parents
  }

  /// The place of a code in the table, or `nil` where no region bears it.
  public func index(of code: RegionCode) -> Index? { indexes[code] }

  public subscript(index: Index) -> Region { regions[Int(index.value)] }

  public subscript(code: RegionCode) -> Region? { indexes[code].map { self[$0] } }

  /// The region that holds this one, or `nil` for a region of the first level.
  public func parent(of index: Index) -> Index? {
    let parent = parents[Int(index.value)]
    return parent < 0 ? nil : Index(value: parent)
  }

  /// The region and those that hold it, from small to large.
  public func lineage(of index: Index) -> [Index] {
    var lineage = [index]
    var current = index
    while let next = parent(of: current) {
      lineage.append(next)
      current = next
    }
    return lineage
  }

  /// The region of a level that is `code` or holds it; `nil` where `code` is larger than the level
  /// or unknown.
  public func region(at level: RegionLevel, holding code: RegionCode) -> Region? {
    var index = indexes[code]
    while let found = index {
      if regions[Int(found.value)].level == level { return self[found] }
      index = parent(of: found)
    }
    return nil
  }

  /// The regions of one level, in the order of their codes.
  public func regions(at level: RegionLevel) -> [Region] { regions.filter { $0.level == level } }

  /// The smallest region that holds all of `codes`; `nil` where only the whole country does.
  public func smallestRegion(holding codes: some Sequence<RegionCode>) -> RegionCode? {
    var shared: [Index]?
    for code in codes {
      guard let index = indexes[code] else { return nil }
      let lineage = Array(lineage(of: index).reversed())
      if let current = shared {
        let common = zip(current, lineage).prefix { $0.0 == $0.1 }.count
        shared = Array(current.prefix(common))
      } else {
        shared = lineage
      }
    }
    return shared?.last.map { self[$0].code }
  }
}
