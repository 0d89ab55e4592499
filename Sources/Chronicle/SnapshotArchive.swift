/// When each publisher of complete reports published one.
struct SnapshotArchive {
  struct Snapshot {
    let moment: Moment
    let report: Report.ID
  }

  /// By publisher, in the order of their moments, one a moment.
  private let snapshots: [Int: [Snapshot]]

  /// - Parameter reports: Complete ones with their publishers. Of several that one publisher published at
  ///   one moment, which together are one snapshot, the first identifier stands for all.
  init(_ reports: some Sequence<(publisher: Int, report: Report)>) {
    var snapshots: [Int: [Snapshot]] = [:]
    for (publisher, report) in reports {
      snapshots[publisher, default: []].append(Snapshot(moment: report.published, report: report.id))
    }
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
