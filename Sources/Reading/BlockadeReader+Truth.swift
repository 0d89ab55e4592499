internal import Chronicle
internal import Gazetteer

/// Whether it is so: now, in fact, and of a road.
extension BlockadeReader {
  /// Whether a word says that a road is closed or open: now, in fact, and a road.
  func holds(_ position: Int, in part: Range<Int>) -> Bool {
    let roles = items[position].roles
    let isListed =
      reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine || isFragment(position, in: part)
    let isPresent =
      isTakenForGranted(position)
      && (reader.isNegated(position) || reader.has(position - 2, [.near, .range, .within]))
    // A truce that is announced is one.
    if roles.has(.truce), reader.isGoverned(position, by: [.demand], in: part) { return false }
    let isAnnounced = roles.has(.truce) && reader.isGoverned(position, by: [.announce], in: part, within: 3)
    let isNominal = isNominal(position) && !isAnnounced
    if !isPresent, reader.isUnreal(position, in: part, isNominal: isNominal) { return false }
    // Who lets only ambulances pass does not open a road.
    if roles.has(.restrict),
      (position + 1...position + 3).prefix(while: { items.indices.contains($0) && items[$0].kind == .word })
        .contains(where: { reader.isWord($0, [.medical]) })
    {
      return false
    }
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
    if roles.has(.truce), reader.discourse.roadAge > 4, !isAtPlace(position),
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
    guard
      part.contains(where: { isRoad($0) || isPoints($0) }) || isListed || elidedRoad(of: part) != nil
        || isTownSubject(of: position)
    else { return false }
    return !isOther(position, in: part)
  }

  /// `Nazca blocked`, `Aguaytía is cut off by roadblocks`: said of a town, and of nothing that follows.
  private func isTownSubject(of position: Int) -> Bool {
    let before = reader.isWord(position - 1, [.assert]) ? position - 2 : position - 1
    guard items[position].roles.hasAny(of: [.block, .clear]), let name = reader.name(before),
      name.highways.isEmpty,
      reader.places.isPlace(name.name), !isOtherPlace(name), name.name.tie != .within,
      !reader.has(before - 1, [.of, .and])
    else { return false }
    let next = position + 1
    return next >= items.count || items[next].kind == .sign || items[next].kind == .date
      || reader.has(next, [.within, .agent, .dueTo, .from, .since, .near])
  }

  /// `Four points remain blocked`
  func isPoints(_ position: Int) -> Bool {
    reader.isWord(position, [.tally]) && reader.phrase(items[position])?.measure == .points
  }

  /// `because of the blockade at Aguaytía`: one that is known, in a town.
  func isAtTown(_ position: Int) -> Bool {
    // Of a death due to a blockade the death is the news.
    guard !reader.scanned.roles.hasAny(of: [.killed, .death, .injured]),
      reader.isWord(position - 1, [.article, .dueTo]),
      reader.isWord(position + 1, [.within, .near, .of]),
      let name = (position + 2...position + 4).lazy.compactMap({ self.reader.name($0) }).first
    else { return false }
    return (reader.places.isPlace(name.name) || name.isUnknown)
      && reader.places.region(name.name).map { reader.places.pack.regions[$0].level != .department } ?? true
  }

  /// `two patients died in Puerto Maldonado because supplies were held up by blockades`: somewhere.
  func isBareCause(_ position: Int, in part: Range<Int>) -> Bool {
    guard isNoun(position), reader.has(position - 1, [.dueTo, .agent, .near]), !isLocated(position) else {
      return false
    }
    let clause = (part.lowerBound..<position).last { reader.isWord($0, [.clause]) }
    return clause.map { !hasPlace($0..<part.upperBound) } ?? false
  }

  /// `while removing barricades in Ica`, `gas to clear a barricade`: what somebody is about to end.
  func isBeingCleared(_ position: Int) -> Bool {
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
  func isTitle(_ position: Int) -> Bool {
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
  func isLocated(_ position: Int, onRoad: Bool = false) -> Bool {
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
        } else if next == position + 1, items[next].roles.has(.assert) {
          // `el bloqueo instalado en la vía Espinar – Imata`
        } else if !items[next].roles.hasAny(of: [.article, .road, .kind, .settlement, .side]) {
          return false
        }
      default: return false
      }
      next += 1
    }
    return false
  }

  /// `a truce at Ilave`
  private func isAtPlace(_ position: Int) -> Bool {
    (position + 1...position + 3).contains { next in
      reader.name(next).map { $0.name.tie == .within && reader.places.isPlace($0.name) } ?? false
    }
  }

  /// `the Ocoña roadblock`, `Nazca blockade lifted`
  func isNamed(_ position: Int) -> Bool {
    reader.name(position - 1)?.isOrigin == false && (position == 1 || reader.isWord(position - 2, [.article]))
  }

  /// `could not get past the pickets on the Interoceanic`: what is denied is not that they are there.
  func isTakenForGranted(_ position: Int) -> Bool {
    isNoun(position) && reader.isWord(position - 1, [.article])
      && (!reader.has(position - 1, [.single]) || reader.isWord(position - 2, [.near, .range, .within]))
      && !reader.isWord(position - 2, [.negation, .none, .of]) && isLocated(position)
  }

  /// `because of the blockades`; not `held up by a roadblock`, which is one that is there.
  func isCause(_ position: Int) -> Bool {
    guard let cause = [position - 1, position - 2].first(where: { reader.has($0, [.dueTo]) }) else {
      return false
    }
    return !reader.isWord(cause - 1, [.assert]) || reader.has(cause - 1, [.block])
  }

  /// Whether a noun opens a sentence that has no verb: `Bloqueo en el puente Ilave`.
  func isFragment(_ position: Int, in part: Range<Int>) -> Bool {
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

  func isVerb(_ position: Int) -> Bool {
    reader.isWord(position, [.assert, .say, .act, .plan, .negation, .killed, .injured, .detained])
  }

  func isNoun(_ position: Int) -> Bool {
    let roles = items[position].roles
    return roles.has(.reopening) || roles.has(.blockade) && !roles.has(.block)
  }

  /// Whether it names an act without saying that anybody did it: `blockade`, `to block`.
  func isNominal(_ position: Int) -> Bool {
    let roles = items[position].roles
    return isNoun(position) || roles.has(.blocking) && !roles.has(.block) || roles.has(.truce)
  }

  /// Whether it was so once: `last year`, `the blockades of January`.
  func isPast(_ position: Int, in part: Range<Int>) -> Bool {
    for candidate in part {
      let item = items[candidate]
      let isOver = items[position].roles.hasAny(of: [.clear, .cleared])
      // `said that they had blocked the road on Thursday` is news of Thursday.
      let isOld =
        !isOver && reader.isWord(candidate, [.past]) && !(candidate == position && isOfThisWeek(part))
      if reader.isWord(candidate, [.ago]) || isOld,
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

  /// Whether a day told in a part is one of the last seven.
  private func isOfThisWeek(_ part: Range<Int>) -> Bool {
    part.contains { position in
      guard items[position].kind == .date, !reader.isBound(position) else { return false }
      let date = reader.scanned.dates[items[position].index]
      return date.precision != .period && 0..<7 ~= reader.discourse.today.number - date.days.upperBound.number
    }
  }

  /// `clashes in Chao, where protesters had blocked the highway`: as long ago as the rest of the sentence.
  func isInClause(_ position: Int) -> Bool {
    (max(0, position - 5)..<position).contains { reader.isWord($0, [.clause]) }
  }

  /// Whether a clause begins between two words.
  func isBehindClause(_ left: Int, _ right: Int) -> Bool {
    (min(left, right)..<max(left, right)).contains { reader.isWord($0, [.clause]) }
  }
}
