/// A toll statement and what became of it.
public struct TollRecord: Hashable, Sendable {
  public let observation: Observation
  public let statement: TollStatement
  public let publisher: String
  /// The incident it tells of; `nil` for sums over days, regions or the nation.
  public internal(set) var incident: IncidentID?
  /// The first later statement on the same thing that takes its place: one of the same publisher, or one
  /// said on a later day. `nil` while it is current.
  public internal(set) var supersededBy: Observation.ID?

  init(observation: Observation, statement: TollStatement, publisher: String) {
    self.observation = observation
    self.statement = statement
    self.publisher = publisher
  }

  /// Whether no later statement on the same thing takes its place.
  public var isCurrent: Bool { supersededBy == nil }
}
