internal import Chronicle
internal import Gazetteer

/// What a number counts: by the noun beside it, or by the one of a number before.
extension TallyReader {
  func noun(of number: Int) -> (TallyMeasure, Int)? {
    if isBeforeVerb(number) { return nil }
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
  var countBefore: (measure: TallyMeasure, event: EventType)? {
    guard reader.discourse.figureAge <= 2,
      case .tally(let measure, let event, _, _, _)? = reader.discourse.figure?.content
    else { return nil }
    return (measure, event)
  }

  /// `In 20 of them roads are cut`, `Of those, 32 are in Puno`: of those that the sentence before counts.
  func ofThem(_ number: Int, after previous: Tally? = nil) -> (TallyMeasure, Int)? {
    let isOpening =
      reader.isWord(0, [.including])
      && (number + 1...number + 2).contains { reader.isWord($0, [.within]) }
    // `Puno has the most, with 17`
    let isMost =
      reader.isWord(number - 1, [.rise])
      && items[max(0, number - 24)..<number].contains { $0.roles.has(.superlative) }
      && items.indices.prefix(number).contains {
        reader.name($0).map { reader.places.region($0.name) != nil } == true
      }
    guard reader.isWord(number + 1, [.including]) || isOpening || isMost else { return nil }
    return (previous?.measure ?? countBefore?.measure).map { ($0, number) }
  }

  /// `Provinces with roadblocks: 20`, `Provincias con paralización, marchas o bloqueo: 41`: what is counted stands
  /// before what is with it.
  func holder(of noun: Int) -> (TallyMeasure, Int)? {
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
  func shared(_ number: Int) -> (TallyMeasure, Int)? {
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
  func elided(_ number: Int, after previous: Tally?) -> (TallyMeasure, Int)? {
    guard let counted = previous?.measure ?? countBefore?.measure else { return nil }
    // `in 17 others`, `en otras 12`
    let isOfOthers = isOthers(number + 1) && reader.has(number - 1, [.within])
    let next = isOfOthers ? number + 2 : number + 1
    let tie = isOthers(number - 1) ? number - 2 : number - 1
    let isBare =
      next >= items.count || items[next].kind == .sign || items[next].roles.hasAny(of: [.and, .of])
    // `Puno (37 puntos), Cusco (14)`, `34 roadblocks in Puno, 12 in Cusco`, `last night 90; today they are 74`
    let isLabelled =
      (reader.isSign(number - 1, "(") || reader.isSign(number - 1, ":")) && reader.name(number - 2) != nil
      || isInList(number) || isInElision(number)
    // Of what only the sentence before counts a region has to be told right beside the number.
    if previous != nil, isBeforeVerb(number) { return (counted, number) }
    if previous == nil {
      if isOfOthers, isBare { return (counted, number) }
      return isLabelled && (isBare || reader.isSign(next, ")")) ? (counted, number) : nil
    }
    if isWith(number) { return (counted, number) }
    let isPlaced = reader.has(next, [.within]) && place(after: next) != nil
    let isSaid = reader.isWord(number - 1, [.rise]) && !reader.has(number - 1, [.of])
    if isNational(number), reader.isWord(next, [.within]) || isBare { return (counted, number) }
    if isBare || reader.isSign(number - 1, "("), dated(number) != nil { return (counted, number) }
    return isBare && (isLabelled || isSaid || reader.has(tie, [.within])) || isPlaced
      ? (counted, number) : nil
  }

  /// `In 54 provinces people marched, and in 11 roads were cut`: what is said of the places that were counted before.
  private func isBeforeVerb(_ number: Int) -> Bool {
    reader.isWord(number - 1, [.within]) && isElisionStart(number - 2) && !reader.isWord(number + 1, [.tally])
      && (number + 1...number + 2).contains { reader.isWord($0, [.block]) }
  }

  /// Whether a word says that others are counted than before.
  private func isOthers(_ position: Int) -> Bool {
    reader.isWord(position, [.person]) && reader.phrase(items[position]).map { $0.category == .all } == true
  }

  /// `34 points in Puno; in Cusco, 17, and in Apurímac, 9`
  func isInElision(_ number: Int) -> Bool {
    reader.isSign(number - 1, ",") && reader.name(number - 2)?.highways.isEmpty == true
      && (isElisionStart(number - 3) || reader.isWord(number - 3, [.within]) && isElisionStart(number - 4))
  }

  private func isElisionStart(_ position: Int) -> Bool {
    reader.isSign(position, ";") || reader.isWord(position, [.and])
      || reader.isSign(position, ",") && reader.number(position - 1) != nil
  }

  /// `24 with blockades`
  func isWith(_ number: Int) -> Bool {
    reader.isWord(number + 1, [.rise]) && !reader.isWord(number + 1, [.tally])
      && reader.isWord(number + 2, [.blockade, .march])
  }

  /// `: Puno 41, Cusco 22`
  func isInList(_ number: Int) -> Bool {
    guard reader.name(number - 1)?.highways.isEmpty == true else { return false }
    return reader.isSign(number - 2, ":") || reader.isSign(number - 2, ",")
      || reader.isSign(number - 2, "(") || reader.isWord(number - 2, [.and])
  }

  /// `nationwide 89`, `a nivel nacional son 89`
  func isNational(_ number: Int) -> Bool {
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
  func place(after start: Int) -> Int? {
    var position = start
    while position < items.count, position - start <= 3 {
      if reader.name(position) != nil { return position }
      guard items[position].roles.hasAny(of: [.within, .article, .level, .of]) else { return nil }
      position += 1
    }
    return nil
  }
}
