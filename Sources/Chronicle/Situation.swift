/// What there is to say of one day.
public struct Situation: Hashable, Sendable {
  public let day: Day
  /// The phases on the day's layer, one a site, in the order of their sites.
  public let blockades: [Phase]
  /// The incidents up to and on the day, as known by its end, in the order of their identifiers.
  public let incidents: [Incident]
  /// The latest tally of each kind that is about a time up to the day and was said by its end, in the order of
  /// their keys.
  public let tallies: [TallyRecord]

  init(day: Day, blockades: [Phase], incidents: [Incident], tallies: [TallyRecord]) {
    self.day = day
    self.blockades = blockades
    self.incidents = incidents
    self.tallies = tallies
  }
}
