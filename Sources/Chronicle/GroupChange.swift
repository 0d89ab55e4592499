public import Gazetteer

/// What happened to the blockades of one group from one situation to another.
public struct GroupChange: Hashable, Sendable {
  /// `nil` for all groups together.
  public let group: CountGroup?
  /// How many blockades the group had before, and has after.
  public private(set) var before = 0
  public private(set) var after = 0
  /// How many changes there were of each kind. One that leads from a group to another counts where it leads.
  public private(set) var kinds: [BlockadeChange.Kind: Int] = [:]

  /// Whether its blockades stand as they stood.
  public var isUnchanged: Bool {
    before == after && kinds.keys.allSatisfy { $0 == .continuing || $0 == .presumed }
  }

  fileprivate init(_ group: CountGroup?) { self.group = group }

  fileprivate mutating func count(before: Int = 0, after: Int = 0, kind: BlockadeChange.Kind? = nil) {
    self.before += before
    self.after += after
    if let kind { kinds[kind, default: 0] += 1 }
  }
}

extension SituationDifference {
  /// The changes of blockades group by group, in order: every group with any, the rows for what belongs to none
  /// even where they are empty, and last of all the total, which is counted apart.
  ///
  /// - Complexity: O(*n* log *n*) in the blockades.
  public func blockadeChanges(by key: CountKey, regions: RegionTable) -> [GroupChange] {
    var groups = Dictionary(
      uniqueKeysWithValues: CountGroup.standing(in: key).map { ($0, GroupChange($0)) }
    )
    var total = GroupChange(nil)
    func group(of phase: Phase) -> CountGroup {
      CountGroup(key, placement: phase.placement, cause: phase.cause, regions: regions)
    }
    for change in blockades {
      let (before, after) = (change.delta.before.map(group), change.delta.after.map(group))
      if let before { groups[before, default: GroupChange(before)].count(before: 1) }
      if let after { groups[after, default: GroupChange(after)].count(after: 1) }
      if let last = after ?? before { groups[last]?.count(kind: change.kind) }
      total.count(before: before == nil ? 0 : 1, after: after == nil ? 0 : 1, kind: change.kind)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value) + [total]
  }
}
