extension Timeline {
  /// The first through the last day on which there is anything: a blockade in force, an incident, a tally, or
  /// a toll said. `nil` for an empty timeline.
  ///
  /// A blockade that lasts reaches to the last day of anything else. With ``TimelineSettings/asOf`` the days
  /// end there at the latest: what is presumed of the days to come is no layer yet. The past days that a sum
  /// covers do not count.
  public var days: ClosedRange<Day>? {
    var first: Day?
    var last: Day?
    func include(_ day: Day) {
      first = min(first ?? day, day)
      last = max(last ?? day, day)
    }
    for observation in observations {
      include(observation.said.day)
      switch observation.statement {
      case .blockade:
        break
      case .toll(let toll):
        if toll.isOfIncident { include(toll.period.lowerBound) }
      case .tally(let tally):
        include(tally.when.days.lowerBound)
        include(tally.when.days.upperBound)
      }
    }
    for phase in phases {
      include(phase.days.lowerBound)
      if phase.end == nil {
        include(phase.lastReported.day)
      } else {
        include(phase.days.upperBound)
      }
    }
    guard let first, let last else { return nil }
    let limit = settings.asOf.map { min(last, $0) } ?? last
    return min(first, limit)...limit
  }
}
