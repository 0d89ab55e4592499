internal import Gazetteer

/// Blockades counted day by day, each day's rows adding up to its total.
public struct CountTable: Hashable, Sendable {
  public let key: CountKey
  public let days: ClosedRange<Day>
  /// In the order of days and then of groups: on each day every group with anything to count, and the rows
  /// for what belongs to none even where they are empty.
  public let rows: [CountRow]
  /// For each day everything that is counted on it, not summed from the rows but counted for itself.
  public let totals: [Counts]

  /// Makes a table, or tells the first day whose rows do not add up to its total.
  ///
  /// - Parameter totals: One for each of the days, in order.
  init(
    key: CountKey,
    days: ClosedRange<Day>,
    rows: [CountRow],
    totals: [Counts]
  ) throws(CountInconsistency) {
    var sums = [Counts](repeating: .zero, count: totals.count)
    for row in rows {
      let offset = days.lowerBound.distance(to: row.day)
      if sums.indices.contains(offset) { sums[offset] += row.counts }
    }
    for (day, (sum, total)) in zip(days, zip(sums, totals)) where sum != total {
      throw CountInconsistency(day: day, sumOfRows: sum, total: total)
    }
    self.key = key
    self.days = days
    self.rows = rows
    self.totals = totals
  }

  /// The rows of a day; none outside the days of the table.
  ///
  /// - Complexity: O(log *n*).
  public func rows(on day: Day) -> ArraySlice<CountRow> {
    rows[rows.firstIndexBySearch { $0.day >= day }..<rows.firstIndexBySearch { $0.day > day }]
  }

  /// The total of a day; `nil` outside the days of the table.
  public func total(on day: Day) -> Counts? {
    days.contains(day) ? totals[days.lowerBound.distance(to: day)] : nil
  }
}
