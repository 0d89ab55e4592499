/// Whom a toll counts: an open vocabulary.
public struct TollCategory: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The word in the tables, lower case.
  public let text: String

  public init(_ text: String) { self.text = text }

  public static let protesters = TollCategory("protesters")
  public static let civilians = TollCategory("civilians")
  public static let police = TollCategory("police")
  /// Deaths that a closed road led to, as of somebody who could not reach a hospital.
  public static let blockadeRelated = TollCategory("blockade-related")
  /// Everybody, or nobody in particular.
  public static let all = TollCategory("all")

  public var description: String { text }

  /// Whether two figures may be about the same people: the categories are the same, one of them is
  /// ``all``, or they are protesters and civilians, whom reports use for each other.
  public func isCompatible(with other: TollCategory) -> Bool {
    if self == other || self == .all || other == .all { return true }
    let unarmed: Set<TollCategory> = [.protesters, .civilians]
    return unarmed.contains(self) && unarmed.contains(other)
  }

  public static func < (left: TollCategory, right: TollCategory) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
