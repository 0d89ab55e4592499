internal import Gazetteer

/// What there is to count on some days: which days each thing counts on, whatever it is counted by.
struct DailyCounting {
  /// Something that counts from one day through another.
  private struct Item {
    let placement: Placement
    let cause: Cause
    let counts: Counts
    /// Days since the first.
    let days: ClosedRange<Int>
  }

  private let days: ClosedRange<Day>
  private let regions: RegionTable
  private let items: [Item]
  /// The items' places by their first days, and by their last.
  private let opening: [Int]
  private let closing: [Int]
  /// Everything counted on each day, without asking where it is.
  private let totals: [Counts]

  /// - Complexity: O(*n* log *n* + *d*) for *n* phases and observations and *d* days.
  init(_ timeline: Timeline, days: ClosedRange<Day>) {
    var items: [Item] = []
    func add(_ placement: Placement, _ cause: Cause, _ counts: Counts, on range: ClosedRange<Day>) {
      guard range.overlaps(days) else { return }
      let part = range.clamped(to: days)
      let first = days.lowerBound.distance(to: part.lowerBound)
      items.append(
        Item(
          placement: placement,
          cause: cause,
          counts: counts,
          days: first...days.lowerBound.distance(to: part.upperBound)
        )
      )
    }
    for (phase, shown) in zip(timeline.phases, timeline.shownDays) {
      if let shown { add(phase.placement, phase.cause, Counts(phase), on: shown) }
    }
    for observation in timeline.observations {
      guard case .blockade(let statement) = observation.statement else { continue }
      add(statement.placement, statement.cause, Counts(observations: 1), on: statement.when.days)
    }
    self.items = items
    self.days = days
    regions = timeline.regions
    opening = items.indices.sorted { items[$0].days.lowerBound < items[$1].days.lowerBound }
    closing = items.indices.sorted { items[$0].days.upperBound < items[$1].days.upperBound }
    totals = Self.totals(of: timeline, over: days)
  }

  /// The table by a key.
  ///
  /// - Throws: The first day whose rows do not add up to all that is counted on it.
  /// - Complexity: O(*n* + *g* (log *g* + *d*)) for *n* items, *g* groups and *d* days.
  func table(by key: CountKey) throws(CountInconsistency) -> CountTable {
    try CountTable(key: key, days: days, rows: rows(by: key), totals: totals)
  }

  /// Walks through the days with the counts of all groups, changing only what changes.
  private func rows(by key: CountKey) -> [CountRow] {
    let standing = CountGroup.standing(in: key)
    var numbers: [CountGroup: Int] = [:]
    var groups: [CountGroup] = []
    func number(of group: CountGroup) -> Int {
      if let known = numbers[group] { return known }
      numbers[group] = groups.count
      groups.append(group)
      return groups.count - 1
    }
    for group in standing { _ = number(of: group) }
    let groupOfItem = items.map { item in
      number(of: CountGroup(key, placement: item.placement, cause: item.cause, regions: regions))
    }
    // Those that stand on every day came first.
    let order = groups.indices.sorted { groups[$0] < groups[$1] }
    var current = [Counts](repeating: .zero, count: groups.count)
    var (opened, closed) = (0, 0)
    var rows: [CountRow] = []
    for (offset, day) in days.enumerated() {
      while opened < opening.count, items[opening[opened]].days.lowerBound <= offset {
        current[groupOfItem[opening[opened]]] += items[opening[opened]].counts
        opened += 1
      }
      while closed < closing.count, items[closing[closed]].days.upperBound < offset {
        current[groupOfItem[closing[closed]]] -= items[closing[closed]].counts
        closed += 1
      }
      for group in order where group < standing.count || current[group] != .zero {
        rows.append(CountRow(day: day, group: groups[group], counts: current[group]))
      }
    }
    return rows
  }

  private static func totals(of timeline: Timeline, over days: ClosedRange<Day>) -> [Counts] {
    var changes = [Counts](repeating: .zero, count: days.count + 1)
    func add(_ counts: Counts, on range: ClosedRange<Day>) {
      guard range.overlaps(days) else { return }
      let part = range.clamped(to: days)
      changes[days.lowerBound.distance(to: part.lowerBound)] += counts
      changes[days.lowerBound.distance(to: part.upperBound) + 1] -= counts
    }
    for (phase, shown) in zip(timeline.phases, timeline.shownDays) {
      if let shown { add(Counts(phase), on: shown) }
    }
    for observation in timeline.observations {
      if case .blockade(let statement) = observation.statement {
        add(Counts(observations: 1), on: statement.when.days)
      }
    }
    var running = Counts.zero
    return changes.dropLast().map { change in
      running += change
      return running
    }
  }
}
