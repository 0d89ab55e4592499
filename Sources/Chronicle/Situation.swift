/// What there is to say of one day, or of one moment.
public struct Situation: Hashable, Sendable {
  public let time: SituationTime
  /// The phases on the day's layer, or those in force at the moment, one a site, in the order of their sites.
  public let blockades: [Phase]
  /// The incidents up to and on the day, as known by its end, in the order of their identifiers.
  public let incidents: [Incident]
  /// The latest tally of each kind that is about a time up to then and was said by then, in the order of
  /// their keys.
  public let tallies: [TallyRecord]

  init(time: SituationTime, blockades: [Phase], incidents: [Incident], tallies: [TallyRecord]) {
    self.time = time
    self.blockades = blockades
    self.incidents = incidents
    self.tallies = tallies
  }
}
