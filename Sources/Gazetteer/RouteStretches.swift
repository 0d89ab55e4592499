/// The parts of a route inside each region it passes.
struct RouteStretches: Sendable {
  /// One region, and where its parts stand among all.
  struct Level: Sendable {
    let region: RegionTable.Index
    let places: Range<Int>
  }

  /// All parts in inventory kilometres, those of one region side by side and in order.
  let ranges: [ClosedRange<Double>]
  /// For each region passed, the region itself and those that hold it, from small to large. Kept for each
  /// region whole, so that a kilometre needs one look-up.
  private let lineages: [RegionTable.Index: [Level]]

  /// - Parameter posts: By rising kilometre.
  /// - Complexity: O(*n*) in the posts.
  init(of posts: [KilometrePost], regions: RegionTable) {
    var parts: [RegionTable.Index: [ClosedRange<Double>]] = [:]
    func close(_ start: Int, _ end: Int) {
      guard let region = posts[start].region else { return }
      let from = start == 0 ? posts[0].kilometre : (posts[start - 1].kilometre + posts[start].kilometre) / 2
      let isLast = end == posts.count - 1
      let to = isLast ? posts[end].kilometre : (posts[end].kilometre + posts[end + 1].kilometre) / 2
      for holder in regions.lineage(of: region) {
        if let last = parts[holder]?.last, last.upperBound >= from {
          parts[holder]?.removeLast()
          parts[holder]?.append(last.lowerBound...to)
        } else {
          parts[holder, default: []].append(from...to)
        }
      }
    }
    var start = 0
    for position in posts.indices where posts[position].region != posts[start].region {
      close(start, position - 1)
      start = position
    }
    if !posts.isEmpty { close(start, posts.count - 1) }

    var ranges: [ClosedRange<Double>] = []
    var places: [RegionTable.Index: Range<Int>] = [:]
    for (region, own) in parts.sorted(by: { $0.key < $1.key }) {
      places[region] = ranges.count..<ranges.count + own.count
      ranges += own
    }
    var lineages: [RegionTable.Index: [Level]] = [:]
    for region in parts.keys {
      lineages[region] = regions.lineage(of: region).compactMap { holder in
        places[holder].map { Level(region: holder, places: $0) }
      }
    }
    self.ranges = ranges
    self.lineages = lineages
  }

  /// The region and those that hold it, from small to large; empty where the route does not pass it.
  func lineage(of region: RegionTable.Index) -> [Level] { lineages[region] ?? [] }

  /// The parts in a region, in order; empty where the route does not pass it.
  func ranges(in region: RegionTable.Index) -> [ClosedRange<Double>] {
    lineages[region]?.first.map { Array(ranges[$0.places]) } ?? []
  }
}
