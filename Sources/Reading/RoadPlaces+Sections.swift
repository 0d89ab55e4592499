internal import Chronicle
internal import Gazetteer
internal import Geo

/// Roads that are told by their ends: `the roads connecting A to B and C`, `A – B`, `from A to B`.
extension RoadPlaces {
  /// `the roads connecting A to B, C and D`, `between A and B`, `from A to B`, `A – B`.
  mutating func findSections() {
    for position in part {
      if items[position].roles.has(.connecting), items[position].kind == .word, isRoadBefore(position) {
        let names = names(
          after: position,
          separators: [.from, .of, .article, .range, .and, .between, .connecting, .level, .settlement]
        )
        if names.count >= 2 { addSections(names, from: roadStart(position)) }
      } else if items[position].roles.has(.between), items[position].kind == .word {
        let names = names(after: position, separators: [.article, .and, .level, .settlement])
        if names.count >= 2,
          part.contains(where: { isRoadWord($0) || isHighway($0) || reader.isWord($0, [.traffic]) })
        {
          // `between A, B and C` is from A to B and on to C.
          let start = roadStart(position)
          addSections(Array(names.prefix(2)), from: start)
          for (near, far) in zip(names.dropFirst(), names.dropFirst(2)) {
            addSections([near, far], from: near)
          }
        }
      } else if isPlain(position), isDashed(position) {
        var last = position
        while isDashed(last), isPlain(last + 2) { last += 2 }
        let isNamedRoad =
          isRoadBefore(position) || isRoadWord(last + 1) || isHighway(last + 1)
          || (0..<position).contains { reader.isWord($0, [.road]) } || reader.isSign(position - 1, ":")
          || triggers.contains { last < $0 && $0 - last <= 3 }
        if isNamedRoad || reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine {
          addSections([position, last], from: isRoadBefore(position) ? roadStart(position) : position)
        }
      } else if isRouteLabel(position) {
        addSections([position, position + 2], from: position)
      } else if isPlain(position), reader.name(position)?.name.tie == .from,
        // `the road from A to B was reopened; that from C to D is closed`
        isRoadBefore(position) || (position - 3..<position).contains(where: { triggers.contains($0) })
          || position - part.lowerBound <= 3
            && (0..<part.lowerBound).contains(where: { reader.isWord($0, [.road]) }),
        reader.has(position + 1, [.range]), let far = nextName(position + 2)
      {
        // `the roads from A to B, C and D`; not `the road from A to B, C`, where C only says where.
        let more = names(after: far, separators: [.article, .and, .level, .settlement])
        let isList = more.last.map { last in
          (far..<last).contains { reader.isWord($0, [.and]) } && !more.contains { !isUntied($0) }
        }
        addSections([position, far] + (isList == true ? more : []), from: roadStart(position))
      }
    }
  }

  /// `Puno to Desaguadero: closed`, `on the Abancay to Andahuaylas road`
  func isRouteLabel(_ position: Int) -> Bool {
    guard isPlain(position), reader.isWord(position + 1, [.range]), isPlain(position + 2),
      part.contains(position + 2)
    else { return false }
    let isHead = (part.lowerBound..<position).allSatisfy {
      items[$0].kind == .sign || reader.number($0) != nil
    }
    return isHead && reader.isSign(position + 3, ":")
      || reader.isWord(position - 1, [.article]) && reader.isWord(position + 3, [.road])
  }

  /// Whether no word of its own ties a name, but only what ties those before it in a list.
  func isUntied(_ position: Int) -> Bool {
    reader.isSign(position - 1, ",") || reader.isWord(position - 1, [.and])
  }

  func isDashed(_ position: Int) -> Bool {
    reader.isDash(position + 1) && isPlain(position + 2) && position + 2 < part.upperBound
  }

  func isRoadWord(_ position: Int) -> Bool {
    part.contains(position) && items[position].kind == .word
      && items[position].roles.hasAny(of: [.road, .access])
  }

  func isRoadBefore(_ position: Int) -> Bool {
    let before = max(part.lowerBound, position - 5)..<position
    return before.contains { isRoadWord($0) || isHighway($0) }
  }

  func roadStart(_ position: Int) -> Int {
    let floor = (max(part.lowerBound, position - 5)..<position).last {
      items[$0].kind == .name && !isHighway($0)
    }
    let before = (floor ?? max(part.lowerBound, position - 5))..<position
    return before.last { isRoadWord($0) || isHighway($0) } ?? position
  }

  func nextName(_ start: Int) -> Int? {
    var position = start
    while position < part.upperBound, position - start < 3 {
      if isPlain(position) { return position }
      guard items[position].roles.hasAny(of: [.article, .settlement, .level, .of]) else { return nil }
      position += 1
    }
    return nil
  }

  func names(after start: Int, separators: RoleSet) -> [Int] {
    var names: [Int] = []
    var position = start + 1
    var gap = 0
    while position < part.upperBound, gap <= 4 {
      if isPlain(position) {
        names.append(position)
        gap = 0
      } else if reader.isSign(position, ",") || reader.isDash(position)
        || items[position].kind == .word && items[position].roles.hasAny(of: separators)
      {
        gap += 1
      } else {
        break
      }
      position += 1
    }
    return names
  }

  /// The first name is one end of all sections, the others are the far ends.
  mutating func addSections(_ names: [Int], from start: Int) {
    guard let first = names.first, let near = reader.name(first)?.name, let last = names.last else { return }
    // `Juliaca – Puerto Maldonado (PE-34B)`
    let behind = reader.isSign(last + 1, "(") ? last + 2 : last + 1
    let highway =
      (min(start, first)...min(behind, part.upperBound - 1)).first {
        isHighway($0) && !used.contains($0)
      } ?? highwayLabel(before: min(start, first))
    let isNoted = highway == last + 2 && reader.isSign(last + 3, ")") && part.contains(last + 3)
    for far in names.dropFirst() {
      guard let end = reader.name(far)?.name else { continue }
      var reference = Reference()
      var (from, to) = (near, end)
      (from.tie, to.tie) = (.from, .to)
      reference.names = [from, to]
      reference.joinsEnds = true
      if let highway, let name = reader.name(highway) {
        reference.highways = name.highways
      }
      let isOnly = names.count == 2
      drafts.append(
        Draft(
          reference: reference,
          items: min(start, first)...(isNoted && far == last ? last + 3 : far),
          isRoad: true,
          text: isOnly ? nil : "\(reader.text(min(start, first)...first)) – \(end.text)"
        )
      )
    }
    used.formUnion(names)
    if let highway { used.insert(highway) }
  }

  /// Leaves out a section that only says where the site before it lies: `the Marginal at Pucará, on the Olmos –
  /// Corral Quemado stretch`.
  mutating func dropDescribingSections() {
    let sited = drafts.filter {
      !$0.reference.joinsEnds && $0.isRoad && !$0.reference.names.isEmpty
    }
    drafts = drafts.filter { section in
      !section.reference.joinsEnds
        || !sited.contains { site in
          guard site.items.upperBound < section.items.lowerBound else { return false }
          let between = site.items.upperBound + 1..<section.items.lowerBound
          // `the Calapuja bridge, the main road between Juliaca and Cusco, …`
          let isApposition =
            reader.isSign(between.lowerBound, ",") && reader.isSign(section.items.upperBound + 1, ",")
            && between.dropFirst().allSatisfy { reader.isWord($0, [.article, .road]) }
          return isBehind(between) && (!site.reference.highways.isEmpty || isApposition) || isApposition
        }
    }
  }

  /// `PE-34A, tramo Imata – Santa Lucía`: the highway right before a section.
  func highwayLabel(before start: Int) -> Int? {
    var position = start - 1
    while reader.isSign(position, ",") || reader.isSign(position, ":") || reader.isSign(position, "(")
      || reader.isWord(position, [.article])
    { position -= 1 }
    return position < start - 1 && part.contains(position) && isHighway(position) && !used.contains(position)
      ? position : nil
  }
}
