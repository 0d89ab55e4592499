public import Chronicle

/// What was read from a dispatch.
public struct DispatchReading: Hashable, Sendable {
  /// The lines of the header block by their lower-case keys; empty where there is none.
  public let header: [String: String]
  /// The day of the report.
  public let published: Day
  /// The code of the language that most of the text is in.
  public let language: String
  /// In the order of the text.
  public let statements: [ReadStatement]
}
