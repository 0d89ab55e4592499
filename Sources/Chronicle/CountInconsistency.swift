/// A count that lost something: the rows of a day do not add up to all there is.
public struct CountInconsistency: Error, Hashable, Sendable {
  public let day: Day
  public let sumOfRows: Counts
  public let total: Counts

  init(day: Day, sumOfRows: Counts, total: Counts) {
    self.day = day
    self.sumOfRows = sumOfRows
    self.total = total
  }
}
