extension Timeline {
  /// What there is to say of a day.
  ///
  /// Blockades are as all reports in use tell of them; incidents and tallies are as known by the end of the
  /// day.
  ///
  /// - Complexity: O(*t*) in the number of tolls and tallies, and as ``phases(on:)``.
  public func situation(on day: Day) -> Situation {
    Situation(
      day: day,
      blockades: phases(on: day),
      incidents: incidents(knownBy: day).filter { $0.day <= day },
      tallies: latestTallies(on: day)
    )
  }

  private func latestTallies(on day: Day) -> [TallyRecord] {
    var latest: [TallyKey: TallyRecord] = [:]
    for record in tallies {
      guard record.observation.said.day <= day else { break }
      guard record.statement.when.start.day <= day else { continue }
      if let other = latest[record.key], other.statement.when.start > record.statement.when.start { continue }
      latest[record.key] = record
    }
    return latest.sorted { $0.key < $1.key }.map(\.value)
  }
}
