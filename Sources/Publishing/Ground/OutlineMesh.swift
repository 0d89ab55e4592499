/// Outlines cut into arcs: the stretches of border that one region has alone or two have in common, each kept
/// once, as TopoJSON does it.
///
/// A shared border is then thinned once, so that no gap opens along it.
struct OutlineMesh {
  /// An arc as a ring walks it.
  struct Step: Hashable {
    let arc: Int
    let isReversed: Bool
  }

  /// The lines; one whose ends are the same point is a whole ring.
  private(set) var arcs: [[GridPoint]] = []
  /// For each outline its rings, each a walk over arcs.
  private(set) var rings: [[[Step]]] = []

  /// Cuts outlines into arcs.
  ///
  /// - Parameters:
  ///   - outlines: For each its rings, closed, on a grid.
  ///   - tolerance: How far a point left out may lie from what stays, in units.
  /// - Complexity: O(*n* log *n*) in the points, as a rule.
  init(_ outlines: [[[GridPoint]]], tolerance: Double) {
    let cleaned = outlines.map { rings in
      rings.map { Array(Thinning.distinct($0).dropLast()) }.filter { $0.count >= 3 }
    }
    let junctions = Self.junctions(of: cleaned.joined())
    var numbers: [[GridPoint]: Int] = [:]
    for rings in cleaned {
      var walks: [[Step]] = []
      for ring in rings {
        var walk: [Step] = []
        for arc in Self.cut(ring, at: junctions) {
          let isReversed = Self.runsBackwards(arc)
          let line = isReversed ? arc.reversed() : arc
          let number = numbers[line] ?? arcs.count
          if number == arcs.count {
            numbers[line] = number
            arcs.append(line)
          }
          walk.append(Step(arc: number, isReversed: isReversed))
        }
        walks.append(walk)
      }
      self.rings.append(walks)
    }
    arcs = arcs.map { Self.thinned($0, tolerance: tolerance) }
  }

  /// The points of a ring, closed.
  func points(of ring: [Step]) -> [GridPoint] {
    Thinning.distinct(
      ring.lazy.flatMap { step in
        step.isReversed ? arcs[step.arc].reversed() : arcs[step.arc]
      }
    )
  }

  /// The points before and after a point, whichever way round.
  private struct Neighbours: Hashable {
    let near: GridPoint
    let far: GridPoint

    init(_ one: GridPoint, _ other: GridPoint) {
      near = min(one, other)
      far = max(one, other)
    }
  }

  /// The points where borders meet: those whose neighbours are not the same in every ring that passes.
  private static func junctions(of rings: some Sequence<[GridPoint]>) -> Set<GridPoint> {
    var neighbours: [GridPoint: Neighbours] = [:]
    var junctions: Set<GridPoint> = []
    for ring in rings {
      var (before, here) = (ring[ring.count - 2], ring[ring.count - 1])
      for next in ring {
        let found = Neighbours(before, next)
        if let known = neighbours.updateValue(found, forKey: here), known != found { junctions.insert(here) }
        (before, here) = (here, next)
      }
    }
    return junctions
  }

  /// The stretches of an open list of a ring's points between junctions; a ring without any is one closed arc
  /// that begins at its least point.
  private static func cut(_ ring: [GridPoint], at junctions: Set<GridPoint>) -> [[GridPoint]] {
    let starts = ring.indices.filter { junctions.contains(ring[$0]) }
    guard let first = starts.first ?? ring.indices.min(by: { ring[$0] < ring[$1] }) else { return [] }
    let turned = ring[first...] + ring[..<first] + [ring[first]]
    guard !starts.isEmpty else { return [Array(turned)] }
    var arcs: [[GridPoint]] = []
    var arc: [GridPoint] = []
    for point in turned {
      arc.append(point)
      if arc.count > 1, junctions.contains(point) {
        arcs.append(arc)
        arc = [point]
      }
    }
    return arcs
  }

  /// Whether an arc is to be kept the other way round, so that both its regions find the same one.
  private static func runsBackwards(_ arc: [GridPoint]) -> Bool {
    for (forward, backward) in zip(arc, arc.reversed()) where forward != backward {
      return backward < forward
    }
    return false
  }

  /// A closed arc keeps enough points to remain an area.
  private static func thinned(_ arc: [GridPoint], tolerance: Double) -> [GridPoint] {
    let thinned = Thinning.thinned(arc, tolerance: tolerance)
    return arc.first == arc.last && thinned.count < 4 ? arc : thinned
  }
}
