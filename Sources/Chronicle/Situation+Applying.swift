extension Situation {
  /// The situation that a difference leads to from here.
  ///
  /// - Throws: What the difference takes to be other than it is here.
  public func applying(_ difference: SituationDifference) throws(DifferenceMismatch) -> Situation {
    guard difference.from == time else { throw .time(expected: difference.from, found: time) }
    return Situation(
      time: difference.to,
      blockades: try BlockadeChange.apply(difference.blockades, to: blockades),
      incidents: try IncidentChange.apply(difference.incidents, to: incidents),
      tallies: try TallyChange.apply(difference.tallies, to: tallies)
    )
  }
}
