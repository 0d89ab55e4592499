internal import Chronicle

/// How many blockades of a status and an evidence stand on the layer of each day.
struct DailyCounts {
  struct Kind: Hashable {
    let status: BlockadeStatus
    let evidence: Evidence
  }

  let days: ClosedRange<Day>
  /// For each kind a number for each day. Every kind is there.
  let counts: [Kind: [Int]]

  /// - Complexity: O(*n* + *d*) in the phases and the days.
  init(_ timeline: Timeline, days: ClosedRange<Day>) {
    var changes: [Kind: [Int]] = [:]
    for kind in Self.kinds { changes[kind] = [Int](repeating: 0, count: days.count + 1) }
    for (phase, shown, _) in timeline.shownPhases where shown.overlaps(days) {
      let part = shown.clamped(to: days)
      let kind = Kind(status: phase.status, evidence: phase.evidence)
      changes[kind]?[days.lowerBound.distance(to: part.lowerBound)] += 1
      changes[kind]?[days.lowerBound.distance(to: part.upperBound) + 1] -= 1
    }
    self.days = days
    counts = changes.mapValues { changes in
      var running = 0
      return changes.dropLast().map { change in
        running += change
        return running
      }
    }
  }

  /// In the order in which they are stacked, from below.
  static let kinds = BlockadeStatus.allCases.filter(\.isInForce).flatMap { status in
    Evidence.allCases.map { Kind(status: status, evidence: $0) }
  }

  /// The sum of all kinds on each day.
  var sums: [Int] {
    counts.values.reduce([Int](repeating: 0, count: days.count)) { sums, counts in
      zip(sums, counts).map { $0 + $1 }
    }
  }
}
