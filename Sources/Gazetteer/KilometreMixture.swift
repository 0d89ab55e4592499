/// Where on a route a posted kilometre may be: a mixture of uniform distributions over its inventory
/// kilometres.
package struct KilometreMixture {
  /// A way to read the kilometre: an even spread over a stretch of the route, with a weight.
  struct Component {
    /// The middle of the stretch, in inventory kilometres.
    let center: Double
    /// Half the length of the stretch, in kilometres; above 0.
    let halfWidth: Double
    /// Not negative. Weights need not add up to 1.
    let weight: Double
    let reading: KilometreReading
  }

  private(set) var components: [Component] = []
  private(set) var totalWeight = 0.0

  /// Where ``radius(around:holding:)`` works.
  private var bends: [Bend] = []

  package init() {
    components.reserveCapacity(12)
    bends.reserveCapacity(24)
  }

  mutating func removeAll() {
    components.removeAll(keepingCapacity: true)
    totalWeight = 0
  }

  mutating func add(_ component: Component) {
    components.append(component)
    totalWeight += component.weight
  }

  /// The component of the greatest weight, of equal ones the first; `nil` where nothing weighs anything.
  var heaviest: Component? {
    var heaviest: Component?
    for component in components where component.weight > heaviest?.weight ?? 0 { heaviest = component }
    return heaviest
  }

  /// How much of the weight lies within a radius, in kilometres, of a kilometre.
  func weight(within radius: Double, of center: Double) -> Double {
    components.reduce(0) { sum, component in
      let from = max(center - radius, component.center - component.halfWidth)
      let to = min(center + radius, component.center + component.halfWidth)
      return sum + component.weight * max(to - from, 0) / (2 * component.halfWidth)
    }
  }

  /// The least radius around a kilometre that holds a share of all weight, in kilometres.
  ///
  /// - Parameter share: Above 0, at most 1.
  /// - Complexity: O(*n* log *n*) in the components.
  mutating func radius(around center: Double, holding share: Double) -> Double {
    // The weight within a radius grows along straight lines that bend where the circle reaches the near or
    // the far end of a component. A component around the centre grows on both sides at first.
    bends.removeAll(keepingCapacity: true)
    var slope = 0.0
    for component in components {
      let offset = abs(component.center - center)
      let density = component.weight / (2 * component.halfWidth)
      if offset < component.halfWidth {
        slope += 2 * density
        bends.append(Bend(radius: component.halfWidth - offset, change: -density))
      } else {
        bends.append(Bend(radius: offset - component.halfWidth, change: density))
      }
      bends.append(Bend(radius: offset + component.halfWidth, change: -density))
    }
    bends.sort { $0.radius < $1.radius }
    let target = share * totalWeight
    var (radius, held) = (0.0, 0.0)
    for bend in bends {
      let reached = held + slope * (bend.radius - radius)
      if reached >= target { return slope > 0 ? radius + (target - held) / slope : radius }
      (radius, held) = (bend.radius, reached)
      slope += bend.change
    }
    // Rounding may leave the last hair's breadth unreached.
    return radius
  }

  /// A radius at which the weight within it begins to grow faster or slower.
  private struct Bend {
    let radius: Double
    /// By how much, in weight a kilometre.
    let change: Double
  }
}
