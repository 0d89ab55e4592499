internal import Chronicle
internal import Gazetteer
internal import Geo

/// The names that say where on a road it is blocked.
extension RoadPlaces {
  /// Puts where it is blocked on a road told by its ends: of namesakes only those on the way are meant.
  mutating func put(_ site: Reference.Name, on road: Int) {
    let section = drafts[road].reference
    var site = site
    if site.bearers.count > 1 {
      let near = site.bearers.filter {
        isOnWay(Reference.Name(text: site.text, bearers: [$0], tie: .none, kind: site.kind), section)
      }
      guard !near.isEmpty else {
        drafts[road].warnings.append("no “\(site.text)” is known on this road")
        return
      }
      site = Reference.Name(
        text: site.text,
        bearers: near,
        tie: site.tie,
        side: site.side,
        level: site.level,
        kind: site.kind
      )
    }
    drafts[road].reference.names = [site]
    drafts[road].reference.joinsEnds = false
  }

  /// Gives the roads the names that say where on them.
  mutating func describe() {
    findSitesBesideKilometres()
    let starts = drafts.map(\.items.lowerBound).min() ?? part.lowerBound
    let leading = part.filter {
      $0 < starts && isPlain($0) && !isOrigin($0) && !isDestination($0)
    }
    let sited = leading.isEmpty ? [] : addSites(besideRoads: leading)
    for draft in drafts.indices where !sited.contains(draft) {
      let end = drafts[draft].items.upperBound
      let next = drafts.map(\.items.lowerBound).filter { $0 > end }.min() ?? part.upperBound
      var describing = (end + 1..<max(next, end + 1)).filter {
        isPlain($0) && !isOrigin($0) && part.contains($0)
      }
      // Only words right behind describe; a name after another clause does not.
      if let first = describing.first, first - end > 12 { describing = [] }
      let inside = drafts[draft].items.filter { isPlain($0) && !isOrigin($0) }
      describing = inside + describing
      // `closed at the Ipoki bridge and at Pichanaki`: the second is a site of its own.
      let listed = listedSites(behind: end, among: describing)
      for site in listed {
        guard var name = reader.name(site)?.name else { continue }
        let isOnRoad =
          !drafts[draft].reference.highways.isEmpty
          && (drafts[draft].reference.kilometres != nil || !drafts[draft].reference.names.isEmpty)
        name.tie = isOnRoad ? .near : .none
        var reference = Reference()
        if isOnRoad { reference.highways = drafts[draft].reference.highways }
        reference.names = [name]
        drafts.append(Draft(reference: reference, items: site...site, isRoad: isOnRoad))
      }
      describing.removeAll { listed.contains($0) }
      // `the Panamericana in Arequipa and La Libertad` is two stretches of it.
      let regions = describing.filter { isRegion($0) }
      if regions.count > 1, drafts[draft].reference.kilometres == nil, !drafts[draft].reference.joinsEnds,
        !drafts[draft].reference.highways.isEmpty, drafts[draft].text == nil, isList(regions)
      {
        for region in regions.dropFirst() {
          var more = drafts[draft]
          more.text = "\(reader.text(more.items)), \(reader.text(region...region))"
          apply([region], to: &more)
          more.items = more.items.lowerBound...region
          drafts.append(more)
        }
        describing.removeAll { regions.dropFirst().contains($0) }
      }
      // `the Juliaca–Cusco road is closed at Sicuani and Checacupe` is closed twice.
      let sites = describing.filter { isSite($0) }
      if sites.count > 1, drafts[draft].reference.kilometres == nil, drafts[draft].text == nil,
        isList(sites), !isNested(sites),
        drafts[draft].reference.joinsEnds || !drafts[draft].reference.highways.isEmpty
      {
        for site in sites.dropFirst() {
          var more = drafts[draft]
          more.text = "\(reader.text(more.items)), \(reader.text(site...site))"
          more.items = more.items.lowerBound...site
          drafts.append(more)
          apply([site], to: drafts.count - 1, isLeading: false)
        }
        describing.removeAll { sites.dropFirst().contains($0) }
      }
      apply(describing, to: draft, isLeading: false)
      apply(leading, to: draft, isLeading: true)
      if describing.isEmpty, leading.isEmpty, drafts[draft].reference.names.isEmpty,
        drafts[draft].reference.kilometres == nil, let name = reader.discourse.headingName
      {
        var name = name
        name.tie = .within
        drafts[draft].reference.names = [name]
      }
      if describing.isEmpty, leading.isEmpty {
        applyOrigin(to: draft)
        applyPlaceBefore(to: draft)
      }
      if let last = describing.last, last > end {
        drafts[draft].items = drafts[draft].items.lowerBound...last
      }
      if let first = leading.first, drafts[draft].text == nil, let name = reader.name(first) {
        let text = reader.text(drafts[draft].items)
        let head = reader.scanner.string(name.phraseStart..<items[first].end)
        drafts[draft].text = reader.isSign(first + 1, ":") ? "\(head): \(text)" : "\(text), \(head)"
      }
    }
  }

  /// The settlements joined by `and` to what stands before them, and those between.
  func listedSites(behind end: Int, among describing: [Int]) -> [Int] {
    var chain: [Int] = []
    var previous = end
    var isJoined = false
    for site in describing where site > end {
      let between = previous + 1..<max(site, previous + 1)
      guard isSite(site),
        between.contains(where: { reader.isSign($0, ",") || reader.isWord($0, [.and]) }),
        between.allSatisfy({
          reader.isSign($0, ",") || reader.isWord($0, [.and, .within, .near, .article, .access, .road])
        })
      else { break }
      let isLinked = between.contains { reader.isWord($0, [.and]) }
      // `at km 512 and 530, near Virú and Chao`: the first comma says where.
      if chain.isEmpty, !isLinked, !isListedPoint(site) { break }
      if isLinked { isJoined = true }
      chain.append(site)
      previous = site
    }
    return isJoined ? chain : []
  }

  /// `Quiquijana and Cusipata, on the Cusco–Sicuani road, are closed`: the names right before a road are the sites,
  /// the road only says on which way they lie.
  ///
  /// - Returns: The places that were told so, which nothing else describes.
  mutating func addSites(besideRoads leading: [Int]) -> Set<Int> {
    guard
      let draft = drafts.indices.min(by: { drafts[$0].items.lowerBound < drafts[$1].items.lowerBound }),
      drafts[draft].reference.kilometres == nil, drafts[draft].text == nil,
      drafts[draft].reference.joinsEnds || !drafts[draft].reference.highways.isEmpty,
      let last = leading.last, isBehind(last + 1..<drafts[draft].items.lowerBound), isSettlement(last)
    else { return [] }
    var sites = [last]
    for name in leading.dropLast().reversed() {
      guard let next = sites.first, isList([name, next]), isSettlement(name) else { break }
      sites.insert(name, at: 0)
    }
    let road = drafts[draft]
    var changed: Set<Int> = []
    for (number, site) in sites.enumerated() {
      guard var name = reader.name(site)?.name else { continue }
      name.tie = .near
      var sited = road
      sited.reference.names = road.reference.joinsEnds ? [name] : road.reference.names + [name]
      sited.reference.joinsEnds = false
      sited.items = site...road.items.upperBound
      sited.text = sites.count == 1 ? nil : "\(reader.text(site...site)), \(reader.text(road.items))"
      if number == 0 {
        drafts[draft] = sited
        changed.insert(draft)
      } else {
        changed.insert(drafts.count)
        drafts.append(sited)
      }
    }
    return changed
  }

  /// `Residents of Chala lifted their blockade of the Panamericana`: who blocks a long road does so near home.
  mutating func applyOrigin(to draft: Int) {
    let reference = drafts[draft].reference
    let origins = part.filter { isPlain($0) && isOrigin($0) && $0 < drafts[draft].items.lowerBound }
    guard origins.count == 1, let origin = origins.first, let name = reader.name(origin)?.name,
      reference.kilometres == nil, reader.places.isPlace(name), drafts[draft].text == nil,
      reference.joinsEnds
        ? isOnWay(name, reference) : reference.names.isEmpty && !reference.highways.isEmpty
    else { return }
    var near = name
    near.tie = .near
    drafts[draft].reference.names = [near]
    drafts[draft].reference.joinsEnds = false
    drafts[draft].text = "\(reader.text(drafts[draft].items)), \(near.text)"
    drafts[draft].warnings.append("near “\(near.text)”, where those come from who are named")
  }

  /// `We have been stuck at El Pedregal since last night. They have put rocks across the Panamericana Sur`: a highway
  /// without a place is blocked by the town that was told shortly before, where it passes there.
  mutating func applyPlaceBefore(to draft: Int) {
    let reference = drafts[draft].reference
    guard reader.discourse.placeAge <= 2, let name = reader.discourse.place, name.level == nil,
      reader.places.isPlace(name), !reader.places.isAny(name, .departmentCapital),
      !reference.joinsEnds, !reference.highways.isEmpty, reference.kilometres == nil, reference.names.isEmpty
    else { return }
    var sited = reference
    var near = name
    near.tie = .near
    sited.names = [near]
    guard let location = reader.places.locate(sited, in: nil, text: name.text).location,
      location.uncertainty <= Self.besideHighway
    else { return }
    drafts[draft].reference = sited
    drafts[draft].text = "\(drafts[draft].text ?? reader.text(drafts[draft].items)), \(near.text)"
    drafts[draft].warnings.append("near “\(near.text)”, which is named in the sentence before")
  }

  /// How far from a highway a town may be by which it is told.
  private static let besideHighway = Distance.kilometres(15)

  /// Whether a place lies along a road that is told by its ends.
  func isOnWay(_ name: Reference.Name, _ section: Reference) -> Bool {
    var place = Reference()
    var own = name
    own.tie = .none
    place.names = [own]
    guard let town = reader.places.locate(place, in: nil, text: name.text).location,
      let road = reader.places.locate(section, in: nil, text: "").location,
      let point = town.representativePoint, let middle = road.representativePoint
    else { return false }
    return Geodesic.wgs84.distance(point, middle) <= road.uncertainty + town.uncertainty
  }

  /// Puts a region to a highway.
  func apply(_ names: [Int], to draft: inout Draft) {
    for position in names {
      guard var name = reader.name(position)?.name else { continue }
      name.tie = .within
      draft.reference.names.append(name)
    }
  }

  mutating func apply(_ names: [Int], to draft: Int, isLeading: Bool) {
    var reference = drafts[draft].reference
    for position in names {
      guard var name = reader.name(position)?.name else { continue }
      let isRegion = reader.places.region(name) != nil
      let isPlace = reader.places.isPlace(name)
      if reference.joinsEnds {
        // Of a road told by its ends, the place beside which it is blocked says more.
        guard isPlace, !isLeading || reader.isSign(position + 1, ":"), name.level == nil,
          name.tie == .near || name.tie == .within || isLeading || isNote(position)
            || isListedPoint(position),
          !(isLeading && isRegion && reader.places.isAny(name, .departmentCapital))
        else { continue }
        name.tie = .near
        drafts[draft].reference = reference
        put(name, on: draft)
        reference = drafts[draft].reference
        continue
      }
      if name.tie == .none || name.tie == .from || name.tie == .to { name.tie = isRegion ? .within : .near }
      if isLeading, !isRegion { name.tie = .near }
      if reference.names.count < 4 { reference.names.append(name) }
    }
    drafts[draft].reference = reference
  }
}
