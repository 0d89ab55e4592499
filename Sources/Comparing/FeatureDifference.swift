public import GeoFormats

/// What differs between two collections of features.
///
/// The features themselves stay in their files: whoever asks for a change has it read again.
public struct FeatureDifference: Sendable {
  public let before: CollectionDigest
  public let after: CollectionDigest
  private let matching: FeatureMatching

  /// Compares two collections, whose features are told apart by the same key.
  ///
  /// - Complexity: O(*n*) in all features.
  public init(from before: CollectionDigest, to after: CollectionDigest) {
    self.before = before
    self.after = after
    matching = FeatureMatching(before: before.features, after: after.features)
  }

  /// The difference between two files, read at the same time.
  ///
  /// - Throws: Where one of them is no collection; of two errors the first file's.
  public init(from before: StoredInput, to after: StoredInput, key: FeatureKey) throws(InputError) {
    let inputs = [before, after]
    let digests = try Parallel.map(2) { (index) throws(InputError) in
      try CollectionDigest(of: inputs[index], key: key)
    }
    self.init(from: digests[0], to: digests[1])
  }

  /// Features that only the second collection has.
  public var addedCount: Int { matching.added.count }
  /// Features that only the first collection has.
  public var removedCount: Int { matching.removed.count }
  public var changedCount: Int { matching.changed.count }
  public var unchangedCount: Int { matching.unchanged }

  /// Whether every feature that could be compared is in both collections, with the same content.
  public var isEmpty: Bool { addedCount + removedCount + changedCount == 0 }

  /// What is wrong with features that could not be compared, first in the one collection, then in the other.
  public func findings() throws(InputError) -> [Finding] {
    try before.findings + before.findings(ofRepeated: matching.repeatedBefore)
      + after.findings + after.findings(ofRepeated: matching.repeatedAfter)
  }

  /// A feature that only the second collection has, by its place among those.
  public func added(_ place: Int) throws(InputError) -> FeatureText {
    try FeatureText(of: after.features[matching.added[place]], in: after)
  }

  /// A feature that only the first collection has, by its place among those.
  public func removed(_ place: Int) throws(InputError) -> FeatureText {
    try FeatureText(of: before.features[matching.removed[place]], in: before)
  }

  /// A feature that changed, by its place among those.
  public func changed(_ place: Int) throws(InputError) -> FeatureRevision {
    let pair = matching.changed[place]
    return FeatureRevision(
      before: try FeatureText(of: before.features[pair.before], in: before),
      after: try FeatureText(of: after.features[pair.after], in: after)
    )
  }
}
