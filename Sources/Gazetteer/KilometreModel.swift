internal import Geo

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// How a posted kilometre becomes a point when nobody says which numbering it follows.
///
/// People quote the roadside post, now and then the road inventory, and on some roads a local numbering
/// that counts from the other end. Each reading is a hypothesis with a prior weight; a hypothesis puts
/// the point on a stretch of the route, evenly over its half-width. The region that the report names
/// multiplies the weight by how likely that region is to be named from there. The heaviest hypothesis
/// gives the point; the radius around it that holds nine tenths of the whole weight is the uncertainty.
/// This is Bayes' rule over a mixture of uniform distributions.
///
/// The weights below are shares seen in a national alert feed, rounded; they belong to the way people
/// report, not to one road.
struct KilometreModel {
  /// Weights of the readings before a region is known.
  private static let postedWeight = 0.85
  private static let inventoryWeight = 0.04
  private static let reversedWeight = 0.06
  private static let stretchWeight = 0.012
  /// The share of posted and inventory readings that are rounded, mistyped or off for no known reason,
  /// and the half-width in kilometres that covers those.
  private static let looseShare = 0.12
  private static let looseHalfWidth = 4.0
  /// The least half-width, in kilometres: a reference to a whole kilometre means somewhere along it.
  private static let leastHalfWidth = 0.25
  private static let reversedHalfWidth = 0.6
  /// An equation says less with every kilometre away from where it was observed: its weight falls by e
  /// over `equationReach` kilometres, and its half-width grows by `equationDrift` a kilometre.
  private static let equationReach = 100.0
  private static let equationDrift = 0.03
  /// Half an observation's worth of doubt about an equation.
  private static let equationDoubt = 0.25
  /// How likely a report names the right region of a larger level and a wrong one of a smaller level.
  private static let wrongWithinParent = 0.1
  private static let wrongWithinGrandparent = 0.03
  /// How much of the weight has to lie inside the stated radius.
  private static let coverage = 0.9

  /// A reading of the kilometre: a stretch of the route with a weight.
  private struct Hypothesis {
    var center: Double
    var halfWidth: Double
    var weight: Double
    var reading: KilometreReading
  }

  let route: Route
  let regions: RegionTable

  /// Places a posted kilometre.
  ///
  /// - Returns: `nil` where no reading puts the kilometre on the route and no region says which part of
  ///   it is meant.
  /// - Complexity: O(log *n*) in the route's posts and equations, times the few readings.
  func fix(posted kilometre: Double, in region: RegionTable.Index?) -> KilometreFix? {
    guard kilometre.isFinite else { return nil }
    var hypotheses: [Hypothesis] = []
    hypotheses.reserveCapacity(12)
    appendDirectReadings(of: kilometre, to: &hypotheses)
    if let region {
      let reversed = route.extent.lowerBound + route.extent.upperBound - kilometre
      hypotheses.append(
        Hypothesis(
          center: reversed,
          halfWidth: Self.reversedHalfWidth,
          weight: Self.reversedWeight,
          reading: .reversed
        )
      )
      for position in hypotheses.indices {
        hypotheses[position].weight *= likelihood(of: region, at: hypotheses[position].center)
      }
    }
    hypotheses.removeAll {
      $0.center < route.extent.lowerBound - 1 || $0.center > route.extent.upperBound + 1
    }
    if let region { appendStretches(in: region, to: &hypotheses) }
    guard let best = hypotheses.max(by: { $0.weight < $1.weight }), best.weight > 0 else { return nil }
    let center = min(max(best.center, route.extent.lowerBound), route.extent.upperBound)
    guard let position = route.position(at: center) else { return nil }
    var radius = self.radius(around: best.center, of: hypotheses)
    var stretch: ClosedRange<Double>?
    if case .stretch = best.reading {
      stretch = best.center - best.halfWidth...best.center + best.halfWidth
      radius = max(radius, best.halfWidth)
    }
    // The post spacing bounds how well the point between two posts is known.
    radius += position.postSpacing * 0.05
    return KilometreFix(
      position: position,
      reading: best.reading,
      uncertainty: .kilometres(radius),
      stretch: stretch
    )
  }

  /// The kilometre as the post says it, through the equations around it, and as the inventory says it.
  private func appendDirectReadings(of kilometre: Double, to hypotheses: inout [Hypothesis]) {
    let equations = equations(around: kilometre)
    let shares = equations.map { equation in
      let distance = equation.distance(toPosted: kilometre)
      let observations = Double(equation.observations)
      return Self.decay(distance / Self.equationReach) * observations / (observations + Self.equationDoubt)
    }
    let strongest = shares.max() ?? 0
    let sum = shares.reduce(0, +)
    for (equation, share) in zip(equations, shares) {
      let weight = Self.postedWeight * strongest * share / sum
      let drift = Self.equationDrift * equation.distance(toPosted: kilometre)
      append(
        center: kilometre + equation.offset,
        halfWidth: max(Self.leastHalfWidth, equation.halfSpread) + drift,
        weight: weight,
        reading: .posted,
        to: &hypotheses
      )
    }
    // What the equations leave unsaid: the posts may stand where the inventory has them.
    append(
      center: kilometre,
      halfWidth: Self.leastHalfWidth,
      weight: Self.postedWeight * (1 - strongest),
      reading: .inventory,
      to: &hypotheses
    )
    hypotheses.append(
      Hypothesis(
        center: kilometre,
        halfWidth: Self.leastHalfWidth,
        weight: Self.inventoryWeight,
        reading: .inventory
      )
    )
  }

  private func append(
    center: Double,
    halfWidth: Double,
    weight: Double,
    reading: KilometreReading,
    to hypotheses: inout [Hypothesis]
  ) {
    hypotheses.append(
      Hypothesis(
        center: center,
        halfWidth: halfWidth,
        weight: weight * (1 - Self.looseShare),
        reading: reading
      )
    )
    hypotheses.append(
      Hypothesis(
        center: center,
        halfWidth: Self.looseHalfWidth,
        weight: weight * Self.looseShare,
        reading: reading
      )
    )
  }

  /// The equation observed there, or the nearest one on either side.
  private func equations(around kilometre: Double) -> ArraySlice<ChainageEquation> {
    let all = route.equations
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].posted.lowerBound <= kilometre { low = middle + 1 } else { high = middle }
    }
    if low > 0, all[low - 1].posted.contains(kilometre) { return all[(low - 1)..<low] }
    return all[max(0, low - 1)..<min(all.count, low + 1)]
  }

  /// How likely a report from that kilometre is to name the region, up to a common factor.
  ///
  /// Names are given from memory near a border, so the likelihood falls off with the distance to the
  /// region along the route; a report may also name the wrong region within the right larger one.
  private func likelihood(of region: RegionTable.Index, at kilometre: Double) -> Double {
    var likelihood = 1e-6
    var factor = 1.0
    var current: RegionTable.Index? = region
    while let holder = current {
      if let distance = distance(from: kilometre, to: route.stretches(in: holder)) {
        likelihood = max(
          likelihood,
          factor * (0.7 * Self.decay(distance / 2) + 0.3 * Self.decay(distance / 8))
        )
        if distance == 0 { break }
      }
      factor = factor == 1 ? Self.wrongWithinParent : Self.wrongWithinGrandparent
      current = regions.parent(of: holder)
    }
    return likelihood
  }

  private func distance(from kilometre: Double, to stretches: [ClosedRange<Double>]) -> Double? {
    var least: Double?
    for stretch in stretches {
      let distance = max(stretch.lowerBound - kilometre, kilometre - stretch.upperBound, 0)
      if distance < least ?? .infinity { least = distance }
    }
    return least
  }

  /// The route's stretches in the named region, or in the smallest region around it that the route
  /// passes.
  private func appendStretches(in region: RegionTable.Index, to hypotheses: inout [Hypothesis]) {
    var factor = 1.0
    var current: RegionTable.Index? = region
    while let holder = current {
      let stretches = route.stretches(in: holder)
      if !stretches.isEmpty {
        let length = stretches.reduce(0) { $0 + max($1.upperBound - $1.lowerBound, 0.001) }
        for stretch in stretches {
          let width = max(stretch.upperBound - stretch.lowerBound, 0.001)
          hypotheses.append(
            Hypothesis(
              center: (stretch.lowerBound + stretch.upperBound) / 2,
              halfWidth: width / 2,
              weight: Self.stretchWeight * factor * width / length,
              reading: .stretch(holder)
            )
          )
        }
        return
      }
      factor = factor == 1 ? Self.wrongWithinParent : Self.wrongWithinGrandparent
      current = regions.parent(of: holder)
    }
  }

  /// The radius around a kilometre that holds the stated share of all weight.
  ///
  /// The weight inside a radius is a straight line between the radii at which a hypothesis begins or
  /// ends, so the answer lies on one of few segments.
  private func radius(around center: Double, of hypotheses: [Hypothesis]) -> Double {
    let target = Self.coverage * hypotheses.reduce(0) { $0 + $1.weight }
    var radii: [Double] = []
    radii.reserveCapacity(2 * hypotheses.count)
    for hypothesis in hypotheses {
      let offset = abs(hypothesis.center - center)
      radii.append(abs(offset - hypothesis.halfWidth))
      radii.append(offset + hypothesis.halfWidth)
    }
    radii.sort()
    var (lastRadius, lastWeight) = (0.0, 0.0)
    for radius in radii {
      let weight = Self.weight(within: radius, of: center, in: hypotheses)
      if weight >= target {
        guard weight > lastWeight else { return radius }
        return lastRadius + (radius - lastRadius) * (target - lastWeight) / (weight - lastWeight)
      }
      (lastRadius, lastWeight) = (radius, weight)
    }
    return lastRadius
  }

  private static func weight(within radius: Double, of center: Double, in hypotheses: [Hypothesis]) -> Double
  {
    var sum = 0.0
    for hypothesis in hypotheses {
      let from = max(center - radius, hypothesis.center - hypothesis.halfWidth)
      let to = min(center + radius, hypothesis.center + hypothesis.halfWidth)
      if to > from { sum += hypothesis.weight * (to - from) / (2 * hypothesis.halfWidth) }
    }
    return sum
  }

  /// e to the power of minus the exponent.
  private static func decay(_ exponent: Double) -> Double { exp(-exponent) }
}

extension Route {
  /// Places a posted kilometre of this route: which point it means, by which numbering, and how sure.
  ///
  /// - Parameters:
  ///   - kilometre: Kilometres as the roadside post and the news give them, not inventory kilometres.
  ///   - region: The region in which the report puts it. Without one the posted numbering is assumed.
  /// - Returns: `nil` where the kilometre lies beyond the route's ends under every numbering and no
  ///   region tells which part of the route is meant.
  /// - Complexity: O(log *n*) in the route's posts.
  public func fix(
    posted kilometre: Double,
    in region: RegionTable.Index?,
    of regions: RegionTable
  ) -> KilometreFix? {
    KilometreModel(route: self, regions: regions).fix(posted: kilometre, in: region)
  }
}
