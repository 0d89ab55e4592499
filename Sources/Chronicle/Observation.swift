/// One thing that one report says.
public struct Observation: Hashable, Sendable, Identifiable {
  /// The report and the place in it: what tells an observation from all others.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let report: Report.ID
    public let sequence: Int

    public init(report: Report.ID, sequence: Int) {
      self.report = report
      self.sequence = sequence
    }

    public var description: String { "\(report)#\(sequence)" }

    public static func < (left: ID, right: ID) -> Bool {
      left.report == right.report ? left.sequence < right.sequence : left.report < right.report
    }
  }

  public let report: Report.ID
  /// The order inside the report; no two observations of a report share it.
  public let sequence: Int
  /// When it was said: the statement's own moment, else its report's publication.
  public let said: Moment
  /// The words it rests on, where the report is text.
  public let quote: String?
  /// Where it was read, for people, as `observations.csv:12`.
  public let origin: String
  public let statement: Statement

  public var id: ID { ID(report: report, sequence: sequence) }

  public init(
    report: Report.ID,
    sequence: Int,
    said: Moment,
    quote: String? = nil,
    origin: String,
    statement: Statement
  ) {
    self.report = report
    self.sequence = sequence
    self.said = said
    self.quote = quote
    self.origin = origin
    self.statement = statement
  }

  /// Makes an observation of a report, said when the report was published unless a moment is given.
  public init(
    of report: Report,
    sequence: Int,
    said: Moment? = nil,
    quote: String? = nil,
    origin: String,
    statement: Statement
  ) {
    self.init(
      report: report.id,
      sequence: sequence,
      said: said ?? report.published,
      quote: quote,
      origin: origin,
      statement: statement
    )
  }
}
