/// What goes on where a tally counts: an open vocabulary.
public struct EventType: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The word in the tables, lower case.
  public let text: String

  public init(_ text: String) { self.text = text }

  public static let blockade = EventType("blockade")
  public static let march = EventType("march")

  public var description: String { text }

  public static func < (left: EventType, right: EventType) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
