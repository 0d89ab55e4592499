internal import Chronicle
internal import Gazetteer
internal import Geo

/// What the words around a name say of it.
extension RoadPlaces {
  func isPlaced(_ position: Int) -> Bool {
    reader.name(position).map { $0.name.tie == .within || $0.name.tie == .near } ?? false
  }

  /// Whether a name is of a place, and not of a region that words call one.
  func isSettlement(_ position: Int) -> Bool {
    guard let name = reader.name(position)?.name else { return false }
    return name.level == nil && reader.places.isPlace(name) && !reader.isSign(position + 1, ":")
      && !(isRegion(position) && reader.places.region(name) != nil)
  }

  /// Whether a name is a place at which, or near which, something is.
  func isSite(_ position: Int) -> Bool {
    guard let name = reader.name(position)?.name, name.level == nil else { return false }
    if isEntered(position) { return true }
    return (name.tie == .within || name.tie == .near || isListedPoint(position)) && !isRegion(position)
  }

  /// `blocked at four points: Chala, Atico and Ocoña`
  func isListedPoint(_ position: Int) -> Bool {
    guard let colon = (part.lowerBound..<position).last(where: { reader.isSign($0, ":") }) else {
      return false
    }
    return (part.lowerBound..<colon).contains {
      reader.isWord($0, [.tally]) && reader.phrase(items[$0])?.measure == .points
    }
      && (colon + 1..<position).allSatisfy {
        reader.isSign($0, ",") || reader.isWord($0, [.and, .article, .kind]) || items[$0].kind == .name
      }
  }

  func isRegion(_ position: Int) -> Bool {
    guard let name = reader.name(position)?.name, let region = reader.places.region(name) else {
      return false
    }
    return name.tie == .within && reader.places.pack.regions[region].level == .department
  }

  /// Whether names follow each other with only commas, `and` and articles between them.
  func isList(_ names: [Int]) -> Bool {
    zip(names, names.dropFirst()).allSatisfy { left, right in
      (left + 1..<right).contains { reader.isSign($0, ",") || reader.isWord($0, [.and]) }
        && (left + 1..<right).allSatisfy {
          reader.isSign($0, ",") || reader.isWord($0, [.and, .article, .within, .near])
        }
    }
  }

  /// `in the La Alborada sector, in Chao`: of two the second says where the first is.
  func isNested(_ names: [Int]) -> Bool {
    guard names.count == 2 else { return false }
    let between = names[0] + 1..<names[1]
    return !between.contains { reader.isWord($0, [.and]) }
      && between.contains { reader.isWord($0, [.within, .near]) }
  }

  func isOrigin(_ position: Int) -> Bool { reader.name(position)?.isOrigin ?? false }

  /// `Urcos – Puerto Maldonado road, Ccatcca`: in a list what follows the comma says where.
  func isNote(_ position: Int) -> Bool {
    let before = reader.isWord(position - 1, [.kind]) ? position - 2 : position - 1
    return (reader.isSign(before, ",") || reader.isSign(before, "("))
      && (reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine)
  }

  /// Whether words such as `entrance to` stand right before a name.
  func isEntered(_ position: Int) -> Bool {
    var before = position - 1
    // `the Chalhuahuacho road`
    if reader.isWord(position + 1, [.road]) { return true }
    while part.contains(before), reader.has(before, [.article, .settlement, .level]),
      !reader.has(before, [.access])
    { before -= 1 }
    guard part.contains(before), items[before].kind == .word else { return false }
    // `la vía de Challhuahuacho`
    if reader.has(before, [.of]), !reader.has(before, [.within, .near]), reader.isWord(before - 1, [.road]) {
      return true
    }
    return reader.has(before, [.access])
  }

  func isCounted(_ position: Int) -> Bool {
    // `18 points in Puno, 9 in Cusco`; not `one hour in every six at Cotaruse`
    if reader.isWord(position - 1, [.within]), let number = reader.number(position - 2), number.value != nil,
      !number.isRank, position < 3 || items[position - 3].kind == .sign || reader.isWord(position - 3, [.and])
    {
      return true
    }
    let next = reader.isSign(position + 1, "(") ? position + 2 : position + 1
    guard let number = reader.number(next), number.value != nil, !number.isRank else { return false }
    return next + 1 >= items.count || items[next + 1].kind == .sign || reader.isWord(next + 1, [.and])
  }

  /// Whether a name stands behind another as what holds it: `Chala, Arequipa`, `Juli (Puno)`, `Velille, in the
  /// province of Chumbivilcas`.
  func isEnclosed(_ inner: Int, by outer: Int) -> Bool {
    if isInside(inner, outer) { return true }
    guard outer - inner <= 6, reader.isSign(inner + 1, ",") || reader.isSign(inner + 1, "(") else {
      return false
    }
    return (inner + 2..<max(outer, inner + 2)).allSatisfy {
      reader.isWord($0, [.within, .article, .level, .of, .side]) && !reader.isWord($0, [.and])
        // `on the coast of Arequipa`
        || items[$0].kind == .word && items[$0].phrase < 0 && reader.isWord($0 + 1, [.of])
    }
  }

  /// `at Chalhuanca in Apurímac`, `Izcuchaca in the Cusco region`: only words such as `in the` between a place and
  /// what holds it.
  func isInside(_ inner: Int, _ outer: Int) -> Bool {
    let between = inner + 1..<max(outer, inner + 1)
    guard 1...3 ~= between.count, reader.isWord(inner + 1, [.within]), !isRegion(inner),
      between.allSatisfy({ reader.isWord($0, [.within, .article, .level, .of]) }),
      let holder = reader.name(outer)?.name, let held = reader.name(inner)?.name
    else { return false }
    return reader.places.region(holder) != nil && reader.places.holds(holder, held)
  }

  /// Whether words such as `not at` stand right before a place.
  func isDenied(_ position: Int) -> Bool {
    var before = position - 1
    while part.contains(before), reader.isWord(before, [.article, .within, .near]),
      !reader.has(before, [.negation])
    { before -= 1 }
    return part.contains(before) && reader.isWord(before, [.negation])
  }

  /// Whether a name stands in a clause behind what is said of the roads that tells of people killed or hurt.
  func isOfToll(_ position: Int) -> Bool {
    guard let trigger = triggers.last, trigger < position,
      let clause = (trigger..<position).last(where: { reader.isWord($0, [.clause, .dayAfter]) })
    else { return false }
    return (clause..<part.upperBound).contains { reader.isWord($0, [.killed, .injured, .detained]) }
      && !(clause..<part.upperBound).contains { reader.isWord($0, BlockadeReader.triggers) }
  }

  /// Whether a name is who says what follows.
  func isSpeaker(_ position: Int) -> Bool {
    reader.isWord(position + 1, [.say]) && position <= part.lowerBound + 1
  }

  /// Whether a name is what a distance is measured from: `30 km de Arequipa`.
  func isDistant(_ position: Int) -> Bool {
    reader.has(position - 1, [.of, .from]) && reader.has(position - 2, [.unit])
      && reader.number(position - 3) != nil
  }

  func isDestination(_ position: Int) -> Bool {
    guard let tie = reader.name(position)?.name.tie else { return false }
    // `the blockade of Titire`
    if reader.has(position - 1, [.of]), reader.isWord(position - 2, [.blockade]) { return false }
    return (tie == .to || tie == .from) && !isEntered(position)
  }
}
