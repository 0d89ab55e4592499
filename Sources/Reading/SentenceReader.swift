internal import Chronicle
internal import Gazetteer

/// What the readers of blockades, tolls and tallies share: a sentence, and the text around it.
final class SentenceReader {
  let scanned: ScannedSentence
  let scanner: SentenceScanner
  let discourse: Discourse
  let places: PlaceFinder

  init(scanned: ScannedSentence, scanner: SentenceScanner, discourse: Discourse, places: PlaceFinder) {
    self.scanned = scanned
    self.scanner = scanner
    self.discourse = discourse
    self.places = places
    items = scanned.items
    lexicon = scanner.lexicon
  }

  /// What makes words a claim of their own.
  private static let claims: RoleSet = [
    .block, .blockade, .clear, .clearing, .cleared, .restrict, .truce, .pausing, .killed, .injured, .detained,
    .normal,
  ]

  let items: [Item]
  let lexicon: Lexicon

  // Of a phrase, which is large, one thing is asked at a time: only that is fetched where this stands in place.
  @inline(__always)
  func phrase(_ item: Item) -> Phrase? {
    item.phrase >= 0 && item.kind == .word ? lexicon.phrases[Int(item.phrase)] : nil
  }

  func isSign(_ position: Int, _ sign: Unicode.Scalar) -> Bool {
    items.indices.contains(position) && items[position].kind == .sign
      && scanner.tokens[items[position].start].isSign(sign)
  }

  func isDash(_ position: Int) -> Bool {
    items.indices.contains(position) && items[position].kind == .sign
      && scanner.tokens[items[position].start].isDash
  }

  func has(_ position: Int, _ roles: RoleSet) -> Bool {
    items.indices.contains(position) && items[position].roles.hasAny(of: roles)
  }

  func name(_ position: Int) -> NameMention? {
    items.indices.contains(position) && items[position].kind == .name
      ? scanned.names[items[position].index] : nil
  }

  func number(_ position: Int) -> NumberMention? {
    items.indices.contains(position) && items[position].kind == .number && items[position].index >= 0
      ? scanned.numbers[items[position].index] : nil
  }

  func text(_ range: ClosedRange<Int>) -> String {
    scanner.string(items[range.lowerBound].start..<items[range.upperBound].end)
  }

  /// The bytes of a range of items.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(scanner.tokens[items[first].start].start)..<Int(scanner.tokens[items[last].end - 1].end)
  }

  // MARK: What is not so

  /// Whether something a few words before says that it is not so.
  func isNegated(_ position: Int, within reach: Int = 5) -> Bool {
    var before = position - 1
    while before >= 0, position - before <= 12 {
      if isWord(before, [.none]) || position - before <= reach && isWord(before, [.negation]) { return true }
      if items[before].kind == .sign, !isDash(before), !isSign(before, "'"), !isSign(before, "’") {
        return false
      }
      if isWord(before, [.contrast, .clause, .dueTo]) { return false }
      // `did not join the truce and keep the road closed`
      if isWord(before, [.and]),
        (before + 1..<position).contains(where: { isWord($0, [.assert]) })
          || isActive(position) && (before + 1..<position).allSatisfy({ isSubject($0) })
      {
        return false
      }
      before -= 1
    }
    return isSign(position + 1, ":") && has(position + 2, [.negation])
  }

  /// Whether a word says what somebody does with a road, and is no noun.
  private func isActive(_ position: Int) -> Bool {
    isWord(position, [.block]) && !items[position].roles.has(.blockade)
  }

  /// `the road`, where a verb follows.
  private func isSubject(_ position: Int) -> Bool {
    items[position].kind == .name || isWord(position, [.article, .road, .kind, .traffic])
  }

  /// `the 2009 clashes`: whether a year long before the text stands before what happened.
  var tellsPastYear: Bool {
    items.indices.contains { position in
      if items[position].kind == .date {
        let date = scanned.dates[items[position].index]
        return date.precision == .period && isWord(position + 1, [.unrest, .march, .blockade])
          && discourse.today.number - date.days.upperBound.number > 400
      }
      guard let number = number(position), number.isDigits, let value = number.value, 1900...2100 ~= value,
        value < discourse.today.components.year - 1
      else { return false }
      return isWord(position - 1, [.article, .of, .within])
        && isWord(position + 1, [.unrest, .march, .blockade, .killed, .death])
    }
  }

  /// Whether words before say that it is only planned, asked for, or possible.
  ///
  /// - Parameter isNominal: Whether it is a noun or an infinitive, which does not say by itself that
  ///   something happened.
  func isUnreal(_ position: Int, in part: Range<Int>, isNominal: Bool = true) -> Bool {
    if isWord(position - 1, [.bare]) || isWord(position - 2, [.bare]) && !isWord(position - 1, [.clause]) {
      return true
    }
    if isDisclaimed { return true }
    let roles: RoleSet = isNominal ? [.plan, .hypothetical, .announce, .demand] : [.plan, .hypothetical]
    if isGoverned(position, by: roles, in: part, beyondCommas: isNominal) { return true }
    // `A blockade of the road is planned for Monday`.
    if isNominal {
      var behind = position + 1
      while behind < part.upperBound, behind - position <= 10, items[behind].kind != .sign || isDash(behind) {
        if isWord(behind, [.plan]) { return true }
        if isWord(behind, [.clause, .contrast]) { break }
        behind += 1
      }
    }
    // A condition at the head of the sentence governs all of it.
    return part.lowerBound < position && isWord(part.lowerBound, [.hypothetical])
      && !(part.lowerBound..<position).contains { isSign($0, ":") }
  }

  /// `The video of a closed Carretera Central is false`: what the end of the sentence says of all of it.
  var isDisclaimed: Bool {
    guard scanned.roles.has(.hypothetical), let last = items.indices.last(where: { items[$0].kind != .sign }),
      isWord(last, [.hypothetical])
    else { return false }
    return isWord(last - 1, [.assert]) || phrase(items[last]).map { $0.length > 1 } == true
  }

  /// Whether a word with one of the roles stands before a position within its clause.
  func isGoverned(
    _ position: Int,
    by roles: RoleSet,
    in part: Range<Int>,
    within reach: Int = 16,
    beyondCommas: Bool = true
  )
    -> Bool
  {
    var before = position - 1
    while before >= part.lowerBound, position - before <= reach {
      if isWord(before, roles) { return true }
      // `Those who demand new elections put up barricades`
      if beyondCommas, isWord(before, [.act]), !has(before - 1, [.range, .plan, .negation]) { return false }
      if isSign(before, ";") || isSign(before, ".") || isWord(before, [.clause]) { return false }
      if !beyondCommas, isSign(before, ",") { return false }
      before -= 1
    }
    return false
  }

  /// `Provinces with road blockades: 19`: whether a number stands right behind a colon, and words before that.
  var hasLabelledNumber: Bool {
    items.indices.contains {
      number($0) != nil && isSign($0 - 1, ":") && $0 > 1 && items[$0 - 2].kind == .word
    }
  }

  func isWord(_ position: Int, _ roles: RoleSet) -> Bool {
    items.indices.contains(position) && items[position].kind == .word
      && items[position].roles.hasAny(of: roles)
  }

  // MARK: Parts

  /// The sentence cut where another thing begins: at semicolons and words such as `but`.
  private(set) lazy var parts: [Range<Int>] = cut()

  private func cut() -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for position in items.indices {
      let isBreak =
        isSign(position, ";") || items[position].roles.has(.contrast) && items[position].kind == .word
      // What is only a few words at the head of the sentence governs all of it: `In Puno, on the other hand, …`.
      if isBreak, start == 0, position <= 8,
        !items[..<position].contains(where: { $0.roles.hasAny(of: Self.claims) })
      {
        continue
      }
      // `Continúa cerrada, en cambio, la carretera …`
      if isBreak, isSign(position - 1, ","), isSign(position + 1, ",") { continue }
      if isBreak, position > start {
        parts.append(start..<position)
        start = position + 1
      } else if isBreak {
        start = position + 1
      }
    }
    if start < items.count { parts.append(start..<items.count) }
    return parts
  }

  // MARK: Days

  /// The days that a part tells, nearest to a position: not those since or until which something lasts.
  ///
  /// - Parameter orUntil: Whether a day until which something was counted is taken too.
  func date(near position: Int, in part: Range<Int>, orUntil: Bool = false) -> DateMention? {
    var best: (distance: Int, date: DateMention)?
    for candidate in part where items[candidate].kind == .date {
      guard let mention = told(candidate) else { continue }
      let isLimit = isBound(candidate) && !(orUntil && !has(candidate - 1, [.since]))
      if isLimit || mention.precision == .period || isOfCause(candidate, mention) || isOfSaying(candidate) {
        continue
      }
      let distance = abs(candidate - position)
      if distance < best?.distance ?? .max { best = (distance, mention) }
    }
    return best?.date
  }

  /// What a date says; of `the same night` what the date before it says.
  private func told(_ position: Int) -> DateMention? {
    let mention = scanned.dates[items[position].index]
    guard mention.isSameDay else { return mention }
    let before = (0..<position).last {
      items[$0].kind == .date && scanned.dates[items[$0].index].tellsDay
    }
    if let before { return scanned.dates[items[before].index] }
    return discourse.toldDays.map { DateMention(days: $0, precision: .relative) }
  }

  /// `after last night's landslide`, `por el huaico de anoche`: the day of what came before.
  private func isOfCause(_ position: Int, _ mention: DateMention) -> Bool {
    mention.precision == .relative && isWord(position - 1, [.of]) && isWord(position - 2, [.cause])
      || isSign(position + 1, "'") && has(position + 3, [.cause])
      || isSign(position + 1, "’") && has(position + 3, [.cause])
  }

  /// `…, the Health Ministry said Friday.`: the day on which it was said, at the end of the sentence.
  private func isOfSaying(_ position: Int) -> Bool {
    let word = isWord(position - 1, [.within]) ? position - 2 : position - 1
    guard isWord(word, [.say]), position + 2 >= items.count || isSign(position + 1, ".") else { return false }
    return scanned.dates[items[position].index].days.contains(discourse.today)
  }

  /// Whether a date is where something begins or ends.
  func isBound(_ position: Int) -> Bool {
    var before = position - 1
    while before >= 0, has(before, [.article, .last, .clock, .of]), !has(before, [.since, .range]) {
      before -= 1
    }
    guard before >= 0, items[before].kind == .word else { return false }
    return has(before, [.since, .range]) && !has(before, [.within])
  }

  /// `blocked on Monday, a day after two people were killed`: the day before the one that is told.
  func dayBefore(_ position: Int) -> Day? {
    guard scanned.roles.has(.dayAfter),
      let after = (0..<position).last(where: { isWord($0, [.dayAfter]) }), position - after <= 8
    else { return nil }
    let told = date(near: after, in: 0..<after) ?? date(near: after, in: after..<items.count)
    return (told?.days.lowerBound ?? discourse.today).previous
  }

  /// The moment told in the sentence, as in `at nine o'clock at night on January 9`.
  func moment() -> Moment? {
    for position in items.indices {
      guard let number = number(position), let value = number.value,
        let phrase = position + 1 < items.count ? phrase(items[position + 1]) : nil,
        phrase.roles.has(.clock), 1...12 ~= value
      else { continue }
      let day = items.indices.lazy.compactMap {
        self.items[$0].kind == .date ? self.scanned.dates[self.items[$0].index] : nil
      }
      .first { $0.precision != .period }?.days.lowerBound
      let hour = value % 12 + (phrase.isAfternoon ? 12 : 0)
      return Moment(day ?? discourse.today, hour: hour, minute: 0)
    }
    return nil
  }

  // MARK: Abroad

  /// Whether a name is one of the country: in the midst of a report from abroad only one that nobody mistakes.
  private func isAtHome(_ position: Int) -> Bool {
    guard let name = name(position), !name.isUnknown else { return false }
    return !discourse.isAbroad || places.isUnmistakable(name)
  }

  /// Whether the sentence turns to another country: `true`, back home: `false`, or says nothing of it.
  func turnsAbroad() -> Bool? {
    guard !scanned.names.isEmpty || scanned.roles.hasAny(of: [.home, .foreign]) else { return nil }
    var (isHome, isForeign) = (false, false)
    for position in items.indices {
      // The Panamericana runs through other countries too.
      let isHighway = name(position).map { !$0.highways.isEmpty } ?? false
      if isWord(position, [.home]) || isAtHome(position) && !(isHighway && scanned.roles.has(.foreign)) {
        isHome = true
      }
      guard isWord(position, [.foreign]) else { continue }
      isForeign = true
      var before = position - 1
      while has(before, [.article, .side, .level, .of]), !has(before, [.within]), position - before <= 4 {
        before -= 1
      }
      let isPlace = has(before, [.within])
      let isSubject = position <= 1 || position == 2 && has(0, [.article])
      let isLabel =
        isSign(position - 1, ",") && position >= 2
        && (items[position - 2].kind == .name || scanner.tokens[items[position - 2].start].isCapital)
      if isPlace || isSubject || isLabel { return true }
    }
    // `Two people were killed, Ecuador's ministry said; trucks bound for Peru are stuck`
    if isHome, isForeign, discourse.isAbroad { return nil }
    return isHome ? false : isForeign ? true : nil
  }
}
