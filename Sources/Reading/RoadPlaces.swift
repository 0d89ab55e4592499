internal import Chronicle
internal import Gazetteer
internal import Geo

/// The stretches and points of road that a part of a sentence names.
struct RoadPlaces {
  /// A place with the words that name it.
  struct Found {
    var items: ClosedRange<Int>
    var text: String
    var resolution: Resolution
    /// The first kilometre as written, by its likeliest meaning.
    var kilometre: Double?
    var warnings: [String] = []
  }

  /// A place in the making.
  private struct Draft {
    var reference: Reference
    var items: ClosedRange<Int>
    /// Whether it is a road or a bridge, which other names only describe.
    var isRoad: Bool
    var text: String?
    var warnings: [String] = []
    /// A kilometre of a road that is told only by its ends.
    var kilometre: Double?
  }

  private let reader: SentenceReader
  private let part: Range<Int>
  /// The words that say what is with the roads, and whether all are nouns, which take no object.
  private let triggers: [Int]
  private let isNominal: Bool
  private var used: PositionSet = []
  private var drafts: [Draft] = []

  init(_ reader: SentenceReader, in part: Range<Int>, of triggers: [Int], isNominal: Bool) {
    self.reader = reader
    self.part = part
    self.triggers = triggers
    self.isNominal = isNominal
  }

  private var items: [Item] { reader.items }

  /// The places in the order of the text.
  func found() -> [Found] {
    var finder = self
    finder.findSections()
    finder.findKilometres()
    finder.findHighways()
    finder.findBridges()
    if finder.drafts.isEmpty {
      finder.findPlaces()
    } else {
      finder.findListed()
      finder.describe()
    }
    return finder.drafts.sorted { $0.items.lowerBound < $1.items.lowerBound }.map { finder.locate($0) }
  }

  private func locate(_ draft: Draft) -> Found {
    let text = draft.text ?? text(of: draft.items)
    let heading = reader.discourse.headingRegion
    var warnings = draft.warnings
    var reference = draft.reference
    // What no table has only stands where nothing else tells the place.
    if let unknown = reference.names.first(where: { $0.bearers.isEmpty }),
      !reference.highways.isEmpty || reference.names.contains(where: { !$0.bearers.isEmpty }),
      !reference.joinsEnds
    {
      reference.names.removeAll(where: { $0.bearers.isEmpty })
      warnings.append("“\(unknown.text)” is in no table")
      if reference.highways.isEmpty { reference.kilometres = nil }
    }
    var resolution = reader.places.locate(reference, in: heading, text: text)
    if resolution.location == nil, heading == nil, let name = reader.discourse.place,
      let region = reader.places.region(name), !draft.reference.highways.isEmpty
    {
      let again = reader.places.locate(reference, in: region, text: text)
      if again.location != nil {
        resolution = again
        warnings.append("the region is taken from “\(name.text)” before it")
      }
    }
    return Found(
      items: draft.items,
      text: text,
      resolution: resolution,
      kilometre: draft.reference.kilometres?.spans.first?.from.readings.first ?? draft.kilometre,
      warnings: warnings
    )
  }

  /// The words of a place; without what is said of it between them: `the Carretera Central is shut at La Oroya`.
  private func text(of range: ClosedRange<Int>) -> String {
    guard let trigger = range.first(where: { triggers.contains($0) }), trigger > range.lowerBound,
      trigger < range.upperBound,
      let head = range.last(where: { $0 < trigger && reader.name($0) != nil }),
      let site = range.first(where: { $0 > trigger && reader.name($0) != nil })
    else { return reader.text(range) }
    return "\(reader.text(range.lowerBound...head)), \(reader.text(site...range.upperBound))"
  }

  private func isPlain(_ position: Int) -> Bool {
    guard let name = reader.name(position) else { return false }
    return name.highways.isEmpty && !name.isUnknownRoad && !used.contains(position)
  }

  private func isHighway(_ position: Int) -> Bool {
    reader.name(position).map { !$0.highways.isEmpty || $0.isUnknownRoad } ?? false
  }

  // MARK: Sections

  /// `the roads connecting A to B, C and D`, `between A and B`, `from A to B`, `A – B`.
  private mutating func findSections() {
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
          || (0..<position).contains { reader.isWord($0, [.road]) }
          || triggers.contains { last < $0 && $0 - last <= 3 }
        if isNamedRoad || reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine {
          addSections([position, last], from: isRoadBefore(position) ? roadStart(position) : position)
        }
      } else if isPlain(position), reader.name(position)?.name.tie == .from,
        // `the road from A to B was reopened; that from C to D is closed`
        isRoadBefore(position)
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

  /// Whether no word of its own ties a name, but only what ties those before it in a list.
  private func isUntied(_ position: Int) -> Bool {
    reader.isSign(position - 1, ",") || reader.isWord(position - 1, [.and])
  }

  private func isDashed(_ position: Int) -> Bool {
    reader.isDash(position + 1) && isPlain(position + 2) && position + 2 < part.upperBound
  }

  private func isRoadWord(_ position: Int) -> Bool {
    part.contains(position) && items[position].kind == .word
      && items[position].roles.hasAny(of: [.road, .access])
  }

  private func isRoadBefore(_ position: Int) -> Bool {
    let before = max(part.lowerBound, position - 5)..<position
    return before.contains { isRoadWord($0) || isHighway($0) }
  }

  private func roadStart(_ position: Int) -> Int {
    let floor = (max(part.lowerBound, position - 5)..<position).last {
      items[$0].kind == .name && !isHighway($0)
    }
    let before = (floor ?? max(part.lowerBound, position - 5))..<position
    return before.last { isRoadWord($0) || isHighway($0) } ?? position
  }

  private func nextName(_ start: Int) -> Int? {
    var position = start
    while position < part.upperBound, position - start < 3 {
      if isPlain(position) { return position }
      guard items[position].roles.hasAny(of: [.article, .settlement, .level, .of]) else { return nil }
      position += 1
    }
    return nil
  }

  private func names(after start: Int, separators: RoleSet) -> [Int] {
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
  private mutating func addSections(_ names: [Int], from start: Int) {
    guard let first = names.first, let near = reader.name(first)?.name, let last = names.last else { return }
    let highway =
      (min(start, first)...min(last + 1, part.upperBound - 1)).first {
        isHighway($0) && !used.contains($0)
      } ?? highwayLabel(before: min(start, first))
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
          items: min(start, first)...far,
          isRoad: true,
          text: isOnly ? nil : "\(reader.text(min(start, first)...first)) – \(end.text)"
        )
      )
    }
    used.formUnion(names)
    if let highway { used.insert(highway) }
  }

  /// `PE-34A, tramo Imata – Santa Lucía`: the highway right before a section.
  private func highwayLabel(before start: Int) -> Int? {
    var position = start - 1
    while reader.isSign(position, ",") || reader.isSign(position, ":") || reader.isSign(position, "(")
      || reader.isWord(position, [.article])
    { position -= 1 }
    return position < start - 1 && part.contains(position) && isHighway(position) && !used.contains(position)
      ? position : nil
  }

  // MARK: Kilometres

  private mutating func findKilometres() {
    for position in part where items[position].kind == .kilometres && !isDenied(position) {
      let mention = reader.scanned.kilometres[items[position].index]
      var reference = Reference()
      var range = position...position
      var warnings: [String] = []
      var highwayText = ""
      if let highway = nearestHighway(to: position), let name = reader.name(highway) {
        reference.highways = name.highways
        if name.isUnknownRoad { reference.names = [name.name] }
        highwayText = name.name.text
        used.insert(highway)
        range = min(position, highway)...max(position, highway)
      } else if let section = drafts.indices.first(where: { drafts[$0].reference.joinsEnds }),
        !drafts[section].reference.highways.isEmpty
      {
        reference.highways = drafts[section].reference.highways
        range =
          min(position, drafts[section].items.lowerBound)...max(position, drafts[section].items.upperBound)
      } else if let highway = (0..<part.lowerBound).last(where: isHighway), let name = reader.name(highway) {
        // `Panamericana Sur: km 262, restricted; km 290, open`
        reference.highways = name.highways
        highwayText = name.name.text
      } else if reader.discourse.highwayAge <= 4, !reader.discourse.highways.isEmpty {
        reference.highways = reader.discourse.highways
        highwayText = reader.discourse.highwayName
        warnings.append("the highway is taken from “\(highwayText)” before it")
      } else if let section = drafts.indices.last(where: { drafts[$0].reference.joinsEnds }) {
        putKilometres(mention, on: section)
        continue
      }
      // `kilómetro 48 de la vía a La Joya`
      if reference.highways.isEmpty, reference.names.isEmpty,
        let town = ((position + 1..<position + 7).map(\.self) + [position - 2, position - 1]).first(where: {
          part.contains($0) && isPlain($0) && isEntered($0)
        }),
        let name = reader.name(town)?.name
      {
        var own = name
        own.tie = .none
        var reference = Reference()
        reference.names = [own]
        used.insert(town)
        var draft = Draft(
          reference: reference,
          items: min(position, town)...max(position, town),
          isRoad: false
        )
        draft.kilometre = mention.spans.first?.from.readings.first
        draft.warnings = ["the kilometre is of a road that is told only by its end"]
        drafts.append(draft)
        continue
      }
      for (number, span) in mention.spans.enumerated() {
        var reference = reference
        reference.kilometres = KilometreExpression(spans: [span])
        var text = reader.text(position...position)
        if mention.spans.count > 1 { text = "\(text) (\(number + 1))" }
        if !highwayText.isEmpty { text = "\(highwayText), \(text)" }
        drafts.append(
          Draft(
            reference: reference,
            items: range,
            isRoad: true,
            text: mention.spans.count == 1 && range.count > 1 && range.count <= 8 ? nil : text,
            warnings: warnings
          )
        )
      }
    }
    // A section whose road has a kilometre is that kilometre.
    if drafts.contains(where: { $0.reference.kilometres != nil && !$0.reference.highways.isEmpty }) {
      drafts.removeAll { $0.reference.joinsEnds && $0.reference.kilometres == nil }
    }
  }

  /// Notes the kilometres of a road that is told only by its ends: each is a site of its own.
  private mutating func putKilometres(_ mention: KilometreMention, on section: Int) {
    for kilometre in mention.spans.map({ $0.from.readings.first }) {
      var draft = drafts[section]
      if draft.kilometre == nil {
        drafts[section].kilometre = kilometre
        drafts[section].warnings.append("the kilometre is of a road that is told only by its ends")
      } else {
        draft.kilometre = kilometre
        drafts.append(draft)
      }
    }
  }

  private func nearestHighway(to position: Int) -> Int? {
    var best: (distance: Int, position: Int)?
    for candidate in part where isHighway(candidate) {
      // A highway before the kilometre is as near as one right behind it.
      let distance = candidate > position ? candidate - position : position - candidate + 1
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.position
  }

  // MARK: Highways and bridges

  private mutating func findHighways() {
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

  private mutating func findBridges() {
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
  private func isSettlementName(_ name: Reference.Name) -> Bool {
    reader.places.region(name) != nil && !reader.places.isAny(name, .bridges)
  }

  private func isBridgeWord(_ position: Int) -> Bool {
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
  private mutating func add(_ bridge: Draft) {
    let start = bridge.items.lowerBound
    guard
      let road = drafts.lastIndex(where: {
        $0.items.upperBound < start && ($0.reference.joinsEnds || !$0.reference.highways.isEmpty)
      }), drafts[road].text == nil, isDescription(drafts[road].items.upperBound + 1..<start)
    else {
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
    drafts[road].warnings += bridge.warnings
  }

  /// Puts where it is blocked on a road told by its ends: of namesakes only those on the way are meant.
  private mutating func put(_ site: Reference.Name, on road: Int) {
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

  /// Whether only words such as `on the` stand between a bridge and a highway.
  private func isBehind(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && range.allSatisfy {
        reader.isSign($0, ",") || reader.isSign($0, "(")
          || reader.isWord($0, [.within, .of, .article, .road])
      }
      && range.contains { reader.isWord($0, [.within, .of]) || reader.isSign($0, "(") }
  }

  /// Whether the words between a road and a name say that the name tells where on the road.
  private func isDescription(_ range: Range<Int>) -> Bool {
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

  private func isNoteSign(_ position: Int) -> Bool {
    reader.isSign(position, ",") || reader.isSign(position, ":")
  }

  private func isPlaced(_ position: Int) -> Bool {
    reader.name(position).map { $0.name.tie == .within || $0.name.tie == .near } ?? false
  }

  /// A bridge told by its kind and a name near it: `the International Bridge … at the height of the Ilave town`.
  private mutating func findBridge(at position: Int) {
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
  private mutating func add(_ unknown: ClosedRange<Int>) {
    var reference = Reference()
    reference.names = [Reference.Name(text: reader.text(unknown), bearers: [])]
    add(Draft(reference: reference, items: unknown, isRoad: true))
  }

  /// The capitalised words beside the word for a bridge that no table explains.
  private func unknownName(beside position: Int) -> ClosedRange<Int>? {
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
  private mutating func findListed() {
    for bridge in drafts where bridge.reference.highways.isEmpty && !bridge.reference.joinsEnds {
      var position = bridge.items.lowerBound - 1
      if let last = listBefore(position), addList(endingAt: last) { continue }
      var isJoined = false
      while part.contains(position), !isPlain(position) {
        let isLink = reader.isSign(position, ",") || reader.isWord(position, [.and])
        guard isLink || reader.isWord(position, [.within, .near, .article]) else { break }
        isJoined = isJoined || isLink
        position -= 1
      }
      // `At Pisco, the San Clemente bridge is closed`: the head says where the bridge is.
      let isHead =
        reader.isSign(position + 1, ",")
        && !(position + 1..<bridge.items.lowerBound).contains {
          reader.isWord($0, [.and])
        }
        && (part.lowerBound..<max(position, part.lowerBound)).allSatisfy {
          reader.isWord($0, [.within, .near, .article])
        }
      guard isJoined, !isHead, part.contains(position), isPlain(position), !isOrigin(position),
        var name = reader.name(position)?.name, name.tie == .within || name.tie == .near
      else { continue }
      used.insert(position)
      name.tie = .none
      var reference = Reference()
      reference.names = [name]
      drafts.append(Draft(reference: reference, items: position...position, isRoad: false))
    }
  }

  /// The last of several settlements listed before a bridge, the region that holds them left out: `in Huanta and San
  /// Miguel, in Ayacucho, and at the Pampas bridge`.
  private func listBefore(_ end: Int) -> Int? {
    var position = end
    while part.contains(position),
      reader.isSign(position, ",") || reader.isWord(position, [.and, .within, .near, .article])
    { position -= 1 }
    guard part.contains(position), isPlain(position), position < end else { return nil }
    // What holds those before it.
    if let inner = (part.lowerBound..<position).last(where: { isPlain($0) }), isEnclosed(inner, by: position)
    {
      return inner
    }
    return position
  }

  /// Takes two or more settlements of a list as places of their own.
  private mutating func addList(endingAt last: Int) -> Bool {
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

  // MARK: Descriptions

  /// Gives the roads the names that say where on them.
  private mutating func describe() {
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
      if sites.count > 1, drafts[draft].reference.kilometres == nil, drafts[draft].text == nil, isList(sites),
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
      if describing.isEmpty, leading.isEmpty { applyOrigin(to: draft) }
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
  private func listedSites(behind end: Int, among describing: [Int]) -> [Int] {
    var chain: [Int] = []
    var previous = end
    var isJoined = false
    for site in describing where site > end {
      let between = previous + 1..<max(site, previous + 1)
      guard isSite(site),
        between.contains(where: { reader.isSign($0, ",") || reader.isWord($0, [.and]) }),
        between.allSatisfy({
          reader.isSign($0, ",") || reader.isWord($0, [.and, .within, .near, .article, .access])
        })
      else { break }
      let isLinked = between.contains { reader.isWord($0, [.and]) }
      // `at km 512 and 530, near Virú and Chao`: the first comma says where.
      if chain.isEmpty, !isLinked { break }
      if isLinked { isJoined = true }
      chain.append(site)
      previous = site
    }
    return isJoined ? chain : []
  }

  /// `the highway is cut at Neshuya and at km 34`: twice, and neither tells where the other is.
  private mutating func findSitesBesideKilometres() {
    func isTie(_ position: Int) -> Bool {
      reader.isWord(position, [.within, .near, .article]) && !reader.has(position, [.and])
    }
    for draft in drafts where draft.reference.kilometres != nil && !draft.reference.highways.isEmpty {
      for kilometre in draft.items where items[kilometre].kind == .kilometres {
        var before = kilometre - 1
        while isTie(before) { before -= 1 }
        var after = kilometre + 2
        while isTie(after) { after += 1 }
        let sites = [
          reader.isWord(before, [.and]) ? before - 1 : nil,
          reader.isWord(kilometre + 1, [.and]) ? after : nil,
        ]
        for case let site? in sites where part.contains(site) && isPlain(site) && isSite(site) {
          guard var name = reader.name(site)?.name else { continue }
          used.insert(site)
          name.tie = .near
          var reference = Reference()
          reference.highways = draft.reference.highways
          reference.names = [name]
          drafts.append(Draft(reference: reference, items: site...site, isRoad: true))
        }
      }
    }
  }

  /// `Quiquijana and Cusipata, on the Cusco–Sicuani road, are closed`: the names right before a road are the sites,
  /// the road only says on which way they lie.
  ///
  /// - Returns: The places that were told so, which nothing else describes.
  private mutating func addSites(besideRoads leading: [Int]) -> Set<Int> {
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

  /// Whether a name is of a place, and not of a region that words call one.
  private func isSettlement(_ position: Int) -> Bool {
    guard let name = reader.name(position)?.name else { return false }
    return name.level == nil && reader.places.isPlace(name) && !reader.isSign(position + 1, ":")
      && !(isRegion(position) && reader.places.region(name) != nil)
  }

  /// `Residents of Chala lifted their blockade of the Panamericana`: who blocks a long road does so near home.
  private mutating func applyOrigin(to draft: Int) {
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

  /// Whether a place lies along a road that is told by its ends.
  private func isOnWay(_ name: Reference.Name, _ section: Reference) -> Bool {
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

  /// Whether a name is a place at which, or near which, something is.
  private func isSite(_ position: Int) -> Bool {
    guard let name = reader.name(position)?.name, name.level == nil else { return false }
    if isEntered(position) { return true }
    return (name.tie == .within || name.tie == .near || isListedPoint(position)) && !isRegion(position)
  }

  /// `blocked at four points: Chala, Atico and Ocoña`
  private func isListedPoint(_ position: Int) -> Bool {
    guard let colon = (part.lowerBound..<position).last(where: { reader.isSign($0, ":") }) else {
      return false
    }
    return (part.lowerBound..<colon).contains {
      reader.isWord($0, [.tally]) && reader.phrase(items[$0])?.measure == .points
    }
      && (colon + 1..<position).allSatisfy {
        reader.isSign($0, ",") || reader.isWord($0, [.and, .article]) || isPlain($0)
      }
  }

  private func isRegion(_ position: Int) -> Bool {
    guard let name = reader.name(position)?.name, let region = reader.places.region(name) else {
      return false
    }
    return name.tie == .within && reader.places.pack.regions[region].level == .department
  }

  /// Whether names follow each other with only commas, `and` and articles between them.
  private func isList(_ names: [Int]) -> Bool {
    zip(names, names.dropFirst()).allSatisfy { left, right in
      (left + 1..<right).contains { reader.isSign($0, ",") || reader.isWord($0, [.and]) }
        && (left + 1..<right).allSatisfy {
          reader.isSign($0, ",") || reader.isWord($0, [.and, .article, .within, .near])
        }
    }
  }

  private func isOrigin(_ position: Int) -> Bool { reader.name(position)?.isOrigin ?? false }

  /// Puts a region to a highway.
  private func apply(_ names: [Int], to draft: inout Draft) {
    for position in names {
      guard var name = reader.name(position)?.name else { continue }
      name.tie = .within
      draft.reference.names.append(name)
    }
  }

  private mutating func apply(_ names: [Int], to draft: Int, isLeading: Bool) {
    var reference = drafts[draft].reference
    for position in names {
      guard var name = reader.name(position)?.name else { continue }
      let isRegion = reader.places.region(name) != nil
      let isPlace = reader.places.isPlace(name)
      if reference.joinsEnds {
        // Of a road told by its ends, the place beside which it is blocked says more.
        guard isPlace, !isLeading || reader.isSign(position + 1, ":"), name.level == nil,
          name.tie == .near || name.tie == .within || isLeading || isNote(position),
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

  /// `Urcos – Puerto Maldonado road, Ccatcca`: in a list what follows the comma says where.
  private func isNote(_ position: Int) -> Bool {
    reader.isSign(position - 1, ",")
      && (reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine)
  }

  /// Whether words such as `entrance to` stand right before a name.
  private func isEntered(_ position: Int) -> Bool {
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

  /// The names of which words say that the road to them is meant, and those listed behind one: `the roads to A and
  /// B`.
  private func enteredNames() -> [Int] {
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
  private func isTied(_ position: Int) -> Bool {
    guard isNominal, let name = reader.name(position)?.name else { return true }
    return name.tie != .none || name.level != nil || isEntered(position) || reader.isSign(position + 1, ":")
      || reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine
      || reader.has(position - 1, [.of])
      || reader.isSign(position - 1, ",") || reader.isSign(position - 1, "(")
      || reader.isSign(position - 1, ":") || reader.isWord(position - 1, [.and])
  }

  /// Without the places at the head of the sentence that only say where the ones behind are: `In Chincheros there
  /// is no way through at Ahuayro`.
  private func withoutContext(_ names: [Int]) -> [Int] {
    guard let trigger = triggers.first, names.contains(where: { $0 > trigger && isPlaced($0) }) else {
      return names
    }
    return names.filter { position in
      let isHead =
        position < trigger
        && (isPlaced(position) || reader.isSign(position - 1, "#") || reader.isDash(position - 1)
          || reader.isDash(position + 1) || reader.isSign(position + 1, ":"))
      return !isHead
    }
  }

  /// The one settlement at the head of the part in which a road told later is blocked.
  private func headSite(before road: Int) -> Int? {
    let sites = part.filter { $0 < road && isPlain($0) && !isOrigin($0) }
    guard sites.count == 1, let site = sites.first, isSettlement(site), isPlaced(site),
      triggers.contains(where: { site < $0 && $0 < road })
    else { return nil }
    return site
  }

  /// `the road to Desaguadero is blocked at Platería and at Pomata, that to Cusco at Santa Rosa`: the settlements
  /// behind what is said of each road.
  private mutating func addSites(behind roads: [Int]) -> Bool {
    var found: [(road: Int, sites: [Int])] = []
    for (number, road) in roads.enumerated() {
      let end = number + 1 < roads.count ? roadBegin(roads[number + 1]) : part.upperBound
      let isSaid = number > 0 || triggers.contains { road < $0 && $0 < end }
      var sites: [Int] = []
      for site in road + 1..<max(end, road + 1) where isSaid && isPlain(site) && !isOrigin(site) {
        let isFirst = sites.isEmpty && isPlaced(site) && !isRegion(site)
        guard
          isFirst && (number > 0 || isNearTrigger(site)) || sites.last.map({ isList([$0, site]) }) == true
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

  private func isNearTrigger(_ site: Int) -> Bool { triggers.contains { $0 < site && site - $0 <= 4 } }

  /// Whether the second of two roads only describes the first.
  private func isApposition(_ first: Int, _ second: Int) -> Bool {
    let between = first + 1..<max(second, first + 1)
    return reader.isSign(first + 1, ",") && !between.contains { reader.isWord($0, [.and]) }
      && !reader.isWord(first + 2, [.article])
  }

  /// The first of the words that say that the road to a name is meant.
  private func roadBegin(_ position: Int) -> Int {
    var first = position
    while part.contains(first - 1), reader.has(first - 1, [.access, .road, .settlement, .level, .of, .range])
    {
      first -= 1
    }
    return first
  }

  /// The name near which a road into a town is blocked.
  private func described(by position: Int) -> Int? {
    guard isEntered(position) else { return nil }
    let next = (position + 1..<position + 6).first { isPlain($0) }
    guard let next, part.contains(next),
      reader.isSign(position + 1, ",")
        || (position + 1..<next).allSatisfy({ reader.isWord($0, [.near, .within, .article]) }),
      let tie = reader.name(next)?.name.tie,
      tie == .near || tie == .within && !isRegion(next)
    else { return nil }
    return next
  }

  private func isCounted(_ position: Int) -> Bool {
    // `18 points in Puno, 9 in Cusco`
    if reader.isWord(position - 1, [.within]), let number = reader.number(position - 2), number.value != nil,
      !number.isRank
    {
      return true
    }
    let next = reader.isSign(position + 1, "(") ? position + 2 : position + 1
    guard let number = reader.number(next), number.value != nil, !number.isRank else { return false }
    return next + 1 >= items.count || items[next + 1].kind == .sign || reader.isWord(next + 1, [.and])
  }

  /// Whether a name stands behind another as what holds it: `Chala, Arequipa`, `Juli (Puno)`, `Velille, in the
  /// province of Chumbivilcas`.
  private func isEnclosed(_ inner: Int, by outer: Int) -> Bool {
    guard outer - inner <= 6, reader.isSign(inner + 1, ",") || reader.isSign(inner + 1, "(") else {
      return false
    }
    return (inner + 2..<max(outer, inner + 2)).allSatisfy {
      reader.isWord($0, [.within, .article, .level, .of]) && !reader.isWord($0, [.and])
    }
  }

  /// Whether words such as `not at` stand right before a place.
  private func isDenied(_ position: Int) -> Bool {
    var before = position - 1
    while part.contains(before), reader.isWord(before, [.article, .within, .near]),
      !reader.has(before, [.negation])
    { before -= 1 }
    return part.contains(before) && reader.isWord(before, [.negation])
  }

  /// Whether a name stands in a clause behind what is said of the roads that tells of people killed or hurt.
  private func isOfToll(_ position: Int) -> Bool {
    guard let trigger = triggers.last, trigger < position,
      let clause = (trigger..<position).last(where: { reader.isWord($0, [.clause, .dayAfter]) })
    else { return false }
    return (clause..<part.upperBound).contains { reader.isWord($0, [.killed, .injured, .detained]) }
      && !(clause..<part.upperBound).contains { reader.isWord($0, BlockadeReader.triggers) }
  }

  /// Whether a name is who says what follows.
  private func isSpeaker(_ position: Int) -> Bool {
    reader.isWord(position + 1, [.say]) && position <= part.lowerBound + 1
  }

  /// Whether a name is what a distance is measured from: `30 km de Arequipa`.
  private func isDistant(_ position: Int) -> Bool {
    reader.has(position - 1, [.of, .from]) && reader.has(position - 2, [.unit])
      && reader.number(position - 3) != nil
  }

  private func isDestination(_ position: Int) -> Bool {
    guard let tie = reader.name(position)?.name.tie else { return false }
    // `the blockade of Titire`
    if reader.has(position - 1, [.of]), reader.isWord(position - 2, [.blockade]) { return false }
    return (tie == .to || tie == .from) && !isEntered(position)
  }

  // MARK: Places

  /// The place right before the clause that says what is with the roads, where the clause names none itself:
  /// `at Combapata, where villagers block the road`.
  private func siteOfClause() -> Int? {
    guard let trigger = triggers.first,
      let clause = part.last(where: { $0 < trigger && reader.isWord($0, [.clause]) }),
      !part.contains(where: { $0 > clause && isPlain($0) })
    else { return nil }
    let before = reader.isSign(clause - 1, ",") ? clause - 2 : clause - 1
    return part.contains(before) && isPlain(before) ? before : nil
  }

  /// `18 points blocked in Puno`: what is said of the points that are counted.
  private func isOfPoints(_ trigger: Int, behind count: Int) -> Bool {
    reader.isWord(trigger - 1, [.tally]) && reader.phrase(items[trigger - 1])?.measure == .points
      && trigger - 1 - count <= 3
  }

  /// Whether the regions that a number counts are listed behind what is said of them.
  private func isRegionList(_ count: Int, _ verb: Int) -> Bool {
    guard let noun = (count + 1..<count + 4).first(where: { part.contains($0) && reader.has($0, [.tally]) }),
      let measure = reader.phrase(items[noun])?.measure, measure != .points, measure != .roads
    else { return false }
    return (verb + 1..<verb + 4).contains { part.contains($0) && reader.isSign($0, ":") }
  }

  /// The colon behind a count of points at which their list begins.
  private func listHead(behind count: Int) -> Int? {
    let noun = (count + 1..<count + 4).first { part.contains($0) && reader.has($0, [.tally]) }
    guard let noun, reader.phrase(items[noun])?.measure == .points else { return nil }
    let colon = (noun + 1..<max(part.upperBound, noun + 1)).first { reader.isSign($0, ":") }
    return colon.flatMap { colon in (colon + 1..<part.upperBound).contains { isPlain($0) } ? colon : nil }
  }

  /// Towns and regions in which roads are blocked, where no road is named.
  private mutating func findPlaces() {
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
    let others = withoutContext(placed.isEmpty && !isCarried && !isOnward ? named : placed)
      .filter { !(entered.count == 1 && entered[0] == $0) || entered.isEmpty }
    // `At Ambo farmers block the road to Cerro de Pasco`: where on the road is told at the head.
    if addSites(behind: entered) { return }
    if entered.count == 1, let road = entered.first, let site = headSite(before: road) {
      guard var name = reader.name(site)?.name else { return }
      name.tie = .none
      var reference = Reference()
      reference.names = [name]
      var draft = Draft(reference: reference, items: min(site, road)...max(site, road), isRoad: false)
      draft.text = "\(reader.text(roadBegin(road)...road)), \(reader.text(site...site))"
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
    let isFromOrigin = entered.isEmpty && (others.isEmpty || isHome)
    var previous: Int?
    for position in isFromOrigin ? origins : entered.isEmpty ? others : entered {
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
      if isFromOrigin { draft.warnings.append("only where the people come from is told") }
      drafts.append(draft)
      previous = position
    }
  }
}
