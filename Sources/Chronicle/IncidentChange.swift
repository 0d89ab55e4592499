/// What becomes of the knowledge of an incident from one situation to another.
public struct IncidentChange: Change {
  /// What happened in the course of time. Of a change that goes back in time it is the kind of its inverse.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case new
    /// Its low, best or high figure changed.
    case revised
    /// Its figures are as they were.
    case same
    /// No longer known of, by what is known now.
    case withdrawn
  }

  public let incident: IncidentID
  public let delta: Delta<Incident>
  public let kind: Kind

  public var key: IncidentID { incident }

  public init(key: IncidentID, delta: Delta<Incident>, isForward: Bool) {
    incident = key
    self.delta = delta
    switch Self.inTime(delta, isForward: isForward) {
    case (_, nil): kind = .withdrawn
    case (nil, _): kind = .new
    case (let earlier?, let later?):
      let isSame = (earlier.low, earlier.best, earlier.high) == (later.low, later.best, later.high)
      kind = isSame ? .same : .revised
    }
  }

  public static func key(of value: Incident) -> IncidentID { value.id }

  public static func mismatch(_ key: IncidentID) -> DifferenceMismatch { .incident(key) }
}
