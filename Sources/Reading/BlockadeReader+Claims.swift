internal import Chronicle
internal import Gazetteer

/// What the parts of a sentence say of the roads in them.
extension BlockadeReader {
  func status(_ position: Int) -> BlockadeStatus? {
    let roles = items[position].roles
    if roles.hasAny(of: [.cleared, .clear]) { return .cleared }
    if roles.hasAny(of: [.truce, .pausing]) { return .suspended }
    if roles.has(.restrict) { return .restricted }
    if roles.hasAny(of: [.block, .blockade, .blocking]) { return .blocked }
    return nil
  }

  func claims(in part: Range<Int>) -> [Claim] {
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
        if isSince(position) {
          triggers.append((position, .cleared, false))
        } else {
          denied = true
        }
        continue
      }
      // `libre, manejar con precaución`
      if roles.has(.restrict), denied, triggers.isEmpty,
        (part.lowerBound..<position).contains(where: { reader.isSign($0, ",") })
      {
        continue
      }
      guard var status = status(position), holds(position, in: part) else {
        if reader.isNegated(position), !isTakenForGranted(position) { denied = true }
        continue
      }
      if status == .blocked, isNoun(position), let end = ending(of: position, in: part) {
        triggers.append((end, .cleared, false))
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
    // Two statuses in one part, each with a place of its own, are two claims; so is one status told twice, as in
    // `in Puno the bridge was closed and in Huancavelica the road was cut`.
    for (left, right) in zip(triggers, triggers.dropFirst()) {
      if let cut = cut(between: left.position, and: right.position, in: part),
        left.status != right.status
          || !left.isNoun && isNextPlace(cut),
        !left.isNoun && !right.isNoun || reader.isSign(cut, ",") && reader.has(cut + 1, [.and])
      {
        return claims(in: part.lowerBound..<cut) + claims(in: cut..<part.upperBound)
      }
    }
    // `found the road closed at Santa Rosa, and were told that the picket at Chuquibambilla had been lifted`
    if let first = triggers.first, let last = triggers.last, !first.isNoun, first.status != last.status,
      let joint = (first.position..<last.position).first(where: {
        reader.isSign($0, ",") && reader.has($0 + 1, [.and]) && hasPlace(part.lowerBound..<$0)
          && hasPlace($0..<part.upperBound)
      })
    {
      let (before, after) = (claims(in: part.lowerBound..<joint), claims(in: joint..<part.upperBound))
      if !before.isEmpty, !after.isEmpty, before.last?.status != after.first?.status { return before + after }
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

  /// `The blockade at Ocoña ended last night`: the verb that says so of the noun, with only a place or a time between.
  private func ending(of noun: Int, in part: Range<Int>) -> Int? {
    guard reader.scanned.roles.has(.ending) else { return nil }
    for position in noun + 1..<max(noun + 1, min(noun + 14, part.upperBound)) {
      let item = items[position]
      switch item.kind {
      case .name, .date, .kilometres, .number: continue
      case .sign:
        // `in Ocoña, Arequipa, ended`
        guard
          items[position - 1].kind == .name || reader.name(position + 1) != nil
            || reader.isWord(position + 1, [.within, .near])
        else { return nil }
      case .word:
        if item.roles.has(.ending) {
          let isSo = !reader.isNegated(position) && !reader.isUnreal(position, in: part, isNominal: false)
          return isSo ? position : nil
        }
        guard item.phrase < 0 || item.roles.hasAny(of: Self.betweenNounAndEnd) else { return nil }
      }
    }
    return nil
  }

  /// The words that may stand between a blockade and the verb that ends it.
  private static let betweenNounAndEnd: RoleSet = [
    .within, .of, .near, .article, .road, .kind, .level, .settlement, .assert, .since, .from, .range, .clock,
    .side,
    .tally, .common,
  ]

  /// `libre desde las 11:00 h`, in a list: what is open since some time was closed before.
  private func isSince(_ position: Int) -> Bool {
    (reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine)
      && reader.has(position + 1, [.since, .compared]) && !reader.isNegated(position)
  }

  func isAgain(_ position: Int) -> Bool {
    (position - 2...position + 3).contains { reader.isWord($0, [.again]) }
  }

  func isSubordinate(_ position: Int, in part: Range<Int>) -> Bool {
    var before = position - 1
    while before >= part.lowerBound, !reader.isSign(before, ","), !reader.isSign(before, ":") {
      // `restricted owing to stones on the road`
      if position - before <= 3, reader.isWord(before, [.dueTo, .agent]) { return true }
      if reader.isWord(before, [.clause]), !reader.isWord(before, [.contrast]),
        !reader.has(before - 1, [.say, .announce])
      {
        return true
      }
      before -= 1
    }
    return false
  }

  func cut(between left: Int, and right: Int, in part: Range<Int>) -> Int? {
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

  /// `…, and in Combapata …`
  private func isNextPlace(_ cut: Int) -> Bool {
    let joint = reader.isSign(cut, ",") ? cut + 1 : cut
    return reader.isWord(joint, [.and]) && reader.isWord(joint + 1, [.within])
  }

  func isJoint(_ position: Int) -> Bool {
    reader.isSign(position, ",") || items[position].roles.has(.and) && items[position].kind == .word
  }

  func hasPlace(_ range: Range<Int>) -> Bool {
    range.contains { items[$0].kind == .name || items[$0].kind == .kilometres }
  }
}
