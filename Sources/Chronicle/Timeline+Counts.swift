internal import Gazetteer

extension Timeline {
  /// Counts blockades and blockade observations, day by day.
  ///
  /// Blockades are those of ``phases(on:)``, counted where their spell is placed; observations are counted on
  /// every day they are about, where they themselves place it.
  ///
  /// - Throws: The first day whose rows do not add up to all that is counted on it.
  /// - Complexity: O(*n* log *n* + *d* + *r*) for *n* phases and observations, *d* days and *r* rows, the rows of a
  ///   day being sorted.
  public func counts(by key: CountKey, days: ClosedRange<Day>) throws(CountInconsistency) -> CountTable {
    try DailyCounting(self, days: days).table(by: key)
  }

  /// Counts by several keys, as ``counts(by:days:)`` does by one: what all have in common is done once.
  public func counts(
    by keys: [CountKey],
    days: ClosedRange<Day>
  ) throws(CountInconsistency) -> [CountTable] {
    let counting = DailyCounting(self, days: days)
    var tables: [CountTable] = []
    for key in keys { tables.append(try counting.table(by: key)) }
    return tables
  }

  /// The row that a phase is counted in.
  public func group(of phase: Phase, by key: CountKey) -> CountGroup {
    CountGroup(key, placement: phase.placement, cause: phase.cause, regions: regions)
  }
}
