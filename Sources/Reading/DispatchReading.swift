public import Chronicle

/// What was read from a dispatch.
public struct DispatchReading: Hashable, Sendable {
  public let header: DispatchHeader
  /// What follows the header, as it stands; the whole where there is none.
  public let text: String
  /// The day of the report.
  public let published: Day
  /// The code of the language that most of the text is in.
  public let language: String
  /// In the order of the text.
  public let statements: [ReadStatement]
}
