internal import Chronicle
internal import Gazetteer
internal import Geo

/// Towns and regions in which roads are blocked, where no road is named.
extension RoadPlaces {
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

  func isUnknown(_ position: Int) -> Bool { reader.name(position)?.name.bearers.isEmpty ?? false }

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
    guard let start = startOfPlaces() else { return }
    // `the road to Sicuani`: the town is told by its road, other names only say where that is.
    var entered = enteredNames().filter { $0 > start }
    // `the variante de Uchumayo, main entrance to Arequipa` is one road.
    if entered.count == 2, isApposition(entered[0], entered[1]) { entered.removeLast() }
    let origins = part.filter { isPlain($0) && isOrigin($0) }
    let named = namesOfPlaces(behind: start, origins)
    let placed = named.filter { !isDestination($0) }
    let others = withoutContext(placed.isEmpty && meansDestination(named) ? named : placed)
      .filter { entered.count != 1 || entered[0] != $0 }
    // `At Ambo farmers block the road to Cerro de Pasco`: where on the road is told at the head.
    if addSites(behind: entered) { return }
    if entered.count == 1, let road = entered.first, let site = site(before: road, origins) {
      addSite(site, onRoadTo: road, isHome: origins.contains(site))
      return
    }
    // `at Limatambo and Ancahuasi, on the road to Abancay`
    if entered.count == 1, let road = entered.first,
      let last = others.last(where: { $0 < roadBegin(road) }),
      isBehind(last + 1..<max(roadBegin(road), last + 1)),
      isSettlement(last), isPlaced(last)
    {
      entered = []
    }
    guard entered.isEmpty else {
      addTowns(entered, isHome: false)
      return
    }
    // `Comuneros de Ccapacmarca, en la provincia de Chumbivilcas, bloquearon la vía`
    let isHeld =
      origins.count == 1 && others.count == 1
      && (isEnclosed(origins[0], by: others[0])
        || isUnknown(origins[0]) && reader.name(others[0])?.name.level != nil)
    // `The residents of Mazuko suspended their roadblock so that trucks can reach Puerto Maldonado`
    let isHome = others.isEmpty || placed.isEmpty && !origins.isEmpty || isHeld
    addTowns(isHome ? origins + (isHeld ? others : []) : others, isHome: isHome)
  }

  /// The names behind a position that may be where something is blocked, those from which somebody comes left out.
  private func namesOfPlaces(behind start: Int, _ origins: [Int]) -> [Int] {
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
    named = withoutEffects(named)
    // `Puno: Pomata` in a list
    if named.count > 1, let label = named.first, reader.isSign(label + 1, ":"), triggers.isEmpty {
      named.removeFirst()
    }
    // `lifted their picket at El Pedregal so that buses may go on to Arequipa`
    // `Buses that left Cusco are waiting at Combapata, where villagers block the road`
    if let site = siteOfClause() { named.removeAll { $0 != site } }
    return named
  }

  /// Without the names behind a noun and its site that are not listed with the site: `The blockade at Aguaytía has caused
  /// shortages in Chincheros`.
  private func withoutEffects(_ names: [Int]) -> [Int] {
    guard isNominal, triggers.count == 1, let trigger = triggers.first,
      let site = names.first(where: { $0 > trigger }), site - trigger <= 4, isPlaced(site)
    else { return names }
    var last = site
    return names.filter { name in
      guard name > site else { return true }
      let between = last + 1..<max(name, last + 1)
      let goesOn =
        between.contains { reader.isSign($0, ",") || reader.isSign($0, "(") || reader.isWord($0, [.and]) }
        || isEnclosed(last, by: name)
      if goesOn { last = name }
      return goesOn
    }
  }

  /// Whether names that only say whither something goes are where it is blocked, as nothing else says it.
  private func meansDestination(_ named: [Int]) -> Bool {
    // Where an ambulance came from and went to is not where it was stopped.
    let isCarried =
      reader.scanned.roles.has(.medical)
      && !named.contains { name in triggers.contains(name - 2) && reader.has(name - 1, [.of]) }
    // `Nobody can get through to Puno`, right behind the road that is meant.
    let isOnward = reader.discourse.roadAge == 1 && !part.contains { reader.isWord($0, [.road, .blockade]) }
    // `Bloqueos suben a 99 en vísperas de la marcha a Lima`
    let isFarAway = isNominal && !named.contains { isEntered($0) || reader.has($0 - 1, [.of]) }
    return !isCarried && !isOnward && !isFarAway
  }

  /// Adds a site on the road to a town.
  private mutating func addSite(_ site: Int, onRoadTo road: Int, isHome: Bool) {
    guard var name = reader.name(site)?.name else { return }
    name.tie = .none
    var reference = Reference()
    reference.names = [name]
    var draft = Draft(reference: reference, items: min(site, road)...max(site, road), isRoad: false)
    draft.text = "\(reader.text(roadBegin(road)...road)), \(reader.text(site...site))"
    if isHome { draft.warnings.append(Self.onlyHome) }
    drafts.append(draft)
  }

  /// Adds towns as places of their own; one that holds the town before it says where that is.
  private mutating func addTowns(_ positions: [Int], isHome: Bool) {
    var previous: Int?
    for position in positions {
      guard let name = reader.name(position)?.name else { continue }
      // `ahead of the Lima march`
      if reader.isWord(position + 1, [.march, .unrest]), !reader.has(position + 1, [.blockade]) { continue }
      if reader.places.isOnly(name, .airport) || reader.places.isOnly(name, .hospital) { continue }
      if let last = previous, let inner = reader.name(last)?.name, isEnclosed(last, by: position),
        // `Kichki, Huánuco`: what no table has is in the region behind it.
        reader.places.holds(name, inner) || inner.bearers.isEmpty && reader.places.region(name) != nil
      {
        addHolder(name, at: position)
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
      if isHome { draft.warnings.append(Self.onlyHome) }
      drafts.append(draft)
      previous = position
    }
  }

  /// Adds to the last town, and to those before it that lie there too, what holds them: `Velille and Colquemarca, in the
  /// province of Chumbivilcas`.
  private mutating func addHolder(_ name: Reference.Name, at position: Int) {
    guard let last = drafts.indices.last else { return }
    var outer = name
    outer.tie = .within
    drafts[last].reference.names.append(outer)
    drafts[last].items = drafts[last].items.lowerBound...position
    for other in drafts.indices.dropLast() where drafts[other].reference.names.count == 1 {
      guard let inner = drafts[other].reference.names.first, reader.places.holds(name, inner) else {
        continue
      }
      drafts[other].reference.names.append(outer)
    }
  }
}
