public import GeoFormats

/// A member that differs between two versions of a feature: there before, after, or both.
public struct MemberChange: Sendable {
  public let before: FeatureText.Member?
  public let after: FeatureText.Member?

  /// What differs between two objects: first what was there before, in its order, then what is new.
  ///
  /// A name that an object has twice is paired with the same name of the other in the order of both.
  ///
  /// - Complexity: O(*n*) on average.
  static func changes(from before: [FeatureText.Member], to after: [FeatureText.Member]) -> [MemberChange] {
    var changes: [MemberChange] = []
    if before.count == after.count, zip(before, after).allSatisfy({ $0.nameDigest == $1.nameDigest }) {
      for (before, after) in zip(before, after) where before.valueDigest != after.valueDigest {
        changes.append(MemberChange(before: before, after: after))
      }
      return changes
    }
    var waiting: [ValueDigest: [Int]] = [:]
    for (place, member) in after.enumerated().reversed() {
      waiting[member.nameDigest, default: []].append(place)
    }
    var isPaired = [Bool](repeating: false, count: after.count)
    for member in before {
      guard let partner = waiting[member.nameDigest]?.popLast() else {
        changes.append(MemberChange(before: member, after: nil))
        continue
      }
      isPaired[partner] = true
      if after[partner].valueDigest != member.valueDigest {
        changes.append(MemberChange(before: member, after: after[partner]))
      }
    }
    for (place, member) in after.enumerated() where !isPaired[place] {
      changes.append(MemberChange(before: nil, after: member))
    }
    return changes
  }
}
