internal import GeoFormats

/// Which features of two collections are the same, by their keys.
///
/// Features are named by their places in their collections.
struct FeatureMatching: Sendable {
  /// In the order of the first collection.
  private(set) var changed: [(before: Int, after: Int)] = []
  /// In the order of the first collection.
  private(set) var removed: [Int] = []
  /// In the order of the second collection.
  private(set) var added: [Int] = []
  private(set) var unchanged = 0
  /// Features whose key another one before them has, in the order of each collection. They are matched with none.
  private(set) var repeatedBefore: [Int] = []
  private(set) var repeatedAfter: [Int] = []

  /// Matches two collections.
  ///
  /// The keys are dealt out to as many tables as there is work in parallel, by their digests, so no table is ever
  /// shared.
  ///
  /// - Complexity: O(*n*) in all features.
  init(before: [FeatureDigest], after: [FeatureDigest]) {
    let shares = before.count + after.count < Self.leastForSharing ? 1 : Parallel.processors
    let parts = Parallel.map(shares) { share in
      Self(before: before, after: after, share: UInt64(share), of: UInt64(shares))
    }
    for part in parts {
      changed += part.changed
      removed += part.removed
      added += part.added
      unchanged += part.unchanged
      repeatedBefore += part.repeatedBefore
      repeatedAfter += part.repeatedAfter
    }
    if shares > 1 {
      changed.sort { $0.before < $1.before }
      removed.sort()
      added.sort()
      repeatedBefore.sort()
      repeatedAfter.sort()
    }
  }

  /// Fewer features are matched before a second thread has started.
  private static let leastForSharing = 10_000

  /// Matches the features whose keys fall to one share.
  private init(before: [FeatureDigest], after: [FeatureDigest], share: UInt64, of shares: UInt64) {
    var table = FeatureTable(capacity: (before.count + after.count) / Int(shares))
    var isSettled = [Bool](repeating: false, count: before.count)
    for (place, feature) in before.enumerated() where feature.key.high % shares == share {
      if table.insert(place, key: feature.key, keyOf: { before[$0].key }) != nil {
        repeatedBefore.append(place)
        isSettled[place] = true
      }
    }
    for (place, feature) in after.enumerated() where feature.key.high % shares == share {
      let first = table.insert(before.count + place, key: feature.key) {
        $0 < before.count ? before[$0].key : after[$0 - before.count].key
      }
      if let first {
        if first >= before.count || isSettled[first] {
          repeatedAfter.append(place)
        } else {
          isSettled[first] = true
          if before[first].content == feature.content {
            unchanged += 1
          } else {
            changed.append((first, place))
          }
        }
      } else {
        added.append(place)
      }
    }
    changed.sort { $0.before < $1.before }
    for (place, feature) in before.enumerated() where !isSettled[place] && feature.key.high % shares == share {
      removed.append(place)
    }
  }
}
