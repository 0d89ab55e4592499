/// A tally with who says so.
public struct TallyRecord: Hashable, Sendable {
  public let observation: Observation
  public let statement: TallyStatement
  public let publisher: String

  init(observation: Observation, statement: TallyStatement, publisher: String) {
    self.observation = observation
    self.statement = statement
    self.publisher = publisher
  }

  public var key: TallyKey { TallyKey(statement) }
}
