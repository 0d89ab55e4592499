internal import Chronicle
internal import Gazetteer
internal import Geo

/// Towns and regions in which roads are blocked, where no road is named.
extension RoadPlaces {
  /// The names of which words say that the road to them is meant, and those listed behind one: `the roads to A and
  /// B`.
  func enteredNames() -> [Int] {
    var names: [Int] = []
    for position in part where isPlain(position) {
      if isEntered(position)
        || names.last.map({ isList([$0, position]) && reader.name(position)?.name.tie != .within }) == true
      {
        names.append(position)
      }
    }
    return names
  }

  /// Whether words tie a name to what the sentence says: a noun such as `blockade` takes no object.
  func isTied(_ position: Int) -> Bool {
    guard isNominal, let name = reader.name(position)?.name else { return true }
    return name.tie != .none || name.level != nil || isEntered(position) || reader.isSign(position + 1, ":")
      || reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine
      || reader.has(position - 1, [.of])
      // `Huanta miners block highway`
      || position == part.lowerBound && reader.isWord(position + 1, [.person, .blockade])
      || reader.isSign(position - 1, ",") || reader.isSign(position - 1, "(")
      || reader.isSign(position - 1, ":") || reader.isWord(position - 1, [.and])
  }

  /// Without the places at the head of the sentence that only say where the ones behind are: `In Chincheros there
  /// is no way through at Ahuayro`.
  func withoutContext(_ names: [Int]) -> [Int] {
    guard let trigger = triggers.first, names.contains(where: { $0 > trigger && isPlaced($0) }) else {
      return names
    }
    return names.filter { position in
      // `the way towards Puno is closed at Saylla`
      let isSubject = names.contains { $0 > trigger && $0 - trigger <= 3 && isSite($0) }
      let isHead =
        position < trigger
        && (isSubject || isPlaced(position) || reader.isSign(position - 1, "#") || reader.isDash(position - 1)
          || reader.isDash(position + 1) || reader.isSign(position + 1, ":"))
      return !isHead
    }
  }

  /// The one settlement at the head of the part in which a road told later is blocked.
  func headSite(before road: Int) -> Int? {
    let sites = part.filter { $0 < road && isPlain($0) && !isOrigin($0) }
    // `In Imata, the road to Arequipa is closed`
    // `No hay pase en Quiquijana: volcaron tierra sobre la vía a Sicuani`
    if sites.count == 1, let site = sites.first, isPlaced(site), !isRegion(site),
      reader.isSign(site + 1, ":"),
      triggers.contains(where: { $0 < site && site - $0 <= 3 })
    {
      return site
    }
    guard sites.count == 1, let site = sites.first, isSettlement(site), isPlaced(site),
      triggers.contains(where: { site < $0 && $0 < road })
        || beginsClause(site) && triggers.contains(where: { $0 > road })
    else { return nil }
    return site
  }

  /// `stayed in Imata, where villagers closed the road to Juliaca`
  private func siteBeforeClause(_ road: Int) -> Int? {
    guard let trigger = triggers.first, trigger < road,
      let clause = (part.lowerBound..<trigger).last(where: { reader.isWord($0, [.clause]) })
    else { return nil }
    let site = reader.isSign(clause - 1, ",") ? clause - 2 : clause - 1
    return part.contains(site) && isPlain(site) && isPlaced(site) && isSettlement(site) ? site : nil
  }

  private func isUnknown(_ position: Int) -> Bool { reader.name(position)?.name.bearers.isEmpty ?? false }

  /// Where the road to a town is blocked that is told before it.
  private func site(before road: Int, _ origins: [Int]) -> Int? {
    if let site = siteBeforeClause(road) { return site }
    let (head, home) = (headSite(before: road), home(origins, road))
    // `vecinos de Izcuchaca, en Anta, dejaron libre la carretera a Abancay`
    if let head, let home, isEnclosed(home, by: head) { return home }
    return head ?? home
  }

  private static let onlyHome = "only where the people come from is told"

  /// `Residents of Urcos blocked the road to Puerto Maldonado`: who blocks a long road does so near home.
  private func home(_ origins: [Int], _ road: Int) -> Int? {
    guard origins.count == 1, let home = origins.first, home < road, let name = reader.name(home)?.name,
      reader.places.isPlace(name) || name.bearers.isEmpty
    else { return nil }
    return home
  }

  /// `the road to Desaguadero is blocked at Platería and at Pomata, that to Cusco at Santa Rosa`: the settlements
  /// behind what is said of each road.
  mutating func addSites(behind roads: [Int]) -> Bool {
    var found: [(road: Int, sites: [Int])] = []
    for (number, road) in roads.enumerated() {
      let end = number + 1 < roads.count ? roadBegin(roads[number + 1]) : part.upperBound
      let isSaid = number > 0 || triggers.contains { road < $0 && $0 < end }
      var sites: [Int] = []
      for site in road + 1..<max(end, road + 1) where isSaid && isPlain(site) && !isOrigin(site) {
        let isFirst = sites.isEmpty && isPlaced(site) && !isRegion(site)
        guard
          isFirst && (number > 0 || isNearTrigger(site))
            || sites.last.map({ isList([$0, site]) && !isNested([$0, site]) }) == true
        else { continue }
        sites.append(site)
      }
      found.append((road, sites))
    }
    guard found.contains(where: { !$0.sites.isEmpty }) else { return false }
    for (road, sites) in found {
      for site in sites.isEmpty ? [road] : sites {
        guard var name = reader.name(site)?.name else { continue }
        name.tie = .none
        var reference = Reference()
        reference.names = [name]
        var draft = Draft(reference: reference, items: min(site, road)...max(site, road), isRoad: false)
        if site != road { draft.text = "\(reader.text(roadBegin(road)...road)), \(reader.text(site...site))" }
        drafts.append(draft)
      }
    }
    return true
  }

  /// Whether a name stands behind what is said of a road, with nothing between that begins another thing.
  func isNearTrigger(_ site: Int) -> Bool {
    triggers.contains { trigger in
      trigger < site && site - trigger <= 12
        && (site - trigger <= 4
          || !(trigger + 1..<site).contains {
            items[$0].kind == .sign || items[$0].kind == .name
              || reader.isWord($0, [.clause, .contrast, .range])
          })
    }
  }

  /// Whether the second of two roads only describes the first.
  func isApposition(_ first: Int, _ second: Int) -> Bool {
    let between = first + 1..<max(second, first + 1)
    return reader.isSign(first + 1, ",") && !between.contains { reader.isWord($0, [.and]) }
      && !reader.isWord(first + 2, [.article])
  }

  /// The first of the words that say that the road to a name is meant.
  func roadBegin(_ position: Int) -> Int {
    var first = position
    while part.contains(first - 1), reader.has(first - 1, [.access, .road, .settlement, .level, .of, .range])
    {
      first -= 1
    }
    return first
  }

  /// The name near which a road into a town is blocked.
  func described(by position: Int) -> Int? {
    guard isEntered(position) else { return nil }
    let next = (position + 1..<position + 6).first { isPlain($0) }
    guard let next, part.contains(next),
      reader.isSign(position + 1, ",")
        || (position + 1..<next).allSatisfy({
          reader.isWord($0, [.near, .within, .article, .level, .settlement, .side, .kind])
        }),
      let tie = reader.name(next)?.name.tie,
      tie == .near || tie == .within && !isRegion(next)
    else { return nil }
    return next
  }

  /// The place right before the clause that says what is with the roads, where the clause names none itself:
  /// `at Combapata, where villagers block the road`.
  func siteOfClause() -> Int? {
    guard let trigger = triggers.first,
      let clause = part.last(where: { $0 < trigger && reader.isWord($0, [.clause]) }),
      !part.contains(where: { $0 > clause && isPlain($0) })
    else { return nil }
    let before = reader.isSign(clause - 1, ",") ? clause - 2 : clause - 1
    return part.contains(before) && isPlain(before) ? before : nil
  }

  /// `18 points blocked in Puno`: what is said of the points that are counted.
  func isOfPoints(_ trigger: Int, behind count: Int) -> Bool {
    reader.isWord(trigger - 1, [.tally])
      && [.points, .roads].contains(reader.phrase(items[trigger - 1])?.measure)
      && trigger - 1 - count <= 3
  }

  /// Whether the regions that a number counts are listed behind what is said of them.
  func isRegionList(_ count: Int, _ verb: Int) -> Bool {
    guard let noun = (count + 1..<count + 4).first(where: { part.contains($0) && reader.has($0, [.tally]) }),
      let measure = reader.phrase(items[noun])?.measure, measure != .points, measure != .roads
    else { return false }
    return (verb + 1..<verb + 4).contains { part.contains($0) && reader.isSign($0, ":") }
  }

  /// The colon behind a count of points at which their list begins.
  func listHead(behind count: Int) -> Int? {
    let noun = (count + 1..<count + 4).first { part.contains($0) && reader.has($0, [.tally]) }
    guard let noun, reader.phrase(items[noun])?.measure == .points else { return nil }
    let colon = (noun + 1..<max(part.upperBound, noun + 1)).first { reader.isSign($0, ":") }
    return colon.flatMap { colon in (colon + 1..<part.upperBound).contains { isPlain($0) } ? colon : nil }
  }

  /// Puts the places of a part that names no road on the highway of the part before.
  mutating func putOnElided() {
    guard let elided, let name = reader.name(elided), !name.highways.isEmpty else { return }
    for draft in drafts.indices where drafts[draft].reference.highways.isEmpty {
      drafts[draft].reference.highways = name.highways
      for site in drafts[draft].reference.names.indices.prefix(1) {
        drafts[draft].reference.names[site].tie = .near
      }
    }
  }

  /// Towns and regions in which roads are blocked, where no road is named.
  mutating func findPlaces() {
    // `blocked at 45 points, most of all in Puno` counts; it names no place that is blocked.
    let count = part.last { position in
      reader.number(position).map { $0.value != nil && !$0.isRank } == true
        && ((position + 1)..<(position + 4)).contains { part.contains($0) && reader.has($0, [.tally]) }
    }
    // `roadblocks in six regions, cutting off the city of Cusco` names one none the less.
    let verb = count.flatMap { count in
      triggers.first {
        $0 > count && reader.isWord($0, [.block, .clear]) && !isOfPoints($0, behind: count)
      }
    }
    // `four closures: La Joya, El Pedregal and Atico` names those that it counts; regions are no sites.
    let list = count.flatMap { listHead(behind: $0) }
    if count != nil, verb == nil, list == nil { return }
    // `Five regions woke up with roads blocked: Puno, Cusco, …` names what it counts, no sites.
    if let count, let verb, list == nil, isRegionList(count, verb) { return }
    let start = list ?? verb ?? -1
    // `the road to Sicuani`: the town is told by its road, other names only say where that is.
    var entered = enteredNames().filter { $0 > start }
    // `the variante de Uchumayo, main entrance to Arequipa` is one road.
    if entered.count == 2, isApposition(entered[0], entered[1]) { entered.removeLast() }
    let origins = part.filter { isPlain($0) && isOrigin($0) }
    var named = part.filter { isPlain($0) && !isOrigin($0) && $0 > start && isTied($0) }
    // `Las Bambas said …`, `at Yura, 30 km from Arequipa`
    if let other = named.first(where: { isSpeaker($0) || isDistant($0) }), named.count > 1 || !origins.isEmpty
    {
      named.removeAll { $0 == other }
    }
    // `blocked on Monday, a day after two people were killed at Andahuaylas`
    named.removeAll { isOfToll($0) }
    // `Puno 41, Cusco (22)` are counts; `not at Yura` is where it is not.
    named.removeAll { isCounted($0) || isDenied($0) }
    // `The blockade at Aguaytía has caused shortages in Chincheros`
    if isNominal, triggers.count == 1, let trigger = triggers.first,
      let site = named.first(where: { $0 > trigger }), site - trigger <= 4, isPlaced(site)
    {
      var last = site
      named.removeAll { name in
        guard name > site else { return false }
        let between = last + 1..<max(name, last + 1)
        let goesOn =
          between.contains { reader.isSign($0, ",") || reader.isSign($0, "(") || reader.isWord($0, [.and]) }
          || isEnclosed(last, by: name)
        if goesOn { last = name }
        return !goesOn
      }
    }
    // `Puno: Pomata` in a list
    if named.count > 1, let label = named.first, reader.isSign(label + 1, ":"), triggers.isEmpty {
      named.removeFirst()
    }
    // `lifted their picket at El Pedregal so that buses may go on to Arequipa`
    // `Buses that left Cusco are waiting at Combapata, where villagers block the road`
    if let site = siteOfClause() { named.removeAll { $0 != site } }
    let placed = named.filter { !isDestination($0) }
    // Where an ambulance came from and went to is not where it was stopped.
    let isCarried =
      placed.isEmpty && reader.scanned.roles.has(.medical)
      && !named.contains { name in triggers.contains(name - 2) && reader.has(name - 1, [.of]) }
    // `Nobody can get through to Puno`, right behind the road that is meant.
    let isOnward =
      placed.isEmpty && reader.discourse.roadAge == 1
      && !part.contains { reader.isWord($0, [.road, .blockade]) }
    // `Bloqueos suben a 99 en vísperas de la marcha a Lima`
    let isFarAway = isNominal && !named.contains { isEntered($0) || reader.has($0 - 1, [.of]) }
    let others = withoutContext(placed.isEmpty && !isCarried && !isOnward && !isFarAway ? named : placed)
      .filter { !(entered.count == 1 && entered[0] == $0) || entered.isEmpty }
    // `At Ambo farmers block the road to Cerro de Pasco`: where on the road is told at the head.
    if addSites(behind: entered) { return }
    if entered.count == 1, let road = entered.first, let site = site(before: road, origins) {
      guard var name = reader.name(site)?.name else { return }
      name.tie = .none
      var reference = Reference()
      reference.names = [name]
      var draft = Draft(reference: reference, items: min(site, road)...max(site, road), isRoad: false)
      draft.text = "\(reader.text(roadBegin(road)...road)), \(reader.text(site...site))"
      if origins.contains(site) { draft.warnings.append(Self.onlyHome) }
      drafts.append(draft)
      return
    }
    // `The residents of Mazuko suspended their roadblock so that trucks can reach Puerto Maldonado`
    let isHome = placed.isEmpty && !origins.isEmpty
    // `at Limatambo and Ancahuasi, on the road to Abancay`
    if entered.count == 1, let road = entered.first,
      let last = others.last(where: { $0 < roadBegin(road) }),
      isBehind(last + 1..<max(roadBegin(road), last + 1)),
      isSettlement(last), isPlaced(last)
    {
      entered = []
    }
    // `Comuneros de Ccapacmarca, en la provincia de Chumbivilcas, bloquearon la vía`
    let isHeld =
      origins.count == 1 && others.count == 1
      && (isEnclosed(origins[0], by: others[0])
        || isUnknown(origins[0]) && reader.name(others[0])?.name.level != nil)
    let isFromOrigin = entered.isEmpty && (others.isEmpty || isHome || isHeld)
    var previous: Int?
    for position in isFromOrigin ? origins + (isHeld ? others : []) : entered.isEmpty ? others : entered {
      guard let name = reader.name(position)?.name else { continue }
      // `ahead of the Lima march`
      if reader.isWord(position + 1, [.march, .unrest]), !reader.has(position + 1, [.blockade]) { continue }
      if reader.places.isOnly(name, .airport) || reader.places.isOnly(name, .hospital) { continue }
      if let last = previous, let inner = reader.name(last)?.name, isEnclosed(last, by: position),
        // `Kichki, Huánuco`: what no table has is in the region behind it.
        reader.places.holds(name, inner) || inner.bearers.isEmpty && reader.places.region(name) != nil,
        let draft = drafts.indices.last
      {
        var outer = name
        outer.tie = .within
        drafts[draft].reference.names.append(outer)
        drafts[draft].items = drafts[draft].items.lowerBound...position
        // `Velille and Colquemarca, in the province of Chumbivilcas`: all of them.
        for other in drafts.indices.dropLast() where drafts[other].reference.names.count == 1 {
          guard let inner = drafts[other].reference.names.first, reader.places.holds(name, inner) else {
            continue
          }
          drafts[other].reference.names.append(outer)
        }
        previous = position
        continue
      }
      var reference = Reference()
      var own = name
      own.tie = .none
      reference.names = [own]
      var draft = Draft(reference: reference, items: position...position, isRoad: false)
      // `the road out of Cusco, near San Sebastián`
      if let beside = described(by: position) {
        used.insert(beside)
        own = reader.name(beside)?.name ?? own
        own.tie = .none
        draft.reference.names = [own]
        draft.items = position...beside
      }
      if isFromOrigin { draft.warnings.append(Self.onlyHome) }
      drafts.append(draft)
      previous = position
    }
  }
}
