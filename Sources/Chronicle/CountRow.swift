/// One row of a count.
public struct CountRow: Hashable, Sendable {
  public let day: Day
  public let group: CountGroup
  public let counts: Counts

  init(day: Day, group: CountGroup, counts: Counts) {
    self.day = day
    self.group = group
    self.counts = counts
  }
}
