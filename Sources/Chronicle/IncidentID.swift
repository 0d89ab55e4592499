/// What tells an incident from all others of its timeline, as `killed-old-town-2023-01-09`; the same whatever
/// the order of the reports and whatever is said later.
public struct IncidentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func < (left: IncidentID, right: IncidentID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
