internal import Chronicle
internal import Gazetteer

/// Reads how many points, roads, provinces or regions a sentence says are blockaded.
struct TallyReader {
  let reader: SentenceReader

  /// A number of a sentence and what it counts.
  struct Tally {
    var measure: TallyMeasure
    var event: EventType
    /// The item that is the number.
    var number: Int
    /// The first and the last of the items that it rests on.
    var first: Int
    var last: Int

    init(measure: TallyMeasure, event: EventType, number: Int, with other: Int? = nil) {
      self.measure = measure
      self.event = event
      self.number = number
      first = min(number, other ?? number)
      last = max(number, other ?? number)
    }
  }

  /// Where something is counted.
  struct Spot {
    var text: String
    var resolution: Resolution
    var scope: Scope
  }

  init(_ reader: SentenceReader) { self.reader = reader }

  var items: [Item] { reader.items }

  func drafts() -> [Draft] {
    let roles = reader.scanned.roles
    let isListHead = reader.discourse.headingStatus == .blocked
    guard
      roles.hasAny(of: [.block, .blockade, .blocking, .march, .closure]) || isListHead && roles.has(.tally)
        || countBefore != nil && roles.hasAny(of: [.including, .tally, .superlative])
    else {
      return []
    }
    var tallies: [Tally] = []
    var drafts: [Draft] = []
    for position in items.indices {
      guard let number = reader.number(position), let value = number.value, !number.isRank, !number.isShare
      else { continue }
      if isWhole(position) || isNamedWhole(position, value) { continue }
      if let later = later(than: position), let tally = tally(later, after: tallies.last) {
        // `from 99 to 74`: two counts, the first of an earlier time.
        let earlier = Tally(measure: tally.measure, event: tally.event, number: position)
        let day = draft(tally, value, number, isEarlier: false).days.lowerBound
        drafts.append(draft(earlier, value, number, isEarlier: true, before: day))
        continue
      }
      if let last = tallies.last, isCompared(position) || isChangedFrom(position, last) {
        let last = likest(value, of: tallies) ?? last
        drafts.append(
          draft(
            Tally(measure: last.measure, event: last.event, number: position),
            value,
            number,
            isEarlier: true
          )
        )
        continue
      }
      // The whole of which the number before is a part, or where a number came from.
      if let last = tallies.last, position < last.last { continue }
      // `46 points in nine regions, against Wednesday, when there were 30`
      let isSaid = reader.isWord(position - 1, [.rise]) || dated(position) != nil
      let previous = isSaid ? likest(value, of: tallies) : tallies.last
      guard let tally = tally(position, after: previous) else { continue }
      tallies.append(tally)
      drafts.append(draft(tally, value, number, isEarlier: false))
    }
    return drafts
  }

  /// What is counted by the number at `number`, of which `previous` is the count before in the sentence.
  private func tally(_ number: Int, after previous: Tally?) -> Tally? {
    guard
      let (measure, noun) = ofThem(number, after: previous) ?? noun(of: number) ?? elided(
        number,
        after: previous
      )
        ?? shared(number)
    else { return nil }
    let first = min(number, noun)
    let last = max(number, noun)
    let isListed = noun == number && (reader.isSign(number - 1, "(") || isInList(number))
    let isTold =
      noun == number && (ofThem(number) != nil || previous == nil) && !reader.scanned.roles.has(.march)
    guard
      let (event, trigger) = eventWith(number) ?? eventWith(last)
        ?? (isTold ? countBefore.map { ($0.event, nil) } : nil) ?? event(first, last, measure)
        ?? (isListed || !reader.scanned.roles.has(.restrict) ? previous.map { ($0.event, nil) } : nil)
    else { return nil }
    let all = 0..<items.count
    let start = min(first, trigger ?? first)
    for position in [first, trigger ?? first] {
      if reader.isNegated(position, within: 4) || reader.isUnreal(position, in: all, isNominal: false) {
        return nil
      }
    }
    if reader.isGoverned(first, by: [.announce, .demand], in: all, within: 4) { return nil }
    // `On Wednesday roads had been blocked in 30 provinces` counts that day.
    if (max(0, start - 3)..<last).contains(where: { items[$0].roles.has(.past) && items[$0].kind == .word }),
      reader.date(near: number, in: all).map({ $0.precision == .period }) ?? true
    {
      return nil
    }
    return Tally(measure: measure, event: event, number: number, with: noun)
  }

  // MARK: Drafts

  func draft(
    _ tally: Tally,
    _ value: Int,
    _ mention: NumberMention,
    isEarlier: Bool,
    before later: Day? = nil,
    at place: Spot? = nil
  )
    -> Draft
  {
    let today = reader.discourse.today
    let number = items.indices.first {
      $0 > tally.last && reader.number($0).map { !$0.isRank && !$0.isShare } == true
    }
    // `41 today; on Monday there were 36`: the day of the next number is not this one's.
    let next = number.map { dated($0)?.start ?? $0 } ?? items.count
    let own = dated(tally.number)
    let range = (own?.start ?? tally.number)..<max(next, tally.number + 1)
    let clause = clause(around: tally.number).clamped(to: isEarlier ? range : 0..<next)
    let date =
      dateBehind(tally.last) ?? own?.date ?? reader.date(near: tally.last, in: clause, orUntil: true)
      ?? (isEarlier ? nil : laterDate(from: next, of: tally))
      ?? (isEarlier ? nil : reader.date(near: tally.number, in: 0..<tally.number))
    let fallback = isEarlier ? (later ?? today).previous : today
    let spot = place ?? region(of: tally, next: next)
    let share = share(beside: tally, next: next)
    return Draft(
      content: .tally(
        measure: tally.measure,
        event: tally.event,
        value: value,
        qualifier: mention.qualifier,
        sharePercent: tally.measure == .provinces || tally.measure == .regions
          ? share.flatMap { 0...100 ~= $0 ? $0 : nil } : nil
      ),
      scope: spot?.scope ?? .nation,
      bytes: reader.bytes(quoted(tally)),
      site: Draft.Site(spot?.text ?? "", spot?.resolution),
      days: date?.days ?? daysBefore ?? fallback...fallback,
      precision: date?.precision,
      said: today
    )
  }

  /// The percentage right behind a count, or right before it: `64 provinces, 32.7 % of the total`.
  private func share(beside tally: Tally, next: Int) -> Double? {
    let behind = (tally.last + 1..<max(items.count, tally.last + 1)).first { reader.number($0) != nil }
    let before = (max(0, tally.number - 4)..<tally.number).last { reader.number($0) != nil }
    for position in [behind, before].compactMap({ $0 }) {
      if let number = reader.number(position), number.isShare { return number.decimal }
    }
    return nil
  }

  /// The clause that the number stands in.
  private func quoted(_ tally: Tally) -> Range<Int> {
    var first = tally.first
    while first > 0, tally.number - first < 14, items[first - 1].kind != .sign || isInner(first - 1) {
      first -= 1
    }
    var last = max(tally.last, tally.number)
    // `25 last night`: the time belongs to the number.
    if last + 1 < items.count, items[last + 1].kind == .date { last += 1 }
    return first..<last + 1
  }

  private func isInner(_ position: Int) -> Bool {
    reader.isDash(position) || reader.isSign(position, "'") || reader.isSign(position, "’")
  }
}
