internal import Chronicle
internal import Gazetteer
internal import Geo

/// Highways, bridges and junctions, and the towns listed with them.
extension RoadPlaces {
  mutating func findHighways() {
    for position in part where isHighway(position) && !used.contains(position) {
      guard let name = reader.name(position) else { continue }
      used.insert(position)
      var reference = Reference()
      reference.highways = name.highways
      if name.isUnknownRoad {
        reference.names = [name.name]
      } else if let ends = reader.places.ends(of: name.name.text) {
        reference.names = ends
        reference.joinsEnds = true
      }
      let start = reader.has(position - 1, [.road]) ? position - 1 : position
      drafts.append(Draft(reference: reference, items: max(start, part.lowerBound)...position, isRoad: true))
    }
  }

  mutating func findBridges() {
    for position in part {
      if let name = reader.name(position), isPlain(position) {
        guard reader.places.isPlace(name.name),
          reader.places.isOnly(name.name, .bridges)
            || reader.places.isAny(name.name, .bridges)
              && !PlaceSorts(kind: name.name.kind ?? "").isDisjoint(with: .bridges)
            || reader.scanner.isRoadName(items[position]) && !isSettlementName(name.name)
        else {
          continue
        }
        // A sector of a highway only says where on it.
        if drafts.contains(where: { $0.isRoad }), reader.places.isOnly(name.name, .roadSector) {
          continue
        }
        used.insert(position)
        var reference = Reference()
        reference.names = [name.name]
        add(Draft(reference: reference, items: position...position, isRoad: true))
      } else if items[position].kind == .word, isBridgeWord(position) {
        findBridge(at: position)
      }
    }
  }

  /// Whether towns bear a name that has the word for a bridge in it, and no bridge does: `Puente Piedra`.
  func isSettlementName(_ name: Reference.Name) -> Bool {
    reader.places.region(name) != nil && !reader.places.isAny(name, .bridges)
  }

  func isBridgeWord(_ position: Int) -> Bool {
    guard items[position].roles.has(.kind), let phrase = reader.phrase(items[position]) else { return false }
    return phrase.reference.contains {
      if case .kind(let kind) = $0 {
        kind == "bridge" || kind == "roundabout" || kind == "junction"
      } else {
        false
      }
    }
  }

  /// Takes a bridge as a place of its own, or as where on the road before it: `vía Cusco – Sicuani, a la altura
  /// del puente Chuquicahuana`.
  mutating func add(_ bridge: Draft) {
    let start = bridge.items.lowerBound
    guard
      let road = drafts.lastIndex(where: {
        $0.items.upperBound < start && ($0.reference.joinsEnds || !$0.reference.highways.isEmpty)
      }), isDescription(drafts[road].items.upperBound + 1..<start)
    else {
      if putOnKilometre(bridge) { return }
      // `the Inambari bridge, on the Interoceanic`: the highway only says where the bridge is.
      let end = bridge.items.upperBound
      let highway = drafts.firstIndex {
        ($0.reference.joinsEnds || !$0.reference.highways.isEmpty) && $0.reference.kilometres == nil
          && $0.items.lowerBound > end && isBehind(end + 1..<$0.items.lowerBound)
      }
      guard let highway else {
        drafts.append(bridge)
        return
      }
      // A bridge of no table is somewhere on the road.
      if bridge.reference.names.allSatisfy(\.bearers.isEmpty), !bridge.reference.names.isEmpty {
        drafts[highway].items = start...drafts[highway].items.upperBound
        drafts[highway].warnings.append("“\(reader.text(bridge.items))” is in no table")
      } else {
        drafts[highway] = bridge
      }
      return
    }
    if drafts[road].reference.kilometres == nil, var name = bridge.reference.names.first,
      !name.bearers.isEmpty
    {
      name.tie = .near
      if drafts[road].reference.joinsEnds {
        put(name, on: road)
      } else {
        drafts[road].reference.names.append(name)
      }
    }
    drafts[road].items = drafts[road].items.lowerBound...bridge.items.upperBound
    if let text = drafts[road].text { drafts[road].text = "\(text), \(reader.text(bridge.items))" }
    drafts[road].warnings += bridge.warnings
  }

  /// `Km 290, puente Chalhuanca`: the bridge says where a kilometre of a road that is not named is.
  private mutating func putOnKilometre(_ bridge: Draft) -> Bool {
    guard
      let index = drafts.lastIndex(where: {
        $0.items.upperBound < bridge.items.lowerBound && $0.reference.highways.isEmpty
          && !$0.reference.joinsEnds
          && $0.reference.kilometres != nil && $0.reference.names.isEmpty
      }), isDescription(drafts[index].items.upperBound + 1..<bridge.items.lowerBound)
    else { return false }
    var sited = bridge
    sited.kilometre = drafts[index].reference.kilometres?.spans.first?.from.readings.first
    sited.items = drafts[index].items.lowerBound...bridge.items.upperBound
    sited.warnings += drafts[index].warnings + ["the kilometre is of a road that is not named"]
    drafts[index] = sited
    return true
  }

  /// Whether only words such as `on the` stand between a bridge and a highway.
  func isBehind(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && range.allSatisfy {
        reader.isSign($0, ",") || reader.isSign($0, "(")
          || reader.isWord($0, [.within, .of, .article, .road])
      }
      && range.contains { reader.isWord($0, [.within, .of]) || reader.isSign($0, "(") }
  }

  /// Whether the words between a road and a name say that the name tells where on the road.
  func isDescription(_ range: Range<Int>) -> Bool {
    // `A – B, sector C`
    let isNoted =
      range.contains { isNoteSign($0) }
      && range.allSatisfy { isNoteSign($0) || reader.isWord($0, [.kind, .road]) }
    return isNoted
      || range.count <= 12 && range.suffix(4).contains { reader.isWord($0, [.near, .within]) }
        && !range.contains {
          // `the Marginal, which is cut at the Capelo bridge`
          reader.isWord($0, [.and, .contrast, .clause])
            && !($0 <= range.lowerBound + 1 && reader.isWord($0, [.clause])) || reader.isSign($0, ";")
            || isPlain($0) && isPlaced($0) && !isRegion($0)
        }
  }

  func isNoteSign(_ position: Int) -> Bool {
    reader.isSign(position, ",") || reader.isSign(position, ":") || reader.isSign(position, "(")
  }

  /// A bridge told by its kind and a name near it: `the International Bridge … at the height of the Ilave town`.
  mutating func findBridge(at position: Int) {
    let kind = reader.text(position...position)
    var name: Int?
    if isPlain(position - 1), part.contains(position - 1) {
      name = position - 1
    } else if let unknown = unknownName(beside: position), unknown.lowerBound < position {
      add(unknown)
      return
    } else {
      var next = position + 1
      while next < min(part.upperBound, position + 14), name == nil {
        if isPlain(next) { name = next }
        if isHighway(next) || items[next].kind == .kilometres || isBridgeWord(next)
          || reader.isSign(next, ",") || reader.isWord(next, [.and])
        {
          break
        }
        next += 1
      }
    }
    if let name, var mention = reader.name(name)?.name {
      let words = [kind, kind.split(separator: " ").last.map(String.init) ?? kind]
      var bearers: [CountryPack.Named] = []
      for word in words where bearers.isEmpty {
        bearers = reader.places.bearers(of: "\(word) \(mention.text)")
        if bearers.isEmpty { bearers = reader.places.bearers(of: "\(mention.text) \(word)") }
      }
      used.insert(name)
      var warnings: [String] = []
      let range = min(position, name)...max(position, name)
      if bearers.isEmpty {
        warnings.append("no “\(kind)” of that name is known; the place stands in")
        mention.kind = nil
      } else {
        mention = Reference.Name(text: mention.text, bearers: bearers)
      }
      var reference = Reference()
      reference.names = [mention]
      add(Draft(reference: reference, items: range, isRoad: true, warnings: warnings))
    } else if let unknown = unknownName(beside: position) {
      add(unknown)
    }
  }

  /// A bridge of a name that no table has.
  mutating func add(_ unknown: ClosedRange<Int>) {
    var reference = Reference()
    reference.names = [Reference.Name(text: reader.text(unknown), bearers: [])]
    add(Draft(reference: reference, items: unknown, isRoad: true))
  }

  /// The capitalised words beside the word for a bridge that no table explains.
  func unknownName(beside position: Int) -> ClosedRange<Int>? {
    func isCapital(_ candidate: Int) -> Bool {
      guard part.contains(candidate), items[candidate].kind == .word, items[candidate].phrase < 0 else {
        return false
      }
      return reader.scanner.tokens[items[candidate].start].isCapital
    }
    var last = position
    while isCapital(last + 1) || last == position && reader.has(last + 1, [.of]) && isCapital(last + 2) {
      last += isCapital(last + 1) ? 1 : 2
    }
    if last > position { return position...last }
    var first = position
    while isCapital(first - 1) { first -= 1 }
    return first < position ? first...position : nil
  }

  /// `at Poroy and at the Cunyac bridge`: a town listed with a bridge is a place of its own.
  mutating func findListed() {
    for bridge in drafts where bridge.reference.highways.isEmpty && !bridge.reference.joinsEnds {
      var position = bridge.items.lowerBound - 1
      if let last = listBefore(position), addList(endingAt: last) { continue }
      // `the Panamericana Norte at Chao and at the Virú bridge`: the first says where on the road.
      if let first = listBefore(position), isOnRoad(first) { continue }
      var isJoined = false
      while part.contains(position), !isPlain(position) {
        // `in Chincheros, at the Uripa crossing`: the town says where the crossing is.
        let isLink = reader.isWord(position, [.and])
        guard isLink || reader.isSign(position, ",") || reader.isWord(position, [.within, .near, .article])
        else { break }
        isJoined = isJoined || isLink
        position -= 1
      }
      // `At Pisco, the San Clemente bridge is closed`: the head says where the bridge is.
      let isHead =
        reader.isSign(position + 1, ",")
        && !(position + 1..<bridge.items.lowerBound).contains {
          reader.isWord($0, [.and])
        }
        && beginsClause(position)
      guard isJoined, !isHead, part.contains(position), isPlain(position), !isOrigin(position),
        var name = reader.name(position)?.name, name.tie == .within || name.tie == .near
      else { continue }
      used.insert(position)
      name.tie = .none
      var reference = Reference()
      reference.names = [name]
      drafts.append(Draft(reference: reference, items: position...position, isRoad: false))
    }
    putOnHighway()
  }

  /// `the Panamericana Sur is cut at Chala and at the Ocoña bridge`: of a highway of which nothing else is told, the
  /// sites behind what is said of it are sites on it.
  private mutating func putOnHighway() {
    guard
      let road = drafts.firstIndex(where: {
        !$0.reference.highways.isEmpty && $0.reference.kilometres == nil && $0.reference.names.isEmpty
      }), drafts.count > 2,
      let trigger = triggers.first(where: { $0 > drafts[road].items.upperBound }),
      drafts.indices.allSatisfy({ index in
        index == road
          || drafts[index].reference.highways.isEmpty && drafts[index].items.lowerBound > trigger
            && drafts[index].reference.names.count == 1 && !drafts[index].reference.joinsEnds
      })
    else { return }
    let (highways, text) = (drafts[road].reference.highways, reader.text(drafts[road].items))
    for index in drafts.indices where index != road {
      drafts[index].text = "\(text), \(reader.text(drafts[index].items))"
      guard !drafts[index].reference.names.allSatisfy(\.bearers.isEmpty) else { continue }
      drafts[index].reference.highways = highways
      drafts[index].reference.names[0].tie = .near
    }
    drafts.remove(at: road)
  }

  /// Whether nothing but words such as `in the` stands before a name, or a sign or an hour before those.
  func beginsClause(_ name: Int) -> Bool {
    var before = name - 1
    while part.contains(before), reader.isWord(before, [.within, .near, .article]),
      !reader.has(before, [.clock])
    {
      before -= 1
    }
    guard part.contains(before) else { return true }
    return items[before].kind == .sign && !reader.isSign(before, ",") || reader.has(before, [.clock])
      || items[before].kind == .date
  }

  /// The last of several settlements listed before a bridge, the region that holds them left out: `in Huanta and San
  /// Miguel, in Ayacucho, and at the Pampas bridge`.
  func listBefore(_ end: Int) -> Int? {
    var position = end
    while part.contains(position) {
      // `Macusani (Puno) and the Pachachaca bridge`
      if reader.isSign(position, ")"), reader.name(position - 1) != nil, reader.isSign(position - 2, "(") {
        position -= 3
      } else if reader.isSign(position, ",") || reader.isWord(position, [.and, .within, .near, .article]) {
        position -= 1
      } else {
        break
      }
    }
    guard part.contains(position), isPlain(position), position < end else { return nil }
    // What holds those before it.
    if let inner = (part.lowerBound..<position).last(where: { isPlain($0) }), isEnclosed(inner, by: position)
    {
      return inner
    }
    return position
  }

  /// Whether a name stands right behind a highway, or a kilometre of one, that nothing else describes.
  func isOnRoad(_ position: Int) -> Bool {
    drafts.contains { draft in
      !draft.reference.highways.isEmpty && draft.items.upperBound < position
        && (draft.items.upperBound + 1..<position).allSatisfy {
          reader.isSign($0, ",") || reader.isWord($0, [.within, .near, .article])
        }
    }
  }

  /// Takes two or more settlements of a list as places of their own.
  mutating func addList(endingAt last: Int) -> Bool {
    var names = [last]
    while let first = names.first, let before = (part.lowerBound..<first).last(where: { isPlain($0) }),
      isList([before, first])
    { names.insert(before, at: 0) }
    guard names.count > 1,
      names.allSatisfy({ position in
        isSite(position) && !isOrigin(position)
          && reader.name(position).map { reader.places.isPlace($0.name) } == true
      })
    else { return false }
    for position in names {
      guard var name = reader.name(position)?.name else { continue }
      used.insert(position)
      name.tie = .none
      var reference = Reference()
      reference.names = [name]
      drafts.append(Draft(reference: reference, items: position...position, isRoad: false))
    }
    return true
  }
}
