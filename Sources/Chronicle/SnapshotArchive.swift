internal import Gazetteer

/// When each publisher of complete reports published one.
struct SnapshotArchive {
  struct Snapshot {
    let moment: Moment
    /// Where its report stands among the reports.
    let report: Int
  }

  /// By publisher, in the order of their moments, one a moment.
  private let snapshots: [Int: [Snapshot]]

  /// - Parameter all: Those of each publisher, in any order. Of several at one moment, which together
  ///   are one, the first report stands for all.
  init(_ all: some Sequence<(publisher: Int, snapshot: Snapshot)>) {
    var snapshots: [Int: [Snapshot]] = [:]
    for (publisher, snapshot) in all { snapshots[publisher, default: []].append(snapshot) }
    self.snapshots = snapshots.mapValues { all in
      var kept: [Snapshot] = []
      for snapshot in all.sorted(by: { ($0.moment, $0.report) < ($1.moment, $1.report) })
      where kept.last?.moment != snapshot.moment {
        kept.append(snapshot)
      }
      return kept
    }
  }

  /// The day of the last snapshot of all.
  var lastDay: Day? { snapshots.values.compactMap { $0.last?.moment.day }.max() }

  /// A publisher's first snapshot after a moment.
  ///
  /// - Complexity: O(log *n*).
  func first(of publisher: Int, after moment: Moment) -> Snapshot? {
    guard let all = snapshots[publisher] else { return nil }
    let index = all.firstIndexBySearch { $0.moment > moment }
    return index < all.count ? all[index] : nil
  }
}
