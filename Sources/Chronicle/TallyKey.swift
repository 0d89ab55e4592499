/// What a tally counts and where: tallies with the same key tell of one number as it changes.
public struct TallyKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let measure: TallyMeasure
  public let eventType: EventType
  public let scope: Scope
  /// The region's code or the place's name, in lower case; empty for the nation.
  public let place: String

  init(_ statement: TallyStatement) {
    measure = statement.measure
    eventType = statement.eventType
    scope = statement.scope
    place = statement.scope == .nation ? "" : statement.placement?.areaKey ?? ""
  }

  public var description: String {
    let parts = [eventType.text, measure.rawValue, scope.rawValue, place]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  public static func < (left: TallyKey, right: TallyKey) -> Bool {
    (left.scope, left.place, left.eventType, left.measure.rawValue)
      < (right.scope, right.place, right.eventType, right.measure.rawValue)
  }
}
