internal import Chronicle
internal import Gazetteer
internal import Geo

/// Roads told by the town they lead to, `the road to Sicuani`, and where on them it is.
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

  /// Where the road to a town is blocked that is told before it.
  func site(before road: Int, _ origins: [Int]) -> Int? {
    if let site = siteBeforeClause(road) { return site }
    let (head, home) = (headSite(before: road), home(origins, road))
    // `vecinos de Izcuchaca, en Anta, dejaron libre la carretera a Abancay`
    if let head, let home, isEnclosed(home, by: head) { return home }
    return head ?? home
  }

  /// `stayed in Imata, where villagers closed the road to Juliaca`
  private func siteBeforeClause(_ road: Int) -> Int? {
    guard let trigger = triggers.first, trigger < road,
      let clause = (part.lowerBound..<trigger).last(where: { reader.isWord($0, [.clause]) })
    else { return nil }
    let site = reader.isSign(clause - 1, ",") ? clause - 2 : clause - 1
    return part.contains(site) && isPlain(site) && isPlaced(site) && isSettlement(site) ? site : nil
  }

  /// `Residents of Urcos blocked the road to Puerto Maldonado`: who blocks a long road does so near home.
  func home(_ origins: [Int], _ road: Int) -> Int? {
    guard origins.count == 1, let home = origins.first, home < road, let name = reader.name(home)?.name,
      reader.places.isPlace(name) || name.bearers.isEmpty
    else { return nil }
    return home
  }

  static let onlyHome = "only where the people come from is told"

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
}
