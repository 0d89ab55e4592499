/// What becomes of a tally from one situation to another.
public struct TallyChange: Change {
  /// What happened in the course of time. Of a change that goes back in time it is the kind of its inverse.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case new
    /// The number, or what is said of its exactness, changed.
    case changed
    /// The number is as it was.
    case same
    /// No longer known of, by what is known now.
    case withdrawn
  }

  public let key: TallyKey
  public let delta: Delta<TallyRecord>
  public let kind: Kind

  public init(key: TallyKey, delta: Delta<TallyRecord>, isForward: Bool) {
    self.key = key
    self.delta = delta
    switch Self.inTime(delta, isForward: isForward) {
    case (_, nil): kind = .withdrawn
    case (nil, _): kind = .new
    case (let earlier?, let later?):
      let isSame =
        earlier.statement.value == later.statement.value
        && earlier.statement.qualifier == later.statement.qualifier
      kind = isSame ? .same : .changed
    }
  }

  public static func key(of value: TallyRecord) -> TallyKey { value.key }

  public static func mismatch(_ key: TallyKey) -> DifferenceMismatch { .tally(key) }
}
