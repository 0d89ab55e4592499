/// The parts of a route in the region that a report names and in those that hold it, and how likely such a
/// report is from each kilometre.
struct NamedStretches {
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

  private let ranges: [ClosedRange<Double>]
  /// The regions at which the route passes, the smallest first.
  private let levels: [RouteStretches.Level]
  /// How many regions around the named one had to be tried to find one that the route passes.
  private let skipped: Int

  init(of stretches: RouteStretches, in region: RegionTable.Index, of regions: RegionTable) {
    var skipped = 0
    var current = region
    var levels = stretches.lineage(of: current)
    while levels.isEmpty, let holder = regions.parent(of: current) {
      current = holder
      skipped += 1
      levels = stretches.lineage(of: current)
    }
    ranges = stretches.ranges
    self.levels = levels
    self.skipped = skipped
  }

  /// How likely a kilometre is to be reported from the named region, up to a common factor.
  func likelihood(at kilometre: Double) -> Double {
    var likelihood = Self.leastLikelihood
    for (step, level) in levels.enumerated() {
      let factor = factor(ofLevel: step)
      let distance = distance(from: kilometre, to: level.places)
      if distance == 0 { return max(likelihood, factor) }
      let decay =
        Self.nearShare * Exponential.decay(distance / Self.nearBorder)
        + (1 - Self.nearShare) * Exponential.decay(distance / Self.farFromBorder)
      likelihood = max(likelihood, factor * decay)
    }
    return likelihood
  }

  /// Calls with each stretch in the smallest region that the route passes, and its share of the weight.
  func forEachStretch(
    _ body: (_ stretch: ClosedRange<Double>, _ share: Double, _ region: RegionTable.Index) -> Void
  ) {
    guard let level = levels.first else { return }
    let factor = factor(ofLevel: 0)
    let length = ranges[level.places].reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
    for stretch in ranges[level.places] {
      let part = stretch.upperBound - stretch.lowerBound
      body(stretch, factor * (length > 0 ? part / length : 1), level.region)
    }
  }

  /// How likely a report names the region although it is only a larger one around it that is right.
  private func factor(ofLevel step: Int) -> Double {
    switch step + skipped {
    case 0: 1
    case 1: Self.wrongWithinParent
    default: Self.wrongWithinGrandparent
    }
  }

  private func distance(from kilometre: Double, to places: Range<Int>) -> Double {
    var least = Double.infinity
    for place in places {
      let stretch = ranges[place]
      least = min(least, max(stretch.lowerBound - kilometre, kilometre - stretch.upperBound, 0))
    }
    return least
  }
}
