/// A report's word on one blockade.
public struct BlockadeStatement: Hashable, Sendable {
  public let placement: Placement
  public let status: BlockadeStatus
  public let cause: Cause
  /// The time it is about.
  public let when: StatedTime
  public let note: String?

  public init(
    placement: Placement,
    status: BlockadeStatus,
    cause: Cause,
    when: StatedTime,
    note: String? = nil
  ) {
    self.placement = placement
    self.status = status
    self.cause = cause
    self.when = when
    self.note = note
  }
}
