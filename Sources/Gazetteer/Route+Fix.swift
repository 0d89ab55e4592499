internal import Geo

extension Route {
  /// Places a posted kilometre of this route: which point it means, by which numbering, and how sure.
  ///
  /// Nobody says which numbering a kilometre follows. People quote the roadside post, now and then the road
  /// inventory, and on some roads a local numbering that counts from the other end. Each reading puts the
  /// point on a stretch of the route, evenly, with a weight; the region that the report names multiplies the
  /// weight by how likely that region is to be named from there. The heaviest reading gives the point; the
  /// radius around it that holds nine tenths of all weight is the uncertainty. This is Bayes' rule over a
  /// mixture of uniform distributions.
  ///
  /// - Parameters:
  ///   - kilometre: Kilometres as the roadside post and the news give them, not inventory kilometres.
  ///   - region: The region in which the report puts it. Without one the posted numbering is assumed.
  ///   - regions: The table that `region` belongs to, and the regions of this route's posts.
  /// - Returns: `nil` where the kilometre lies beyond the route's ends under every numbering and no
  ///   region tells which part of the route is meant, or where it is not a number.
  /// - Complexity: O(log *n*) in the route's posts and O(*k* log *k*) in its stretches in the region.
  public func fix(
    posted kilometre: Double,
    in region: RegionTable.Index?,
    of regions: RegionTable
  ) -> KilometreFix? {
    let mixture = mixture(posted: kilometre, in: region, of: regions)
    guard let best = mixture.heaviest else { return nil }
    let center = min(max(best.center, extent.lowerBound), extent.upperBound)
    guard let position = position(at: center) else { return nil }
    var radius = mixture.radius(around: center, holding: ReadingWeights.coverage)
    var stretch: ClosedRange<Double>?
    if case .stretch = best.reading {
      stretch = best.center - best.halfWidth...best.center + best.halfWidth
      radius = max(radius, best.halfWidth)
    }
    radius += position.postSpacing * ReadingWeights.postSpacingDoubt
    return KilometreFix(
      position: position,
      reading: best.reading,
      uncertainty: .kilometres(radius),
      stretch: stretch
    )
  }

  /// Everything that a posted kilometre may mean; empty where it is not a number.
  func mixture(
    posted kilometre: Double,
    in region: RegionTable.Index?,
    of regions: RegionTable
  ) -> KilometreMixture {
    var mixture = KilometreMixture()
    guard kilometre.isFinite else { return mixture }
    let named = region.map { NamedStretches(of: self, in: $0, of: regions) }
    // The share of the posted kilometres that the equations speak for; the other posts may stand where the
    // inventory has them.
    var spoken = 0.0
    let equations = equations(around: kilometre)
    let sum = equations.reduce(0) { $0 + ReadingWeights.share(of: $1, at: kilometre) }
    for equation in equations { spoken = max(spoken, ReadingWeights.share(of: equation, at: kilometre)) }
    for equation in equations {
      let share = ReadingWeights.share(of: equation, at: kilometre)
      add(
        center: kilometre + equation.offset,
        halfWidth: ReadingWeights.halfWidth(of: equation, at: kilometre),
        weight: ReadingWeights.posted * spoken * (sum > 0 ? share / sum : 0),
        reading: .posted,
        named: named,
        to: &mixture
      )
    }
    add(
      center: kilometre,
      halfWidth: ReadingWeights.leastHalfWidth,
      weight: ReadingWeights.posted * (1 - spoken),
      exactly: ReadingWeights.inventory,
      reading: .inventory,
      named: named,
      to: &mixture
    )
    guard let named else { return mixture }
    add(
      center: extent.lowerBound + extent.upperBound - kilometre,
      halfWidth: ReadingWeights.reversedHalfWidth,
      weight: 0,
      exactly: ReadingWeights.reversed,
      reading: .reversed,
      named: named,
      to: &mixture
    )
    named.forEachStretch { stretch, share, region in
      mixture.add(
        KilometreMixture.Component(
          center: (stretch.lowerBound + stretch.upperBound) / 2,
          halfWidth: max((stretch.upperBound - stretch.lowerBound) / 2, 0.0005),
          weight: ReadingWeights.stretch * share,
          reading: .stretch(region)
        )
      )
    }
    return mixture
  }

  /// Adds a reading, if it lies on the route: with one weight within the half-width, and with another,
  /// independent one that is `loose` in part. They stay apart because the heaviest of all decides.
  private func add(
    center: Double,
    halfWidth: Double,
    weight: Double,
    exactly exactWeight: Double = 0,
    reading: KilometreReading,
    named: NamedStretches?,
    to mixture: inout KilometreMixture
  ) {
    guard center >= extent.lowerBound - 1, center <= extent.upperBound + 1 else { return }
    let likelihood = named?.likelihood(at: center) ?? 1
    let looseWeight = weight * ReadingWeights.looseShare
    func add(_ weight: Double, within halfWidth: Double) {
      guard weight > 0 else { return }
      mixture.add(
        KilometreMixture.Component(
          center: center,
          halfWidth: halfWidth,
          weight: likelihood * weight,
          reading: reading
        )
      )
    }
    add(exactWeight, within: halfWidth)
    add(weight - looseWeight, within: halfWidth)
    add(looseWeight, within: ReadingWeights.looseHalfWidth)
  }

  /// The equation observed at a posted kilometre, or the nearest one on either side.
  private func equations(around kilometre: Double) -> ArraySlice<ChainageEquation> {
    var (low, high) = (0, equations.count)
    while low < high {
      let middle = (low + high) / 2
      if equations[middle].posted.lowerBound <= kilometre { low = middle + 1 } else { high = middle }
    }
    if low > 0, equations[low - 1].posted.contains(kilometre) { return equations[(low - 1)..<low] }
    return equations[max(0, low - 1)..<min(equations.count, low + 1)]
  }
}
