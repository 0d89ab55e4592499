internal import Chronicle
internal import Gazetteer

/// Reads how many points, roads, provinces or regions a sentence says are blockaded.
struct TallyReader {
  private let reader: SentenceReader

  private struct Tally {
    var measure: TallyMeasure
    var event: EventType
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
  private struct Spot {
    var text: String
    var resolution: Resolution
    var scope: Scope
  }

  init(_ reader: SentenceReader) { self.reader = reader }

  private var items: [Item] { reader.items }

  func drafts() -> [Draft] {
    let roles = reader.scanned.roles
    let isListHead = reader.discourse.headingStatus == .blocked
    guard
      roles.hasAny(of: [.block, .blockade, .blocking, .march, .closure]) || isListHead && roles.has(.tally)
        || told != nil && roles.hasAny(of: [.including, .tally, .superlative])
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

  // MARK: Lists

  /// What a heading says that the lines under it count: points where it names nothing else.
  func headingMeasure() -> TallyMeasure? {
    items.lazy.compactMap { self.reader.phrase($0) }.first { $0.roles.has(.tally) }?.measure ?? .points
  }

  /// `Puno: 8`, `Cusco 6 puntos`, `TOTAL: 20` under a heading: a line of nothing but a region and its count.
  func tabulated() -> Draft? {
    guard let measure = reader.discourse.headingMeasure,
      reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine,
      let number = items.indices.first(where: { reader.number($0) != nil }),
      let mention = reader.number(number), let value = mention.value, !mention.isRank, !mention.isShare
    else { return nil }
    let isAlone = items.indices.allSatisfy { position in
      switch items[position].kind {
      case .sign: true
      case .number: position == number
      case .name: reader.name(position).map { $0.highways.isEmpty && !$0.isUnknownRoad } ?? false
      case .word:
        reader.isWord(position, [.level, .of, .article, .sum, .nation, .tally, .settlement, .qualifier])
      case .kilometres, .date: false
      }
    }
    let names = items.indices.compactMap { reader.name($0)?.name }
    guard isAlone, names.count <= 1 else { return nil }
    let isWhole = items.contains { $0.kind == .word && $0.roles.hasAny(of: [.sum, .nation]) }
    guard names.isEmpty ? isWhole : !isWhole else { return nil }
    var measured = measure
    if let noun = items.indices.first(where: { reader.isWord($0, [.tally]) }),
      let own = reader.phrase(items[noun])?.measure
    {
      measured = own
    }
    let label = items.indices.first { items[$0].kind != .sign }
    let tally = Tally(measure: measured, event: .blockade, number: number, with: label)
    return draft(tally, value, mention, isEarlier: false, at: names.first.map { spot($0) })
  }

  // MARK: What is counted

  /// `30 % of the 24 departments`: the whole of a share counts nothing.
  private func isWhole(_ number: Int) -> Bool {
    var position = number - 1
    while reader.isWord(position, [.of, .article]) { position -= 1 }
    return position < number - 1 && items.indices.contains(position)
      && items[position].kind == .number && items[position].index >= 0
      && scannedNumber(position).isShare
  }

  /// `Quiquijana and Cusipata are the two points where …`: who names them all does not count them.
  private func isNamedWhole(_ number: Int, _ value: Int) -> Bool {
    guard value > 1 else { return false }
    // `walking between the two barricades`
    let before = reader.has(number - 1, [.article]) ? number - 2 : number - 1
    if reader.isWord(before, [.between]), reader.isWord(number + 1, [.blockade]) { return true }
    guard reader.has(number - 1, [.article]) else { return false }
    guard reader.isWord(number - 2, [.rise, .assert]) else { return false }
    return items[..<number].count { $0.kind == .name || $0.kind == .kilometres } >= value
  }

  private func scannedNumber(_ position: Int) -> NumberMention {
    reader.scanned.numbers[items[position].index]
  }

  /// The number that one rose or fell to: of `from 99 to 74` the second for the first.
  private func later(than number: Int) -> Int? {
    guard reader.has(number - 1, [.from, .of, .compared, .rise]) else { return nil }
    // `from 99 on Thursday to 114 on Friday`
    var next = number + 1
    while next - number <= 3, next < items.count, reader.number(next + 1) == nil,
      items[next].kind == .date || reader.isWord(next, [.within, .of, .article])
    { next += 1 }
    guard reader.has(next, [.range, .rise]), reader.number(next + 1)?.value != nil else { return nil }
    return next + 1
  }

  /// Whether the count before changed from this number: `dropped to 66 from 79`.
  private func isChangedFrom(_ number: Int, _ last: Tally) -> Bool {
    reader.has(number - 1, [.from]) && last.number < number && number - last.number <= 4
      && reader.has(last.number - 1, [.rise])
  }

  /// Of several counts the one that is nearest to an earlier number.
  private func likest(_ value: Int, of tallies: [Tally]) -> Tally? {
    func distance(_ tally: Tally) -> Int { abs((reader.number(tally.number)?.value ?? 0) - value) }
    return tallies.min { distance($0) < distance($1) }
  }

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
    let isTold = noun == number && (ofThem(number) != nil || previous == nil)
    guard
      let (event, trigger) = eventWith(number) ?? eventWith(last)
        ?? (isTold ? told.map { ($0.event, nil) } : nil) ?? event(first, last, measure)
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

  private func noun(of number: Int) -> (TallyMeasure, Int)? {
    var position = number + 1
    var passed = 0
    // `in ten of the country's 25 regions`
    if reader.has(position, [.of]),
      let whole = ((position + 1)..<min(position + 6, max(items.count, position + 1))).first(where: {
        reader.number($0) != nil
      })
    {
      position = whole + 1
    } else if reader.has(position, [.of]), reader.number(number)?.isDigits == false {
      // `un centenar de puntos`
      position += 1
    }
    while position < items.count, passed <= 3 {
      let item = items[position]
      guard item.kind == .word else { break }
      // `38 provinces with strikes, 24 with blockades`: what is counted stands before.
      if position == number + 1, item.roles.has(.rise), !item.roles.has(.tally),
        reader.isWord(position + 1, [.blockade, .march])
      {
        break
      }
      if item.roles.has(.tally), let phrase = reader.phrase(item) { return (phrase.measure, position) }
      if item.roles.hasAny(of: [
        .within, .and, .person, .killed, .injured, .detained, .unit, .from, .near, .qualifier, .dueTo,
      ]) {
        break
      }
      passed += 1
      position += 1
    }
    // Who is counted is nothing that is blocked.
    if reader.has(number + 1, [.person, .killed, .injured, .detained, .unit]) { return nil }
    // `puntos bloqueados: 127`
    position = number - 1
    passed = 0
    var reach = reader.has(number - 1, [.range]) ? 9 : reader.isSign(number - 1, ":") ? 6 : 3
    while position >= 0, passed <= reach {
      if items[position].kind == .word, items[position].roles.has(.tally),
        let phrase = reader.phrase(items[position]), !isOfAnother(position, before: number)
      {
        let isJoined = (position + 1..<number).contains {
          reader.isSign($0, ":") || reader.isSign($0, "(") && reader.isSign(number + 1, ")")
            || items[$0].kind == .word && items[$0].roles.has(.rise) && !items[$0].roles.has(.of)
        }
        // `Deaths in events linked to blockades: 5`
        let isOfToll = items[max(0, position - 12)..<position].contains {
          $0.kind == .word && $0.roles.hasAny(of: [.killed, .injured, .tollNoun, .death])
        }
        return isJoined && !isOfToll ? holder(of: position) ?? (phrase.measure, position) : nil
      }
      if reader.isWord(position, [.killed, .injured, .detained]) { return nil }
      if reader.isWord(position, [.tally]) { reach = 9 }
      passed += 1
      position -= 1
    }
    return nil
  }

  /// What a sentence shortly before counts.
  private var told: (measure: TallyMeasure, event: EventType)? {
    guard reader.discourse.figureAge <= 2,
      case .tally(let measure, let event, _, _, _)? = reader.discourse.figure?.content
    else { return nil }
    return (measure, event)
  }

  /// The days of what a sentence before counts, where this one only goes on with it: `Most are in Puno (37)`.
  private var toldDays: ClosedRange<Day>? {
    guard told != nil, !reader.scanned.roles.hasAny(of: [.block, .blockade, .blocking, .march, .closure])
    else {
      return nil
    }
    return reader.discourse.figure?.days
  }

  /// `In 20 of them roads are cut`, `Of those, 32 are in Puno`: of those that the sentence before counts.
  private func ofThem(_ number: Int, after previous: Tally? = nil) -> (TallyMeasure, Int)? {
    let isOpening =
      reader.isWord(0, [.including])
      && (number + 1...number + 2).contains { reader.isWord($0, [.within]) }
    // `Puno has the most, with 17`
    let isMost =
      reader.isWord(number - 1, [.rise])
      && items[..<min(number, 12)].contains { $0.roles.has(.superlative) }
      && reader.name(0).map { reader.places.region($0.name) != nil } == true
    guard reader.isWord(number + 1, [.including]) || isOpening || isMost else { return nil }
    return (previous?.measure ?? told?.measure).map { ($0, number) }
  }

  /// `Provinces with roadblocks: 20`, `Provincias con paralización, marchas o bloqueo: 41`: what is counted stands
  /// before what is with it.
  private func holder(of noun: Int) -> (TallyMeasure, Int)? {
    var position = noun - 1
    while reader.isSign(position, ",")
      || reader.isWord(position, [.and, .contrast, .march, .blockade, .article])
      || position >= 0 && noun - position <= 8 && items[position].kind == .word && items[position].phrase < 0
    { position -= 1 }
    guard position > 0, reader.isWord(position, [.rise]), reader.isWord(position - 1, [.tally]),
      let phrase = reader.phrase(items[position - 1])
    else { return nil }
    return (phrase.measure, position - 1)
  }

  /// `18 % of the provinces (36 of 196)`: the noun is that of the share before the bracket.
  private func shared(_ number: Int) -> (TallyMeasure, Int)? {
    guard reader.isSign(number - 1, "("), reader.has(number + 1, [.of]) || reader.isSign(number + 1, ")"),
      let noun = (max(0, number - 7)..<number).last(where: { reader.isWord($0, [.tally]) }),
      (max(0, noun - 5)..<noun).contains(where: { reader.number($0)?.isShare == true }),
      let phrase = reader.phrase(items[noun])
    else { return nil }
    return (phrase.measure, number)
  }

  /// `the number of points on national highways dropped to 58`: the noun says where the ones before it are.
  private func isOfAnother(_ noun: Int, before number: Int) -> Bool {
    var position = noun - 1
    while reader.isWord(position, [.article, .home]) && !reader.has(position, [.within])
      || position == noun - 1 && items.indices.contains(position) && items[position].kind == .word
        && items[position].phrase < 0
    { position -= 1 }
    guard reader.isWord(position, [.within, .near, .of]), number - position <= 8 else { return false }
    return (max(0, position - 3)..<position).contains { reader.isWord($0, [.tally]) }
  }

  /// `marches in 59 provinces and road blockades in 64`: the noun is that of the number before.
  private func elided(_ number: Int, after previous: Tally?) -> (TallyMeasure, Int)? {
    guard let counted = previous?.measure ?? told?.measure else { return nil }
    let next = number + 1
    let isBare =
      next >= items.count || items[next].kind == .sign || items[next].roles.hasAny(of: [.and, .of])
    // `Puno (37 puntos), Cusco (14)`, `34 roadblocks in Puno, 12 in Cusco`, `last night 90; today they are 74`
    let isLabelled =
      (reader.isSign(number - 1, "(") || reader.isSign(number - 1, ":")) && reader.name(number - 2) != nil
      || isInList(number) || isInElision(number)
    // Of what only the sentence before counts a region has to be told right beside the number.
    if previous == nil {
      return isLabelled && (isBare || reader.isSign(next, ")")) ? (counted, number) : nil
    }
    if isWith(number) { return (counted, number) }
    let isPlaced = reader.has(next, [.within]) && place(after: next) != nil
    let isSaid = reader.isWord(number - 1, [.rise]) && !reader.has(number - 1, [.of])
    if isNational(number), reader.isWord(next, [.within]) || isBare { return (counted, number) }
    if isBare || reader.isSign(number - 1, "("), dated(number) != nil { return (counted, number) }
    return isBare && (isLabelled || isSaid || reader.has(number - 1, [.within])) || isPlaced
      ? (counted, number) : nil
  }

  /// `34 points in Puno; in Cusco, 17, and in Apurímac, 9`
  private func isInElision(_ number: Int) -> Bool {
    reader.isSign(number - 1, ",") && reader.name(number - 2)?.highways.isEmpty == true
      && (isElisionStart(number - 3) || reader.isWord(number - 3, [.within]) && isElisionStart(number - 4))
  }

  private func isElisionStart(_ position: Int) -> Bool {
    reader.isSign(position, ";") || reader.isWord(position, [.and])
      || reader.isSign(position, ",") && reader.number(position - 1) != nil
  }

  /// `24 with blockades`
  private func isWith(_ number: Int) -> Bool {
    reader.isWord(number + 1, [.rise]) && !reader.isWord(number + 1, [.tally])
      && reader.isWord(number + 2, [.blockade, .march])
  }

  /// `: Puno 41, Cusco 22`
  private func isInList(_ number: Int) -> Bool {
    guard reader.name(number - 1)?.highways.isEmpty == true else { return false }
    return reader.isSign(number - 2, ":") || reader.isSign(number - 2, ",")
      || reader.isSign(number - 2, "(") || reader.isWord(number - 2, [.and])
  }

  /// `nationwide 89`, `a nivel nacional son 89`
  private func isNational(_ number: Int) -> Bool {
    var position = number - 1
    while reader.isSign(position, ",") || reader.isSign(position, ":")
      || reader.isWord(position, [.rise, .assert, .contrast]) && !reader.isWord(position, [.nation])
    {
      position -= 1
    }
    return number - position <= 3 && reader.isWord(position, [.nation])
      || reader.isWord(number + 1, [.nation])
  }

  /// The name behind words such as `in the`.
  private func place(after start: Int) -> Int? {
    var position = start
    while position < items.count, position - start <= 3 {
      if reader.name(position) != nil { return position }
      guard items[position].roles.hasAny(of: [.within, .article, .level, .of]) else { return nil }
      position += 1
    }
    return nil
  }

  /// The event right behind a number: `24 with blockades`.
  private func eventWith(_ number: Int) -> (EventType, Int?)? {
    guard isWith(number) else { return nil }
    guard reader.isWord(number + 2, [.march]) else { return (.blockade, number + 2) }
    return (reader.phrase(items[number + 2])?.event ?? .march, number + 2)
  }

  private func event(_ first: Int, _ last: Int, _ measure: TallyMeasure) -> (EventType, Int?)? {
    let noun = items[last]
    if noun.roles.hasAny(of: [.blockade, .closure]), noun.kind == .word { return (.blockade, last) }
    if items[first].roles.hasAny(of: [.blockade, .closure]), items[first].kind == .word {
      return (.blockade, first)
    }
    var best: (distance: Int, position: Int)?
    for position in items.indices where items[position].kind == .word {
      let roles = items[position].roles
      guard roles.hasAny(of: [.block, .blockade, .blocking, .march, .clear, .cleared, .normal, .restrict])
      else {
        continue
      }
      // `Provinces with marches: 28` has them between the noun and the number.
      let isInside = first < position && position < last && reader.number(last) != nil
      if roles.has(.march), measure == .points || measure == .roads || position > first && !isInside {
        continue
      }
      // What stands behind a comma or `and` belongs to the next number rather than to this one.
      if roles.has(.restrict), measure == .provinces || measure == .regions { continue }
      var distance =
        position < first
        ? first - position : (position - last) * (roles.has(.restrict) && position - last <= 2 ? 1 : 2)
      if position > last, (last + 1..<position).contains(where: { reader.number($0) != nil }) {
        distance += 40
      }
      if distance < best?.distance ?? .max { best = (distance, position) }
    }
    guard let best else {
      // `Regions affected: 9` in a list of counts.
      let isListed = reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine
      if let told, told.measure == measure || isListed && reader.number(last) != nil && first < last {
        return (told.event, nil)
      }
      return reader.discourse.headingStatus == .blocked ? (.blockade, nil) : nil
    }
    let roles = items[best.position].roles
    if roles.has(.march) { return (reader.phrase(items[best.position])?.event ?? .march, best.position) }
    guard roles.hasAny(of: [.block, .blockade, .blocking]), !roles.has(.restrict) else { return nil }
    if isOther(best.position) { return nil }
    return (.blockade, best.position)
  }

  private func isOther(_ position: Int) -> Bool {
    guard !items[position].roles.has(.blockade) else { return false }
    let comma =
      (position + 1..<max(items.count, position + 1)).first { reader.isSign($0, ",") } ?? items.count
    let near = max(0, position - 3)..<min(comma, position + 5)
    let isRoad = items.contains { $0.kind == .word && $0.roles.hasAny(of: [.road, .tally, .blockade]) }
    return near.contains { items[$0].kind == .word && items[$0].roles.has(.other) } || !isRoad
  }

  private func isCompared(_ number: Int) -> Bool {
    var position = number - 1
    while position >= 0, number - position <= 3 {
      if items[position].kind == .word, items[position].roles.has(.compared),
        !items[position].roles.hasAny(of: [.from, .of]) || phraseLength(position) > 1
      {
        return true
      }
      guard items[position].kind == .word, items[position].roles.hasAny(of: [.article, .qualifier]) else {
        return false
      }
      position -= 1
    }
    return false
  }

  private func phraseLength(_ position: Int) -> Int { reader.phrase(items[position])?.length ?? 0 }

  // MARK: Drafts

  private func draft(
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
      days: date?.days ?? toldDays ?? fallback...fallback,
      precision: date?.precision,
      said: today
    )
  }

  /// The day that words right before a number say it is of, and where those begin: `on Monday there were 76`.
  private func dated(_ number: Int) -> (date: DateMention, start: Int)? {
    // `in 9 provinces (14 on Sunday)`
    if reader.isSign(number - 1, "("), let date = dateBehind(number) { return (date, number - 1) }
    var position = number - 1
    var isSaid = false
    while reader.isWord(position, [.rise, .assert, .compared, .article, .qualifier, .single]) {
      isSaid = isSaid || reader.isWord(position, [.rise, .assert, .compared])
      position -= 1
    }
    guard isSaid, items.indices.contains(position), items[position].kind == .date else { return nil }
    let date = reader.scanned.dates[items[position].index]
    var start = position
    while reader.isWord(start - 1, [.article, .within, .of, .compared, .clause, .and, .contrast]) {
      start -= 1
    }
    guard date.precision != .period, start == 0 || start < position || items[start - 1].kind == .sign else {
      return nil
    }
    return (date, start)
  }

  /// The day right behind a count: `114 on Friday`.
  private func dateBehind(_ last: Int) -> DateMention? {
    var position = last + 1
    while reader.isWord(position, [.within, .of, .article]) { position += 1 }
    guard position - last <= 3, position < items.count, items[position].kind == .date else { return nil }
    let date = reader.scanned.dates[items[position].index]
    return date.precision == .period ? nil : date
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

  /// The day that a list of counts ends with: `12 in Cusco and seven in Arequipa on Thursday`.
  private func laterDate(from start: Int, of tally: Tally) -> DateMention? {
    var start = start
    // The day of the number that this one is compared with is not this one's.
    let comparisons = items.indices.compactMap { reader.number($0) == nil ? nil : dated($0)?.start }
    if start < items.count,
      isCompared(start) || isChangedFrom(start, tally) || comparisons.contains(start),
      let other = items.indices.first(where: { $0 > start && items[$0].kind == .date })
    {
      start = other + 1
    }
    let end =
      (start..<max(start, items.count)).first { isChange($0) || comparisons.contains($0) } ?? items.count
    return reader.date(near: start, in: start..<max(start, end), orUntil: true)
  }

  /// The items between semicolons and words such as `but`.
  private func clause(around position: Int) -> Range<Int> {
    let start = (0..<position).last { reader.isSign($0, ";") || reader.isWord($0, [.contrast]) } ?? -1
    let end = (position..<items.count).first { reader.isSign($0, ";") || reader.isWord($0, [.contrast]) }
    return (start + 1)..<(end ?? items.count)
  }

  private func isChange(_ position: Int) -> Bool {
    reader.isSign(position, ";") || reader.isWord(position, [.compared, .contrast])
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

  private func region(of tally: Tally, next: Int) -> Spot? {
    if isNational(tally.number)
      || reader.isWord(tally.last + 1, [.nation])
    {
      return nil
    }
    func isUsable(_ position: Int) -> Bool {
      guard let name = reader.name(position), name.highways.isEmpty, !name.isOrigin else { return false }
      return name.name.tie == .within || name.name.level != nil || reader.isSign(position + 1, ":")
        || reader.isSign(position + 1, "(") && position + 2 == tally.number
        || position + 2 == tally.number && isInElision(tally.number)
        || reader.has(position - 1, [.of]) && position - tally.last <= 3
        // `Puno has the most closures (28)`
        || position <= 1
          && (reader.isWord(position + 1, [.assert, .superlative, .rise]) || ofThem(tally.number) != nil)
          && reader.places.region(name.name) != nil
    }
    let clauseEnd =
      (tally.last + 1..<max(tally.last + 1, items.count)).first { reader.isSign($0, ";") } ?? items.count
    let behind = (tally.last + 1)..<max(tally.last + 1, min(next, tally.last + 7, clauseEnd))
    let isLabelled =
      reader.isSign(tally.number - 1, "(") || reader.isSign(tally.number - 1, ":")
      || isInElision(tally.number)
    let position =
      isInList(tally.number)
      ? tally.number - 1
      : isLabelled && reader.name(tally.number - 2) != nil && isUsable(tally.number - 2)
        ? tally.number - 2
        : behind.first(where: isUsable) ?? (0..<min(tally.number, 5)).first(where: isUsable)
    guard let position, let name = reader.name(position)?.name else {
      guard let name = reader.discourse.headingName, reader.scanned.sentence.isItem else { return nil }
      return spot(name)
    }
    return spot(name)
  }

  private func spot(_ name: Reference.Name) -> Spot {
    var reference = Reference()
    var name = name
    name.tie = .none
    // A count is of a region rather than of the town that bears its name.
    if name.level == nil, let region = reader.places.region(name) {
      name.level = reader.places.pack.regions[region].level
    }
    reference.names = [name]
    let resolution = reader.places.locate(reference, in: nil, text: name.text)
    return Spot(
      text: name.text,
      resolution: resolution,
      scope: resolution.location?.method == .region ? .region : .place
    )
  }
}
