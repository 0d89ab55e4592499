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
    let items = countedItems(by: key, in: days)
    return try CountTable(
      key: key,
      days: days,
      rows: Self.rows(of: items, key: key, days: days),
      totals: totals(over: days)
    )
  }

  /// The row that a phase is counted in.
  public func group(of phase: Phase, by key: CountKey) -> CountGroup {
    CountGroup(key, placement: phase.placement, cause: phase.cause, regions: regions)
  }

  /// Something that counts from one day through another.
  private struct Item {
    let group: CountGroup
    let days: ClosedRange<Day>
    let counts: Counts
  }

  private func countedItems(by key: CountKey, in days: ClosedRange<Day>) -> [Item] {
    var items: [Item] = []
    for (phase, shown) in zip(phases, shownDays) {
      guard let shown, shown.overlaps(days) else { continue }
      let group = group(of: phase, by: key)
      items.append(Item(group: group, days: shown.clamped(to: days), counts: Counts(phase)))
    }
    for observation in observations {
      guard case .blockade(let statement) = observation.statement else { continue }
      let about = statement.when.days
      guard about.overlaps(days) else { continue }
      let group = CountGroup(key, placement: statement.placement, cause: statement.cause, regions: regions)
      items.append(Item(group: group, days: about.clamped(to: days), counts: Counts(observations: 1)))
    }
    return items
  }

  /// Walks through the days with the counts of all groups that have any, changing only what changes.
  private static func rows(of items: [Item], key: CountKey, days: ClosedRange<Day>) -> [CountRow] {
    let opening = items.sorted { $0.days.lowerBound < $1.days.lowerBound }
    let closing = items.sorted { $0.days.upperBound < $1.days.upperBound }
    let standing = CountGroup.standing(in: key)
    var current: [CountGroup: Counts] = Dictionary(uniqueKeysWithValues: standing.map { ($0, .zero) })
    var order: [CountGroup] = []
    var isOrdered = false
    var (opened, closed) = (0, 0)
    var rows: [CountRow] = []
    for day in days {
      while opened < opening.count, opening[opened].days.lowerBound <= day {
        let item = opening[opened]
        if current[item.group] == nil { isOrdered = false }
        current[item.group, default: .zero] += item.counts
        opened += 1
      }
      while closed < closing.count, closing[closed].days.upperBound < day {
        let item = closing[closed]
        current[item.group, default: .zero] -= item.counts
        closed += 1
      }
      for (group, counts) in current where counts == .zero && !standing.contains(group) {
        current[group] = nil
        isOrdered = false
      }
      if !isOrdered {
        order = current.keys.sorted()
        isOrdered = true
      }
      for group in order { rows.append(CountRow(day: day, group: group, counts: current[group] ?? .zero)) }
    }
    return rows
  }

  /// Everything counted on each day, without asking where it is.
  private func totals(over days: ClosedRange<Day>) -> [Counts] {
    var changes = [Counts](repeating: .zero, count: days.count + 1)
    func add(_ counts: Counts, on range: ClosedRange<Day>) {
      guard range.overlaps(days) else { return }
      let part = range.clamped(to: days)
      changes[days.lowerBound.distance(to: part.lowerBound)] += counts
      changes[days.lowerBound.distance(to: part.upperBound) + 1] -= counts
    }
    for (phase, shown) in zip(phases, shownDays) {
      if let shown { add(Counts(phase), on: shown) }
    }
    for observation in observations {
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
