/// What tells a site from all others of its timeline: readable, as `pe-1s-km262`, and the same whatever
/// the order of the reports and whatever is said later.
public struct SiteID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func < (left: SiteID, right: SiteID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
