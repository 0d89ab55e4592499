internal import Chronicle
internal import Gazetteer

/// Reads which roads a sentence says are blocked, restricted, suspended or cleared.
struct BlockadeReader {
  private let reader: SentenceReader

  /// What a part of a sentence says of the roads in it.
  private struct Claim {
    var status: BlockadeStatus
    var part: Range<Int>
    /// The words that say it.
    var triggers: [Int]
  }

  init(_ reader: SentenceReader) { self.reader = reader }

  private var items: [Item] { reader.items }

  static let triggers: RoleSet = [
    .block, .blockade, .blocking, .clear, .clearing, .cleared, .restrict, .truce, .pausing, .normal,
  ]

  func drafts() -> [Draft] {
    let scanned = reader.scanned
    let hasTrigger = scanned.roles.hasAny(of: Self.triggers)
    let isListed =
      reader.discourse.headingStatus != nil && (scanned.sentence.isItem || scanned.sentence.isShortLine)
    guard hasTrigger || isListed else { return [] }
    var drafts: [Draft] = []
    var before: Range<Int>?
    var last: Claim?
    for part in reader.parts() {
      var found: [Draft] = []
      var claims = claims(in: part)
      // `A – B is blocked at C; D – E, at F`: the same of one road more.
      if claims.isEmpty, let last, isMore(part) {
        claims = [Claim(status: last.status, part: part, triggers: [])]
      }
      last = claims.last
      for claim in claims { found += self.drafts(of: claim) }
      // `… buried the road at km 42; traffic is interrupted`: the place stands in the part before.
      if found.isEmpty, !claims.isEmpty, !hasPlace(part), let before {
        for claim in self.claims(in: before.lowerBound..<part.upperBound) { found += self.drafts(of: claim) }
      }
      // `There is passage at Ancahuasi, but in one lane`
      if found.isEmpty, claims.last?.status == .restricted, !hasPlace(part) {
        let isQualified = drafts.indices.contains { isCleared(drafts[$0]) }
        for draft in drafts.indices where isCleared(drafts[draft]) {
          drafts[draft].content = .blockade(status: .restricted, cause: cause())
        }
        if isQualified { continue }
      }
      before = found.isEmpty ? part : nil
      drafts += found
      if found.isEmpty, drafts.isEmpty, let claim = claims.last {
        let known = again(claim)
        drafts += known.isEmpty ? nearby(claim) : known
      }
    }
    return drafts
  }

  private func isCleared(_ draft: Draft) -> Bool {
    if case .blockade(.cleared, _) = draft.content { true } else { false }
  }

  /// `Ilave. Protesters have closed the bridge`: in the place named in the sentence before.
  private func nearby(_ claim: Claim) -> [Draft] {
    let discourse = reader.discourse
    guard discourse.placeAge == 1, discourse.roadAge > 2, let place = discourse.place,
      let trigger = claim.triggers.first, !isNominal(trigger), !hasPlace(0..<items.count),
      !reader.scanned.roles.hasAny(of: [.foreign, .other, .nation, .home]),
      !reader.scanned.roles.has(.tally) || reader.scanned.numbers.allSatisfy(\.isRank),
      claim.part.contains(where: { isDefinite($0) && !reader.isWord($0, [.anaphor]) })
    else { return [] }
    var name = place
    name.tie = .none
    var reference = Reference()
    reference.names = [name]
    let date = reader.date(near: trigger, in: 0..<items.count)
    var draft = Draft(
      content: .blockade(status: claim.status, cause: cause()),
      scope: .place,
      bytes: reader.bytes(claim.part.lowerBound..<(claim.triggers.max() ?? trigger) + 1),
      place: name.text,
      resolution: reader.places.locate(reference, in: discourse.headingRegion, text: name.text),
      days: date?.days ?? discourse.today...discourse.today,
      precision: date?.precision,
      said: discourse.today
    )
    draft.warnings = ["the place is taken from the sentence before"]
    return [draft]
  }

  /// Whether a part only names one more road, as in a list.
  private func isMore(_ part: Range<Int>) -> Bool {
    guard reader.isSign(part.lowerBound - 1, ";"), !part.contains(where: { reader.isWord($0, Self.verbs) }),
      let first = part.first(where: { !reader.isWord($0, [.article, .and, .road, .within]) })
    else { return false }
    return reader.name(first) != nil && part.contains { isRoad($0) || reader.isDash($0) }
  }

  /// Words by which a part says something of its own.
  private static let verbs: RoleSet = [
    .block, .blockade, .blocking, .clear, .cleared, .restrict, .truce, .normal, .negation, .none, .plan,
    .announce,
    .demand, .hypothetical, .killed, .injured, .detained, .assert,
  ]

  /// `Two hours later the road was reopened`: the one of the sentence before.
  private func again(_ claim: Claim) -> [Draft] {
    let discourse = reader.discourse
    guard discourse.roadAge <= 2, discourse.roads.count == 1, var draft = discourse.roads.first,
      let trigger = claim.triggers.first, !isNominal(trigger), !hasPlace(0..<items.count),
      case .blockade(let status, let cause) = draft.content, status != claim.status,
      claim.part.contains(where: { $0 < trigger && isDefinite($0) })
        || discourse.roadAge == 1 && claim.status == .restricted
          && claim.part.contains(where: { reader.isWord($0, [.traffic]) })
    else { return [] }
    let date = reader.date(near: trigger, in: 0..<items.count)
    draft.content = .blockade(status: claim.status, cause: cause)
    draft.bytes = reader.bytes(claim.part.lowerBound..<(claim.triggers.max() ?? trigger) + 1)
    draft.days = date?.days ?? draft.days
    draft.precision = date?.precision
    draft.warnings.append("the place is taken from the sentence before")
    return [draft]
  }

  /// `the road`, `it`
  private func isDefinite(_ position: Int) -> Bool {
    reader.isWord(position, [.anaphor])
      || reader.isWord(position, [.road, .traffic, .kind]) && reader.isWord(position - 1, [.article])
  }

  /// What a heading says of the list under it: a status without a place of its own.
  func headingStatus() -> BlockadeStatus? {
    let roles = reader.scanned.roles
    let all = 0..<items.count
    // `Current closures:`
    if roles.has(.closure), reader.scanned.sentence.endsWithColon, !roles.hasAny(of: Self.triggers),
      !roles.hasAny(of: [.negation, .plan, .hypothetical])
    {
      return .blocked
    }
    guard roles.hasAny(of: Self.triggers) else { return nil }
    for position in all where items[position].roles.hasAny(of: Self.triggers) && items[position].kind == .word
    {
      if reader.isNegated(position) || reader.isUnreal(position, in: all) { return nil }
      if let status = status(position) { return status }
    }
    return nil
  }

  // MARK: Claims

  private func status(_ position: Int) -> BlockadeStatus? {
    let roles = items[position].roles
    if roles.hasAny(of: [.cleared, .clear]) { return .cleared }
    if roles.hasAny(of: [.truce, .pausing]) { return .suspended }
    if roles.has(.restrict) { return .restricted }
    if roles.hasAny(of: [.block, .blockade, .blocking]) { return .blocked }
    return nil
  }

  private func claims(in part: Range<Int>) -> [Claim] {
    var triggers: [(position: Int, status: BlockadeStatus, isNoun: Bool)] = []
    var denied = false
    for position in part
    where items[position].kind == .word && items[position].roles.hasAny(of: Self.triggers) {
      let roles = items[position].roles
      if roles.has(.clearing), !roles.has(.clear) {
        // `We will not lift the blockade` is news of a blockade.
        if reader.isNegated(position), !isPast(position, in: part), part.contains(where: { isRoad($0) }),
          !isOther(position, in: part)
        {
          triggers.append((position, .blocked, false))
        }
        continue
      }
      // `Traffic is flowing` is normal, `traffic is flowing again` is news.
      if roles.has(.normal), !(roles.has(.clear) && isAgain(position)) {
        denied = true
        continue
      }
      guard var status = status(position), holds(position, in: part) else {
        if reader.isNegated(position), !isTakenForGranted(position) { denied = true }
        continue
      }
      if reader.isNegated(position), !roles.has(.cleared), !isTakenForGranted(position) {
        guard status == .cleared else {
          denied = true
          continue
        }
        status = .blocked
      }
      triggers.append((position, status, isNoun(position) && !roles.hasAny(of: [.clear, .restrict])))
    }
    if triggers.isEmpty {
      guard !denied, let status = reader.discourse.headingStatus,
        reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine,
        !part.contains(where: {
          items[$0].roles.hasAny(of: [.plan, .hypothetical]) && items[$0].kind == .word
        })
      else { return [] }
      return [Claim(status: status, part: part, triggers: [])]
    }
    // What is said beside the point, as in `blocked again after the police had cleared it`, is not the point.
    let main = triggers.filter {
      !isSubordinate($0.position, in: part)
        || isAgain($0.position)
          && (reader.has($0.position - 1, [.and]) || reader.has($0.position - 2, [.and]))
    }
    if !main.isEmpty { triggers = main }
    // Two statuses in one part, each with a place of its own, are two claims.
    for (left, right) in zip(triggers, triggers.dropFirst())
    where left.status != right.status {
      if let cut = cut(between: left.position, and: right.position, in: part),
        !left.isNoun && !right.isNoun || reader.isSign(cut, ",") && reader.has(cut + 1, [.and])
      {
        return claims(in: part.lowerBound..<cut) + claims(in: cut..<part.upperBound)
      }
    }
    // `opened the road for two hours and closed it again`
    if let last = triggers.last, last.status == .blocked, !last.isNoun, isAgain(last.position),
      triggers.contains(where: { $0.status == .cleared && $0.position < last.position })
    {
      return [Claim(status: .blocked, part: part, triggers: triggers.map(\.position))]
    }
    let order: [BlockadeStatus] = [.suspended, .restricted, .cleared, .blocked]
    let verbs = triggers.filter { !$0.isNoun }
    let said = verbs.isEmpty ? triggers : verbs
    guard let status = order.first(where: { status in said.contains { $0.status == status } }) else {
      return []
    }
    return [Claim(status: status, part: part, triggers: triggers.map(\.position))]
  }

  private func isAgain(_ position: Int) -> Bool {
    (position - 2...position + 3).contains { reader.isWord($0, [.again]) }
  }

  private func isSubordinate(_ position: Int, in part: Range<Int>) -> Bool {
    var before = position - 1
    while before >= part.lowerBound, !reader.isSign(before, ","), !reader.isSign(before, ":") {
      if reader.isWord(before, [.clause]), !reader.isWord(before, [.contrast]),
        !reader.has(before - 1, [.say, .announce])
      {
        return true
      }
      before -= 1
    }
    return false
  }

  private func cut(between left: Int, and right: Int, in part: Range<Int>) -> Int? {
    var best: Int?
    for position in (left + 1)..<max(right, left + 1) where isJoint(position) {
      guard hasPlace(part.lowerBound..<position), hasPlace(position..<part.upperBound) else { continue }
      let isStrong = reader.isSign(position, ",") && reader.has(position + 1, [.and])
      if isStrong || best == nil || !reader.isSign(best ?? position, ",") || reader.isSign(position, ",") {
        best = position
      }
      if isStrong { return position }
    }
    return best
  }

  private func isJoint(_ position: Int) -> Bool {
    reader.isSign(position, ",") || items[position].roles.has(.and) && items[position].kind == .word
  }

  private func hasPlace(_ range: Range<Int>) -> Bool {
    range.contains { items[$0].kind == .name || items[$0].kind == .kilometres }
  }

  /// Whether a word says that a road is closed or open: now, in fact, and a road.
  private func holds(_ position: Int, in part: Range<Int>) -> Bool {
    let roles = items[position].roles
    let isListed =
      reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine || isFragment(position, in: part)
    let isPresent =
      isTakenForGranted(position)
      && (reader.isNegated(position) || reader.has(position - 2, [.near, .range, .within]))
    if !isPresent, reader.isUnreal(position, in: part, isNominal: isNominal(position)) { return false }
    // `urged the police to reopen the road`
    if roles.has(.clear), reader.has(position - 1, [.range]), reader.isUnreal(position, in: part) {
      return false
    }
    if isPast(position, in: part) { return false }
    // `26 were detained and later freed`; not `nine were arrested and the road was reopened`.
    if roles.has(.clear), !(position..<min(position + 5, part.upperBound)).contains(where: { isRoad($0) }),
      !(max(part.lowerBound, position - 3)..<position).contains(where: { isRoad($0) }),
      (max(0, position - 5)..<position).contains(where: { reader.isWord($0, [.detained]) })
    {
      return false
    }
    if roles.has(.otherCause) { return false }
    if roles.has(.blockade), isCause(position), !isLocated(position, onRoad: true), !isAtTown(position) {
      return false
    }
    if isTitle(position) || isBareCause(position, in: part) || isBeingCleared(position) { return false }
    if isNoun(position), !roles.has(.clear) {
      if part.contains(where: { items[$0].roles.has(.superlative) }) { return false }
      let isAsserted = part.contains { other in
        other != position && items[other].kind == .word
          && items[other].roles.hasAny(of: [.assert, .block, .clear, .cleared, .truce, .restrict])
      }
      if !isAsserted, !isListed, !isLocated(position) { return false }
      if isNamed(position) { return true }
      return !isOther(position, in: part)
    }
    if roles.has(.blocking), !roles.has(.block) {
      let isActed = part.contains { other in
        other < position && items[other].roles.hasAny(of: [.assert, .block, .blockade])
          && items[other].kind == .word
      }
      let isHeadline = position > part.lowerBound && reader.has(position - 1, [.person])
      if !isActed && !isHeadline || reader.has(part.lowerBound, [.blocking]) && position == part.lowerBound {
        return false
      }
    }
    if roles.has(.truce),
      !part.contains(where: {
        reader.isWord($0, [.blockade, .block, .traffic, .clear, .march, .unrest]) || isRoad($0)
      })
    {
      return false
    }
    if roles.has(.pausing), !roles.has(.block),
      !part.contains(where: { reader.isWord($0, [.blockade]) && !isCause($0) })
    {
      return false
    }
    if roles.has(.block), part.contains(where: { items[$0].roles.has(.superlative) }) { return false }
    guard part.contains(where: { isRoad($0) }) || isListed else { return false }
    return !isOther(position, in: part)
  }

  /// `because of the blockade at Aguaytía`: one that is known, in a town.
  private func isAtTown(_ position: Int) -> Bool {
    guard reader.isWord(position - 1, [.article]), !reader.has(position - 1, [.single]),
      reader.isWord(position + 1, [.within, .near]),
      let name = (position + 2...position + 3).lazy.compactMap({ self.reader.name($0) }).first
    else { return false }
    return reader.places.isPlace(name.name)
      && reader.places.region(name.name).map { reader.places.pack.regions[$0].level != .department } ?? true
  }

  /// `two patients died in Puerto Maldonado because supplies were held up by blockades`: somewhere.
  private func isBareCause(_ position: Int, in part: Range<Int>) -> Bool {
    guard isNoun(position), reader.has(position - 1, [.dueTo, .agent, .near]), !isLocated(position) else {
      return false
    }
    let clause = (part.lowerBound..<position).last { reader.isWord($0, [.clause]) }
    return clause.map { !hasPlace($0..<part.upperBound) } ?? false
  }

  /// `while removing barricades in Ica`, `gas to clear a barricade`: what somebody is about to end.
  private func isBeingCleared(_ position: Int) -> Bool {
    guard isNoun(position) else { return false }
    var before = position - 1
    while position - before <= 3,
      reader.isWord(before, [.article, .single]) || reader.number(before) != nil
        || items.indices.contains(before) && items[before].kind == .word && items[before].phrase < 0
    { before -= 1 }
    return reader.isWord(before, [.clear, .clearing]) && !reader.isNegated(before)
      && !reader.isUnreal(before, in: 0..<items.count, isNominal: false)
  }

  /// `“Roadblock”, a show of photographs`: a word alone between quotation marks is a name.
  private func isTitle(_ position: Int) -> Bool {
    let marks: [Unicode.Scalar] = ["\"", "“", "”", "«", "»", "‘", "’", "'"]
    return marks.contains { reader.isSign(position - 1, $0) }
      && (marks.contains { reader.isSign(position + 1, $0) }
        || reader.isSign(position + 1, ",") && marks.contains { reader.isSign(position + 2, $0) })
  }

  /// Whether the words behind a noun tell where it is: `the pickets on the Interoceanic`, `la barricada de Ocoña`.
  ///
  /// Who speaks of such a thing takes it for granted.
  ///
  /// - Parameter onRoad: Whether a road has to be named, not only a town.
  private func isLocated(_ position: Int, onRoad: Bool = false) -> Bool {
    if !onRoad, isNamed(position) { return true }
    var next = position + 1
    var isTied = false
    var isRoadTold = false
    while next < items.count, next - position <= 9 {
      switch items[next].kind {
      case .kilometres: return true
      case .name: return isTied && !scanned(items[next]).isOrigin && (!onRoad || isRoadTold || isRoad(next))
      case .word:
        if items[next].roles.has(.road) { isRoadTold = true }
        if items[next].roles.hasAny(of: [.within, .near, .of, .access]) {
          isTied = true
        } else if !items[next].roles.hasAny(of: [.article, .road, .kind, .settlement, .side]) {
          return false
        }
      default: return false
      }
      next += 1
    }
    return false
  }

  /// `the Ocoña roadblock`
  private func isNamed(_ position: Int) -> Bool {
    reader.name(position - 1)?.isOrigin == false && reader.isWord(position - 2, [.article])
  }

  /// `could not get past the pickets on the Interoceanic`: what is denied is not that they are there.
  private func isTakenForGranted(_ position: Int) -> Bool {
    isNoun(position) && reader.isWord(position - 1, [.article])
      && (!reader.has(position - 1, [.single]) || reader.isWord(position - 2, [.near, .range, .within]))
      && !reader.isWord(position - 2, [.negation, .none, .of]) && isLocated(position)
  }

  /// `because of the blockades`; not `held up by a roadblock`, which is one that is there.
  private func isCause(_ position: Int) -> Bool {
    guard let cause = [position - 1, position - 2].first(where: { reader.has($0, [.dueTo]) }) else {
      return false
    }
    return !reader.isWord(cause - 1, [.assert]) || reader.has(cause - 1, [.block])
  }

  /// Whether a noun opens a sentence that has no verb: `Bloqueo en el puente Ilave`.
  private func isFragment(_ position: Int, in part: Range<Int>) -> Bool {
    let opens =
      reader.has(position + 1, [.within, .of, .near, .from, .range, .access]) || position + 1 >= items.count
      || items[position + 1].kind != .word
      || items[position + 1].phrase < 0 && reader.has(position + 2, [.within, .of, .near, .from])
    // `Km 108, near Puerto Maldonado: barricade of logs`
    if reader.isSign(position - 1, ":"), hasPlace(part.lowerBound..<position) { return true }
    // `Panamericana Norte, km 518 (Virú), bloqueo; km 606, …`
    let isTag =
      reader.isSign(position - 1, ",") || reader.isSign(position - 1, ")") || reader.isDash(position - 1)
    if isTag, position + 1 >= part.upperBound || items[position + 1].kind == .sign,
      hasPlace(part.lowerBound..<position), !(part.lowerBound..<position).contains(where: { isVerb($0) })
    {
      return true
    }
    guard opens else { return false }
    if position == part.lowerBound { return true }
    let before = part.lowerBound..<position
    return before.contains { reader.isSign($0, ":") } && position - part.lowerBound <= 6
      || before.count <= 3
        && before.allSatisfy {
          items[$0].kind == .sign || items[$0].roles.has(.single) || items[$0].kind == .number
            || reader.isSign($0 - 1, "#")
        }
  }

  private func isVerb(_ position: Int) -> Bool {
    reader.isWord(position, [.assert, .say, .act, .plan, .negation, .killed, .injured, .detained])
  }

  private func isNoun(_ position: Int) -> Bool {
    let roles = items[position].roles
    return roles.has(.reopening) || roles.has(.blockade) && !roles.has(.block)
  }

  /// Whether it names an act without saying that anybody did it: `blockade`, `to block`.
  private func isNominal(_ position: Int) -> Bool {
    let roles = items[position].roles
    return isNoun(position) || roles.has(.blocking) && !roles.has(.block) || roles.has(.truce)
  }

  private func isRoad(_ position: Int) -> Bool {
    let item = items[position]
    switch item.kind {
    case .kilometres: return true
    case .name:
      let name = scanned(item)
      return !name.highways.isEmpty || name.isUnknownRoad || name.name.kind == "bridge"
        || reader.scanner.isRoadName(item)
        || reader.places.isAny(name.name, .bridges)
        || reader.isDash(position + 1) && reader.name(position + 2) != nil
    case .word:
      return item.roles.hasAny(of: [.road, .access, .blockade, .traffic, .normal]) || isBridgeWord(item)
        || item.roles.has(.anaphor) && reader.discourse.roadAge <= 2 && reader.discourse.roads.count == 1
    default: return false
    }
  }

  private func scanned(_ item: Item) -> NameMention { reader.scanned.names[item.index] }

  private func isBridgeWord(_ item: Item) -> Bool {
    guard item.roles.has(.kind), let phrase = reader.phrase(item) else { return false }
    return phrase.reference.contains { role in
      if case .kind(let kind) = role {
        return ["bridge", "junction", "roundabout", "road sector"].contains(kind)
      }
      return false
    }
  }

  /// Whether what is blocked is nearer than any road and is none.
  private func isOther(_ position: Int, in part: Range<Int>) -> Bool {
    var nearest = Int.max
    var road = Int.max
    // `Teachers demanding wages blocked the road`: what follows an active verb is its object.
    if !isNoun(position), !reader.isWord(position - 1, [.assert]), isObject(position + 1, in: part) {
      return false
    }
    for candidate in part where candidate != position {
      // `The roads … are blocked, and traders say prices have doubled`
      if candidate > position,
        reader.isSign(candidate, ",") || isSaidOf(position) && reader.has(candidate, [.and])
      {
        break
      }
      let distance = candidate > position ? candidate - position : (position - candidate) * 2 - 1
      if items[candidate].kind == .word, items[candidate].roles.has(.other) || isOtherKind(items[candidate]) {
        nearest = min(nearest, distance)
      } else if items[candidate].kind == .name, isOtherPlace(scanned(items[candidate])) {
        nearest = min(nearest, distance)
      } else if isRoad(candidate) {
        road = min(road, distance)
      }
    }
    return nearest <= 5 && nearest < road
  }

  /// Whether a word is said of what stands before it: `are blocked`.
  private func isSaidOf(_ position: Int) -> Bool {
    reader.isWord(position - 1, [.assert]) || (reader.phrase(items[position])?.length ?? 1) > 1
  }

  /// Whether a road follows with nothing but an article or a few words that describe it.
  private func isObject(_ start: Int, in part: Range<Int>) -> Bool {
    for position in start..<start + 4 where part.contains(position) {
      if isRoad(position) { return true }
      guard items[position].kind == .word, !items[position].roles.has(.other), !isOtherKind(items[position]),
        items[position].phrase < 0 || reader.isWord(position, [.article, .side, .nation])
      else { return false }
    }
    return false
  }

  private func isOtherKind(_ item: Item) -> Bool {
    guard item.roles.has(.kind), let phrase = reader.phrase(item) else { return false }
    return phrase.reference.contains { if case .kind(let kind) = $0 { kind == "airport" } else { false } }
  }

  private func isOtherPlace(_ name: NameMention) -> Bool {
    name.name.kind == "airport" || reader.places.isOnly(name.name, .airport)
  }

  /// Whether it was so once: `last year`, `the blockades of January`.
  private func isPast(_ position: Int, in part: Range<Int>) -> Bool {
    for candidate in part {
      let item = items[candidate]
      let isOver = items[position].roles.hasAny(of: [.clear, .cleared])
      if reader.isWord(candidate, [.ago]) || !isOver && reader.isWord(candidate, [.past]),
        !reader.has(candidate - 1, [.since]),
        !isBehindClause(candidate, position) || reader.isWord(candidate, [.ago]) && candidate <= 4,
        !(candidate == position && isInClause(position))
      {
        return true
      }
      guard item.kind == .date, !reader.isBound(candidate) else { continue }
      let date = reader.scanned.dates[item.index]
      let age = reader.discourse.today.number - date.days.upperBound.number
      if date.precision == .period ? age > 0 || date.days.count > 20 : age > 40 { return true }
    }
    return false
  }

  /// `clashes in Chao, where protesters had blocked the highway`: as long ago as the rest of the sentence.
  private func isInClause(_ position: Int) -> Bool {
    (max(0, position - 5)..<position).contains { reader.isWord($0, [.clause]) }
  }

  /// Whether a clause begins between two words.
  private func isBehindClause(_ left: Int, _ right: Int) -> Bool {
    (min(left, right)..<max(left, right)).contains { reader.isWord($0, [.clause]) }
  }

  // MARK: Drafts

  private func drafts(of claim: Claim) -> [Draft] {
    let isNominal = !claim.triggers.isEmpty && claim.triggers.allSatisfy { self.isNoun($0) }
    let places = RoadPlaces(reader, in: claim.part, of: claim.triggers, isNominal: isNominal).found()
    guard !places.isEmpty else { return [] }
    var drafts: [Draft] = []
    let anchor = claim.triggers.first ?? claim.part.lowerBound
    for place in places {
      // `will build a bridge at A to restore the road to B, cut since Monday`: A is not what is cut.
      let isPlanned =
        place.items.upperBound < anchor
        && reader.isGoverned(
          place.items.lowerBound,
          by: [.plan, .hypothetical],
          in: claim.part,
          beyondCommas: false
        )
      if isPlanned, places.count > 1 { continue }
      let date = reader.date(near: anchor, in: claim.part) ?? dateOfSentence(for: claim, near: anchor)
      let first = min(claim.triggers.min() ?? place.items.lowerBound, place.items.lowerBound)
      let last = max(claim.triggers.max() ?? place.items.upperBound, place.items.upperBound)
      var draft = Draft(
        content: .blockade(status: claim.status, cause: cause()),
        scope: .place,
        bytes: reader.bytes(max(first, 0)..<last + 1),
        place: place.text,
        resolution: place.resolution,
        days: date?.days ?? reader.discourse.today...reader.discourse.today,
        precision: date?.precision,
        said: reader.discourse.today
      )
      draft.warnings = place.warnings
      draft.kilometre = place.kilometre
      drafts.append(draft)
    }
    return drafts
  }

  /// The day that another part tells, unless it tells it of another status: `freed the corridor yesterday, although
  /// the road remains cut at Haquira`.
  private func dateOfSentence(for claim: Claim, near anchor: Int) -> DateMention? {
    let others = reader.parts().filter { part in
      !part.overlaps(claim.part)
        && part.contains { position in
          items[position].kind == .word
            && status(position).map { $0 != claim.status && !isNoun(position) } ?? false
        }
    }
    let first = others.filter { $0.upperBound <= claim.part.lowerBound }.map(\.upperBound).max() ?? 0
    let last =
      others.filter { $0.lowerBound >= claim.part.upperBound }.map(\.lowerBound).min() ?? items.count
    return reader.date(near: anchor, in: first..<last)
  }

  private func cause() -> Cause {
    for item in items where item.kind == .word && item.roles.has(.cause) {
      if let phrase = reader.phrase(item) { return phrase.cause }
    }
    return .protest
  }
}
