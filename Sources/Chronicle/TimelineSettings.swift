public import Geo

/// The choices by which reports become a timeline.
public struct TimelineSettings: Hashable, Sendable {
  /// For how many days after the last day reported a blockade is presumed to stand while its sources say
  /// nothing; never negative.
  public let presumedDays: Int
  /// How far apart two points on one route may lie and still be one site.
  public let siteTolerance: Distance
  /// How far apart two points may lie that tolls of one day put an incident at.
  public let incidentTolerance: Distance
  /// How many days a publisher of complete reports may be silent while what it listed last stays in
  /// force: over a longer silence its word lapses that many days after it was given, as a dispatch's does.
  /// `nil` bridges every gap, and keeps open whatever the last snapshot lists.
  public let longestGap: Int?
  /// The last day of which the timeline may know anything: what was said later is not used, nor the
  /// silence of a later snapshot. `nil` uses everything.
  public let asOf: Day?

  /// - Parameters:
  ///   - presumedDays: Negative values count as 0.
  ///   - longestGap: Negative values count as 0.
  public init(
    presumedDays: Int,
    siteTolerance: Distance = .kilometres(2),
    incidentTolerance: Distance = .kilometres(5),
    longestGap: Int? = nil,
    asOf: Day? = nil
  ) {
    self.presumedDays = max(0, presumedDays)
    self.siteTolerance = max(.zero, siteTolerance)
    self.incidentTolerance = max(.zero, incidentTolerance)
    self.longestGap = longestGap.map { max(0, $0) }
    self.asOf = asOf
  }
}
