/// What tells a spell from all others of its timeline: the site and the day it began, as
/// `pe-1s-km262-2023-01-05`, with a number behind where a site has two spells that begin on one day.
public struct BlockadeID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func < (left: BlockadeID, right: BlockadeID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
