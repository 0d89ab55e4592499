/// What a report says of a road.
public enum BlockadeStatus: String, CaseIterable, Hashable, Sendable {
  /// Nobody passes.
  case blocked
  /// Some pass, or at some hours.
  case restricted
  /// The blockade pauses, as in a truce, and is not given up.
  case suspended
  /// The road is free again.
  case cleared

  /// Whether a blockade is in force while this is said of it: all but ``cleared``.
  public var isInForce: Bool { self != .cleared }
}
