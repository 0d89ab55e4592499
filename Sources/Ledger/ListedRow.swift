/// One row of a snapshot: what stays the same while an alert does, and what is written anew each time.
public struct ListedRow: Hashable, Sendable {
  /// The alert's state, as JSON; equal bytes are one state.
  public let state: [UInt8]
  /// The values of the fields that say nothing about the alert, as JSON, in the order of the listing's
  /// names; `nil` where the row has no such field.
  public let passing: [[UInt8]?]

  public init(state: [UInt8], passing: [[UInt8]?] = []) {
    self.state = state
    self.passing = passing
  }
}
