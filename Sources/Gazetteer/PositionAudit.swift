/// What became of a claim to a position.
public struct PositionAudit: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// Where it is, by the best two of position, kilometre and region; what is at fault is in its warnings.
    case located(Location)
    /// Nothing of the claim can be used, and why.
    case unlocated(reason: String)
  }

  public let outcome: Outcome
  /// What is wrong with the claim, whether or not the position could be saved.
  public let findings: [LocationWarning]
  /// Whether position and kilometre were both given and cannot both be true.
  public let isImpossible: Bool

  /// The location, where there is one.
  public var location: Location? {
    if case .located(let location) = outcome { return location }
    return nil
  }
}
