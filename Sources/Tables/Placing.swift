internal import Geo
internal import GeoFormats

/// Where a record is, as far as regions go.
enum Place: Hashable {
  /// By its place in the layer.
  case region(Int)
  case outside, unlocated, unreadable
}

extension RegionLayer {
  /// What stands in the place of a code: a region's own, else why there is none.
  func code(of place: Place) -> String {
    switch place {
    case .region(let region): regions[region].code
    case .outside: "outside"
    case .unlocated: "unlocated"
    case .unreadable: "unreadable"
    }
  }

  func name(of place: Place) -> String? {
    if case .region(let region) = place { regions[region].name } else { nil }
  }

  /// A number for each place, regions first: small, and in the order in which tables show them.
  @inline(__always)
  func number(of place: Place) -> Int {
    switch place {
    case .region(let region): region
    case .outside: regions.count
    case .unlocated: regions.count + 1
    case .unreadable: regions.count + 2
    }
  }

  func place(numbered number: Int) -> Place {
    number < regions.count ? .region(number) : [.outside, .unlocated, .unreadable][number - regions.count]
  }

  /// How many places there are.
  var placeCount: Int { regions.count + 3 }
}

/// Tells records their regions, and keeps count.
struct Placing: Sendable {
  private let layer: RegionLayer
  private(set) var summary = PlacementSummary()
  var problems = PieceProblems()
  /// Where the records of the last batch are, as ``RegionLayer/number(of:)`` has it.
  private(set) var places: [Int32] = []

  init(_ layer: RegionLayer) { self.layer = layer }

  /// Places the records of a batch.
  mutating func place(_ batch: PointBatch) {
    layer.index.firstCovering(longitudes: batch.longitudes, latitudes: batch.latitudes, into: &places)
    summary.total += batch.count
    for index in places.indices {
      if places[index] >= 0 {
        summary.located += 1
        continue
      }
      let place: Place
      switch batch.positions[index] {
      case .given:
        place = .outside
        summary.outside += 1
      case .missing:
        place = .unlocated
        summary.unlocated += 1
      case .unreadable:
        place = .unreadable
        summary.unreadable += 1
      }
      places[index] = Int32(layer.number(of: place))
    }
  }

  mutating func merge(_ other: Placing) {
    summary += other.summary
    problems.merge(other.problems)
  }
}
