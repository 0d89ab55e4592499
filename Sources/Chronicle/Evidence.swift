/// What stands behind a phase.
public enum Evidence: String, CaseIterable, Hashable, Sendable {
  /// A source says so of that time.
  case reported
  /// A source said so shortly before, and none has said anything since.
  case presumed
}
