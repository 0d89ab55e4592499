/// All that tells one situation from another: applied to the first it gives the second.
///
/// Differences form an algebra: each has an inverse, and one that ends where another begins is joined to it.
public struct SituationDifference: Hashable, Sendable {
  /// The time of the situation it begins at.
  public let from: SituationTime
  /// The time of the situation it leads to.
  public let to: SituationTime
  /// Every site with a blockade in either situation, in order.
  public let blockades: [BlockadeChange]
  /// Every incident known in either situation, in order.
  public let incidents: [IncidentChange]
  /// Every tally known in either situation, in order.
  public let tallies: [TallyChange]

  /// The difference that leads from one situation to another.
  public init(from first: Situation, to second: Situation) {
    from = first.time
    to = second.time
    let isForward = from <= to
    blockades = BlockadeChange.between(first.blockades, second.blockades, isForward: isForward)
    incidents = IncidentChange.between(first.incidents, second.incidents, isForward: isForward)
    tallies = TallyChange.between(first.tallies, second.tallies, isForward: isForward)
  }

  private init(
    from: SituationTime,
    to: SituationTime,
    blockades: [BlockadeChange],
    incidents: [IncidentChange],
    tallies: [TallyChange]
  ) {
    self.from = from
    self.to = to
    self.blockades = blockades
    self.incidents = incidents
    self.tallies = tallies
  }

  /// The difference that leads back.
  public var inverse: SituationDifference {
    let isForward = to <= from
    func inverted<C: Change>(_ changes: [C]) -> [C] {
      changes.map { C(key: $0.key, delta: $0.delta.inverse, isForward: isForward) }
    }
    return SituationDifference(
      from: to,
      to: from,
      blockades: inverted(blockades),
      incidents: inverted(incidents),
      tallies: inverted(tallies)
    )
  }

  /// This difference and then another, as one.
  ///
  /// - Throws: What the other takes to be other than this one leaves it.
  public func joined(with next: SituationDifference) throws(DifferenceMismatch) -> SituationDifference {
    guard to == next.from else { throw .time(expected: to, found: next.from) }
    let isForward = from <= next.to
    return SituationDifference(
      from: from,
      to: next.to,
      blockades: try BlockadeChange.join(blockades, next.blockades, isForward: isForward),
      incidents: try IncidentChange.join(incidents, next.incidents, isForward: isForward),
      tallies: try TallyChange.join(tallies, next.tallies, isForward: isForward)
    )
  }
}
