internal import Chronicle
internal import Gazetteer

/// Reads which roads a sentence says are blocked, restricted, suspended or cleared.
struct BlockadeReader {
  let reader: SentenceReader

  /// What a part of a sentence says of the roads in it.
  struct Claim {
    var status: BlockadeStatus
    var part: Range<Int>
    /// The words that say it.
    var triggers: [Int]
  }

  init(_ reader: SentenceReader) { self.reader = reader }
  var items: [Item] { reader.items }

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
    for part in reader.parts {
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
      // `blocked the road to Desaguadero; at noon traffic had been restored`
      if found.isEmpty, let claim = claims.last, drafts.count == 1, let road = drafts.first, !hasPlace(part) {
        found = again(claim, after: road)
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

  func isCleared(_ draft: Draft) -> Bool {
    if case .blockade(.cleared, _) = draft.content { true } else { false }
  }

  /// `Ilave. Protesters have closed the bridge`: in the place named in the sentence before.
  func nearby(_ claim: Claim) -> [Draft] {
    let discourse = reader.discourse
    guard discourse.placeAge == 1, discourse.roadAge > 2, discourse.accidentAge > 2,
      let place = discourse.place,
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
      site: Draft.Site(
        name.text,
        reader.places.locate(reference, in: discourse.headingRegion, text: name.text)
      ),
      days: date?.days ?? discourse.today...discourse.today,
      precision: date?.precision,
      said: discourse.today
    )
    draft.warnings = ["the place is taken from the sentence before"]
    return [draft]
  }

  /// Whether a part only names one more road, as in a list.
  func isMore(_ part: Range<Int>) -> Bool {
    let comma = part.first { reader.isSign($0, ",") } ?? part.upperBound
    let isListed = (0..<part.lowerBound).contains { reader.isSign($0, ":") }
    guard reader.isSign(part.lowerBound - 1, ";"),
      !(part.lowerBound..<(isListed ? comma : part.upperBound)).contains(where: {
        reader.isWord($0, Self.verbs)
      }),
      let first = part.first(where: { !reader.isWord($0, [.article, .and, .road, .within]) })
    else { return false }
    return reader.name(first) != nil && (isListed || part.contains { isRoad($0) || reader.isDash($0) })
  }

  /// Words by which a part says something of its own.
  static let verbs: RoleSet = [
    .block, .blockade, .blocking, .clear, .cleared, .restrict, .truce, .normal, .negation, .none, .plan,
    .announce,
    .demand, .hypothetical, .killed, .injured, .detained, .assert,
  ]

  /// `Two hours later the road was reopened`: the one of the sentence before.
  func again(_ claim: Claim) -> [Draft] {
    let discourse = reader.discourse
    // `Transit is restricted at:` is of what follows.
    guard !reader.scanned.sentence.endsWithColon, discourse.roadAge <= 2, discourse.roads.count == 1,
      var draft = discourse.roads.first,
      let trigger = claim.triggers.first, !isNominal(trigger), !hasPlace(0..<items.count),
      case .blockade(let status, let cause) = draft.content, status != claim.status,
      // `Drivers are advised to go with care` is no news of the road.
      claim.status != .restricted || !reader.scanned.roles.has(.demand),
      claim.part.contains(where: { $0 < trigger && isDefinite($0) })
        || discourse.roadAge == 1 && claim.status == .restricted && status == .blocked
          && !reader.scanned.roles.hasAny(of: [.demand, .plan, .hypothetical])
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

  /// The road of the part before, of which a part without a place says that it is open by now.
  private func again(_ claim: Claim, after road: Draft) -> [Draft] {
    guard let trigger = claim.triggers.first, claim.status == .cleared, !isNominal(trigger),
      case .blockade(.blocked, let cause) = road.content,
      claim.part.contains(where: { isDefinite($0) || reader.isWord($0, [.traffic]) })
    else { return [] }
    let date = reader.date(near: trigger, in: claim.part)
    var draft = road
    draft.content = .blockade(status: .cleared, cause: cause)
    draft.bytes = reader.bytes(claim.part.lowerBound..<(claim.triggers.max() ?? trigger) + 1)
    draft.days = date?.days ?? draft.days
    draft.precision = date?.precision ?? draft.precision
    draft.warnings.append("the place is taken from the words before")
    return [draft]
  }

  /// `the road`, `it`
  func isDefinite(_ position: Int) -> Bool {
    reader.isWord(position, [.anaphor])
      || reader.isWord(position, [.road, .traffic, .kind, .blockade])
        && reader.isWord(position - 1, [.article])
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

  func drafts(of claim: Claim) -> [Draft] {
    let isNominal = !claim.triggers.isEmpty && claim.triggers.allSatisfy { self.isNoun($0) }
    let places = RoadPlaces(
      reader,
      in: claim.part,
      of: claim.triggers,
      isNominal: isNominal,
      elided: elidedRoad(of: claim.part)
    ).found()
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
      let date =
        reader.date(near: anchor, in: claim.part) ?? dateOfSentence(for: claim, near: anchor)
        ?? reader.dayBefore(anchor).map { DateMention(days: $0...$0, precision: .relative) }
      let first = min(claim.triggers.min() ?? place.items.lowerBound, place.items.lowerBound)
      let last = max(claim.triggers.max() ?? place.items.upperBound, place.items.upperBound)
      var draft = Draft(
        content: .blockade(status: claim.status, cause: cause()),
        scope: .place,
        bytes: reader.bytes(max(first, 0)..<last + 1),
        site: Draft.Site(place.text, place.resolution, kilometre: place.kilometre),
        days: date?.days ?? reader.discourse.today...reader.discourse.today,
        precision: date?.precision,
        said: reader.discourse.today
      )
      draft.warnings = place.warnings
      drafts.append(draft)
    }
    return drafts
  }

  /// The day that another part tells, unless it tells it of another status: `freed the corridor yesterday, although
  /// the road remains cut at Haquira`.
  func dateOfSentence(for claim: Claim, near anchor: Int) -> DateMention? {
    let others = reader.parts.filter { part in
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

  func cause() -> Cause {
    for item in items where item.kind == .word && item.roles.has(.cause) {
      if let phrase = reader.phrase(item) { return phrase.cause }
    }
    return .protest
  }
}
