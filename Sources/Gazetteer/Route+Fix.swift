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
    var mixture = KilometreMixture()
    return fix(posted: kilometre, in: region, of: regions, using: &mixture)
  }

  /// As ``fix(posted:in:of:)`` with memory to work in, which serves one kilometre after the other.
  package func fix(
    posted kilometre: Double,
    in region: RegionTable.Index?,
    of regions: RegionTable,
    using mixture: inout KilometreMixture
  ) -> KilometreFix? {
    mixture.removeAll()
    storage.weigh(posted: kilometre, in: region, of: regions, into: &mixture)
    guard let best = mixture.heaviest else { return nil }
    let center = min(max(best.center, extent.lowerBound), extent.upperBound)
    guard let position = storage.position(at: center) else { return nil }
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
    storage.weigh(posted: kilometre, in: region, of: regions, into: &mixture)
    return mixture
  }
}

extension Route {
  /// The part of a route on which a kilometre that comes without a region is as sure as any other.
  struct EvenPart: Sendable {
    /// Inventory kilometres.
    let extent: ClosedRange<Double>
    /// The radius that ``Route/fix(posted:in:of:)`` gives, in kilometres, without what the spacing of posts adds.
    let radius: Double
  }

  /// The even part of a route without equations: all but its ends. There a kilometre is read in the same few ways
  /// wherever it is, and what may be anywhere on the route reaches beyond the others on both sides.
  func evenPart() -> EvenPart? {
    let margin = ReadingWeights.looseHalfWidth + 1
    let (start, end) = (extent.lowerBound + margin, extent.upperBound - margin)
    guard equations.isEmpty, start < end else { return nil }
    let middle = (start + end) / 2
    var mixture = mixture(posted: middle, in: nil, of: RegionTable([]))
    let radius = mixture.radius(around: middle, holding: ReadingWeights.coverage)
    return radius < ReadingWeights.looseHalfWidth ? EvenPart(extent: start...end, radius: radius) : nil
  }
}

extension Route.Storage {
  /// Adds everything that a posted kilometre may mean; nothing where it is not a number.
  fileprivate func weigh(
    posted kilometre: Double,
    in region: RegionTable.Index?,
    of regions: RegionTable,
    into mixture: inout KilometreMixture
  ) {
    guard kilometre.isFinite else { return }
    let named: NamedStretches? =
      if let region { NamedStretches(of: stretches, in: region, of: regions) } else { nil }
    let around = equations(around: kilometre)
    // How far the equations speak for the posts there, and how much of that each says.
    var (spoken, sum) = (0.0, 0.0)
    for equation in equations[around] {
      let share = ReadingWeights.share(of: equation, at: kilometre)
      (spoken, sum) = (max(spoken, share), sum + share)
    }
    for equation in equations[around] where sum > 0 && reaches(kilometre + equation.offset) {
      let center = kilometre + equation.offset
      mixture.add(
        .posted,
        center: center,
        halfWidth: ReadingWeights.halfWidth(of: equation, at: kilometre),
        weight: ReadingWeights.posted * spoken * ReadingWeights.share(of: equation, at: kilometre) / sum,
        likelihood: named?.likelihood(at: center) ?? 1
      )
    }
    if reaches(kilometre) {
      // What the equations leave unsaid: the posts may stand where the inventory has them.
      mixture.add(
        .inventory,
        center: kilometre,
        halfWidth: ReadingWeights.leastHalfWidth,
        weight: ReadingWeights.posted * (1 - spoken),
        exactly: ReadingWeights.inventory,
        likelihood: named?.likelihood(at: kilometre) ?? 1
      )
    }
    guard let named else {
      // Any other numbering may put it anywhere on the route. That gives no point, but widens the radius.
      if mixture.heaviest != nil {
        mixture.add(
          KilometreMixture.Component(
            center: (extent.lowerBound + extent.upperBound) / 2,
            halfWidth: (extent.upperBound - extent.lowerBound) / 2,
            weight: ReadingWeights.anywhere,
            reading: .inventory
          )
        )
      }
      return
    }
    let reversed = extent.lowerBound + extent.upperBound - kilometre
    if reaches(reversed) {
      mixture.add(
        .reversed,
        center: reversed,
        halfWidth: ReadingWeights.reversedHalfWidth,
        exactly: ReadingWeights.reversed,
        likelihood: named.likelihood(at: reversed)
      )
    }
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
  }

  /// Whether the route has an inventory kilometre, or nearly.
  private func reaches(_ kilometre: Double) -> Bool {
    kilometre >= extent.lowerBound - 1 && kilometre <= extent.upperBound + 1
  }

  /// The equation observed at a posted kilometre, or the nearest one on either side.
  private func equations(around kilometre: Double) -> Range<Int> {
    let low = equations.firstIndexBySearch { $0.posted.lowerBound > kilometre }
    if low > 0, equations[low - 1].posted.contains(kilometre) { return low - 1..<low }
    return max(0, low - 1)..<min(equations.count, low + 1)
  }
}

extension KilometreMixture {
  /// Adds a reading: with one weight within the half-width, and with another, independent one that is
  /// loose in part. They stay apart because the heaviest of all decides.
  fileprivate mutating func add(
    _ reading: KilometreReading,
    center: Double,
    halfWidth: Double,
    weight: Double = 0,
    exactly exactWeight: Double = 0,
    likelihood: Double
  ) {
    let looseWeight = weight * ReadingWeights.looseShare
    func add(_ weight: Double, within halfWidth: Double) {
      guard weight > 0 else { return }
      self.add(Component(center: center, halfWidth: halfWidth, weight: likelihood * weight, reading: reading))
    }
    add(exactWeight, within: halfWidth)
    add(weight - looseWeight, within: halfWidth)
    add(looseWeight, within: ReadingWeights.looseHalfWidth)
  }
}
