/// The parts of a route in the region that a report names and in those that hold it, and how likely such a
/// report is from each kilometre.
struct NamedStretches {
  /// The parts in one region, in inventory kilometres.
  private struct Level {
    let region: RegionTable.Index
    let stretches: [ClosedRange<Double>]
    /// How likely a report names the region although it is only the larger one around it that is right.
    let factor: Double
  }

  /// How likely a report names the right region of a larger level and a wrong one of a smaller level.
  private static let wrongWithinParent = 0.1
  private static let wrongWithinGrandparent = 0.03
  /// What is left where no region fits: the report is about somewhere else altogether.
  private static let leastLikelihood = 1e-6
  /// Names are given from memory near a border: most reports are off by some kilometres at most, the rest
  /// by some more.
  private static let nearShare = 0.7
  private static let nearBorder = 2.0
  private static let farFromBorder = 8.0

  /// The levels at which the route passes, the smallest first.
  private let levels: [Level]

  init(of route: Route, in region: RegionTable.Index, of regions: RegionTable) {
    var levels: [Level] = []
    var factor = 1.0
    var current: RegionTable.Index? = region
    while let holder = current {
      let stretches = route.stretches(in: holder)
      if !stretches.isEmpty { levels.append(Level(region: holder, stretches: stretches, factor: factor)) }
      factor = factor == 1 ? Self.wrongWithinParent : Self.wrongWithinGrandparent
      current = regions.parent(of: holder)
    }
    self.levels = levels
  }

  /// How likely a report from a kilometre is to name the region, up to a common factor.
  func likelihood(at kilometre: Double) -> Double {
    var likelihood = Self.leastLikelihood
    for level in levels {
      let distance = Self.distance(from: kilometre, to: level.stretches)
      if distance == 0 { return max(likelihood, level.factor) }
      let decay =
        Self.nearShare * Exponential.decay(distance / Self.nearBorder)
        + (1 - Self.nearShare) * Exponential.decay(distance / Self.farFromBorder)
      likelihood = max(likelihood, level.factor * decay)
    }
    return likelihood
  }

  /// Calls with each stretch in the smallest region that the route passes, and its share of the weight.
  func forEachStretch(
    _ body: (_ stretch: ClosedRange<Double>, _ share: Double, _ region: RegionTable.Index) -> Void
  ) {
    guard let level = levels.first else { return }
    let length = level.stretches.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
    for stretch in level.stretches {
      let part = stretch.upperBound - stretch.lowerBound
      body(stretch, level.factor * (length > 0 ? part / length : 1), level.region)
    }
  }

  private static func distance(from kilometre: Double, to stretches: [ClosedRange<Double>]) -> Double {
    var least = Double.infinity
    for stretch in stretches {
      least = min(least, max(stretch.lowerBound - kilometre, kilometre - stretch.upperBound, 0))
    }
    return least
  }
}
