/// Why a road is closed: an open vocabulary.
public struct Cause: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The word in the tables, lower case.
  public let text: String

  public init(_ text: String) { self.text = text }

  public static let protest = Cause("protest")
  public static let weather = Cause("weather")
  public static let accident = Cause("accident")
  public static let infrastructure = Cause("infrastructure")
  public static let unknown = Cause("unknown")

  public var description: String { text }

  public static func < (left: Cause, right: Cause) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
