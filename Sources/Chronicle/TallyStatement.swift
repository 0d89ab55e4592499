/// A report's word on how many points, roads or regions something happens in.
public struct TallyStatement: Hashable, Sendable {
  public let measure: TallyMeasure
  public let eventType: EventType
  /// The number said, never negative.
  public let value: Int
  public let qualifier: TollQualifier
  /// The share said with it, 0 through 100.
  public let sharePercent: Double?
  /// The number of all there are, where it is said; at least 1.
  public let outOf: Int?
  public let scope: Scope
  /// Where; `nil` for the nation.
  public let placement: Placement?
  /// The time it is about.
  public let when: StatedTime

  /// Makes a statement, or `nil` where the number is negative, the share is outside 0 through 100, or
  /// the number of all is less than 1.
  public init?(
    measure: TallyMeasure,
    eventType: EventType,
    value: Int,
    qualifier: TollQualifier = .exact,
    sharePercent: Double? = nil,
    outOf: Int? = nil,
    scope: Scope,
    placement: Placement? = nil,
    when: StatedTime
  ) {
    guard value >= 0 else { return nil }
    if let sharePercent { guard (0...100).contains(sharePercent) else { return nil } }
    if let outOf { guard outOf >= 1 else { return nil } }
    self.measure = measure
    self.eventType = eventType
    self.value = value
    self.qualifier = qualifier
    self.sharePercent = sharePercent
    self.outOf = outOf
    self.scope = scope
    self.placement = placement
    self.when = when
  }
}
