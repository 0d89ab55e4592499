/// What became of the records of a file.
public struct PlacementSummary: Hashable, Sendable {
  /// In a region.
  public var located = 0
  /// In none.
  public var outside = 0
  /// Without a position.
  public var unlocated = 0
  /// With a position or a row that cannot be read.
  public var unreadable = 0
  /// All records, counted apart from the others.
  public var total = 0

  /// The sum of the four.
  public var sum: Int { located + outside + unlocated + unreadable }

  /// Whether nothing is lost.
  public var addsUp: Bool { sum == total }

  public static func += (left: inout PlacementSummary, right: PlacementSummary) {
    left.located += right.located
    left.outside += right.outside
    left.unlocated += right.unlocated
    left.unreadable += right.unreadable
    left.total += right.total
  }
}
