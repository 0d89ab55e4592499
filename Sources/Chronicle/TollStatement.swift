/// A report's word on how many people were killed, injured or detained.
public struct TollStatement: Hashable, Sendable {
  public let measure: TollMeasure
  /// The number said, never negative; what it means is told by ``qualifier``.
  public let value: Int
  public let qualifier: TollQualifier
  public let category: TollCategory
  public let scope: Scope
  public let placement: Placement
  /// The day of the incident, or the days that the figure sums.
  public let period: ClosedRange<Day>
  /// The moment the figure holds for, where the report gives one.
  public let asOf: Moment?

  /// Makes a statement, or `nil` where the number is negative.
  public init?(
    measure: TollMeasure,
    value: Int,
    qualifier: TollQualifier = .exact,
    category: TollCategory,
    scope: Scope,
    placement: Placement,
    period: ClosedRange<Day>,
    asOf: Moment? = nil
  ) {
    guard value >= 0 else { return nil }
    self.measure = measure
    self.value = value
    self.qualifier = qualifier
    self.category = category
    self.scope = scope
    self.placement = placement
    self.period = period
    self.asOf = asOf
  }

  /// Low, best and high as this statement alone gives them.
  public var bounds: TollBounds { qualifier.bounds(of: value) }

  /// Whether it tells of one incident: of one day, and of no more than a place. Anything wider is a sum,
  /// which stays a statement and is never put on the map or added to others.
  public var isOfIncident: Bool {
    period.lowerBound == period.upperBound && (scope == .incident || scope == .place)
  }
}
