public import Chronicle
internal import Gazetteer
internal import Ledger

/// What became of every row of every snapshot: each is counted in exactly one way.
public struct FeedAccount: Hashable, Sendable {
  /// Where a row went.
  public enum Fate: String, CaseIterable, Hashable, Sendable {
    /// A blockade in a region.
    case counted
    /// A blockade outside the country.
    case outside
    /// A blockade without a position, or one that lies in no single region.
    case unlocated
    /// A road that is closed for another cause than the ones asked for.
    case otherCause = "other cause"
    /// A road that is free, or free again.
    case notBlocked = "not blocked"
    /// A row that nothing can be made of.
    case refused
  }

  /// How many rows had each fate.
  public private(set) var rows: [Fate: Int] = [:]
  /// All rows, counted apart.
  public private(set) var total = 0

  /// - Parameter causes: The causes asked for; `nil` for all.
  public init(_ archive: FeedArchive, causes: Set<Cause>?) {
    let fates = archive.readings.map { Self.fate(of: $0, causes: causes) }
    for snapshot in archive.snapshots {
      total += snapshot.rows.count
      for state in snapshot.rows { rows[fates[state], default: 0] += 1 }
    }
  }

  /// Whether every row is in exactly one of the fates.
  public var addsUp: Bool { rows.values.reduce(0, +) == total }

  static func fate(of reading: FeedReading, causes: Set<Cause>?) -> Fate {
    switch reading {
    case .refused: return .refused
    case .open: return .notBlocked
    case .alert(let alert):
      guard alert.status.isInForce else { return .notBlocked }
      if let causes, !causes.contains(alert.cause) { return .otherCause }
      guard let location = alert.placement.location else { return .unlocated }
      if location.isOutside { return .outside }
      return location.region == nil ? .unlocated : .counted
    }
  }
}
