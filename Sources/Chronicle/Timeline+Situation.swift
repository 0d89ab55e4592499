extension Timeline {
  /// What there is to say of a day.
  ///
  /// Blockades are as all reports in use tell of them; incidents and tallies are as known by the end of the
  /// day.
  ///
  /// - Complexity: O(*t*) in the number of tolls and tallies, and as ``phases(on:)``.
  public func situation(on day: Day) -> Situation {
    Situation(
      time: .day(day),
      blockades: phases(on: day),
      incidents: incidents(knownBy: day).filter { $0.day <= day },
      tallies: latestTallies(by: StatedTime.day(day).last)
    )
  }

  /// What there is to say of a moment.
  ///
  /// Blockades are those in force at it. Incidents are as known by the end of its day, because what is said of
  /// them mostly has a day and no time; tallies as said by the moment.
  ///
  /// - Complexity: O(*n*) in the phases, tolls and tallies.
  public func situation(at moment: Moment) -> Situation {
    Situation(
      time: .moment(moment),
      blockades: phases(at: moment),
      incidents: incidents(knownBy: moment.day).filter { $0.day <= moment.day },
      tallies: latestTallies(by: moment)
    )
  }

  /// What there is to say of a day or a moment.
  public func situation(of time: SituationTime) -> Situation {
    switch time {
    case .day(let day): situation(on: day)
    case .moment(let moment): situation(at: moment)
    }
  }

  private func latestTallies(by moment: Moment) -> [TallyRecord] {
    var latest: [TallyKey: TallyRecord] = [:]
    for record in tallies {
      guard record.observation.said <= moment else { break }
      guard record.statement.when.start <= moment else { continue }
      if let other = latest[record.key], other.statement.when.start > record.statement.when.start { continue }
      latest[record.key] = record
    }
    return latest.sorted { $0.key < $1.key }.map(\.value)
  }
}
