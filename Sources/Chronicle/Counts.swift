/// How many blockades stand, by status, and how many observations tell of it.
public struct Counts: Hashable, Sendable {
  public var blocked = 0
  public var restricted = 0
  public var suspended = 0
  /// How many of those in force are only presumed to be.
  public var presumed = 0
  /// How many blockade observations are about the day, clearings among them.
  public var observations = 0

  public static let zero = Counts()

  public init(
    blocked: Int = 0,
    restricted: Int = 0,
    suspended: Int = 0,
    presumed: Int = 0,
    observations: Int = 0
  ) {
    self.blocked = blocked
    self.restricted = restricted
    self.suspended = suspended
    self.presumed = presumed
    self.observations = observations
  }

  /// What one phase counts for.
  init(_ phase: Phase) {
    switch phase.status {
    case .blocked: blocked = 1
    case .restricted: restricted = 1
    case .suspended: suspended = 1
    case .cleared: break
    }
    presumed = phase.evidence == .presumed ? 1 : 0
  }

  /// Blocked, restricted or suspended.
  public var inForce: Int { blocked + restricted + suspended }
}
