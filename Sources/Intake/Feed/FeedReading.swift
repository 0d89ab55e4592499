public import Chronicle
public import Gazetteer

/// What became of one state of an alert.
public enum FeedReading: Hashable, Sendable {
  /// An alert about a road.
  case alert(Alert)
  /// A row of a list of free roads.
  case open
  /// A row that nothing can be made of, and why.
  case refused(String)

  /// What an alert says.
  public struct Alert: Hashable, Sendable {
    public let status: BlockadeStatus
    public let cause: Cause
    public let placement: Placement
    /// The description as the feed has it.
    public let event: String
    /// Who told the feed, and since when, as the feed has it.
    public let note: String?
    /// What was found when position, kilometre and region were checked against each other.
    public let findings: [LocationWarning]
    /// Whether the position and the kilometre given cannot both be true.
    public let isImpossible: Bool
    /// What is doubtful apart from the position: a word that nothing explains, a date that does not exist.
    public let doubts: [Doubt]
  }

  /// Something other than the position that is doubtful about an alert.
  public enum Doubt: Hashable, Comparable, Sendable {
    /// A cause or a status read as a word spelt nearly the same.
    case spelling(String)
    case unknownCause(String)
    case unknownStatus(String)
    /// A list and a status that contradict each other.
    case statusContradiction(String)
    case badDate(String)
    /// A date that exists only with day and month in the other order.
    case swappedDate(String)
  }
}
