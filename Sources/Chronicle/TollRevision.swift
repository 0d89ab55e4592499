/// One figure in the course of an incident's figures.
public struct TollRevision: Hashable, Sendable {
  public let value: Int
  public let qualifier: TollQualifier
  /// When this figure was first said, in its turn.
  public let said: Moment
  /// The moment it holds for, where the report gives one.
  public let asOf: Moment?
  public let report: Report.ID

  init(_ record: TollRecord) {
    value = record.statement.value
    qualifier = record.statement.qualifier
    said = record.observation.said
    asOf = record.statement.asOf
    report = record.observation.report
  }
}
