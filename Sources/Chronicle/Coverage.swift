/// What a report's silence means.
public enum Coverage: String, CaseIterable, Hashable, Sendable {
  /// A dispatch: of what it does not mention it says nothing.
  case partial
  /// A snapshot of everything its publisher knows: what it does not list, the publisher no longer reports.
  case complete
}
