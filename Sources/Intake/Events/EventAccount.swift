/// What became of the events of tables: each either counts or is skipped.
public struct EventAccount: Hashable, Sendable {
  public var events = 0
  /// With a blockade.
  public var blockades = 0
  /// With people killed.
  public var deadly = 0
  /// With both.
  public var both = 0
  /// With neither.
  public var other = 0
  /// In another country.
  public var elsewhere = 0
  /// Told once more, by a row that was changed later.
  public var repeated = 0

  public init() {}

  /// Whether nothing is lost.
  public var addsUp: Bool { blockades + deadly - both + other + elsewhere + repeated == events }

  public static func += (left: inout EventAccount, right: EventAccount) {
    left.events += right.events
    left.blockades += right.blockades
    left.deadly += right.deadly
    left.both += right.both
    left.other += right.other
    left.elsewhere += right.elsewhere
    left.repeated += right.repeated
  }
}

extension EventAccount: CustomStringConvertible {
  /// One line, in which the parts are seen to add up.
  public var description: String {
    """
    \(events) events: \(blockades) with a blockade, \(deadly) with people killed, \(both) of them with both; skipped \
    \(other) with neither, \(elsewhere) in another country, \(repeated) told again by a later row
    """
  }
}
