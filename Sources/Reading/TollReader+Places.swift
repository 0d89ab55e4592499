internal import Chronicle
internal import Gazetteer

/// Where and when it happened.
extension TollReader {
  func draft(_ tolls: [Toll], _ index: Int, at name: Spot?) -> Draft? {
    let toll = tolls[index]
    var place = ""
    var resolution: Resolution?
    var scope = Scope.nation
    var last = toll.items.upperBound
    var first = toll.items.lowerBound
    if let name {
      (place, resolution) = (name.text, name.resolution)
      let isRegion = name.isRegion || resolution?.location?.method == .region
      scope = isRegion ? .region : toll.measure == .detained ? .place : .incident
      if toll.isSum, scope == .incident { scope = .place }
      if let items = name.items {
        last = max(last, items.upperBound)
        first = min(first, items.lowerBound)
      }
    }
    // `killed nearly 30 protesters`: whom the number counts belongs to the words.
    while last + 1 < items.count, last - toll.items.upperBound < 2, reader.has(last + 1, [.person]) {
      last += 1
    }
    let today = reader.discourse.today
    var days = today...today
    var precision: DateMention.Precision?
    if toll.isSum {
      days = period() ?? today...today
    } else if let date = dayOfUnrest(toll) {
      (days, precision) = (date.days, date.precision)
    } else if let day = reader.dayBefore(toll.items.lowerBound) {
      (days, precision) = (day...day, .relative)
    } else if let date = ownDate(of: index, among: tolls)
      ?? reader.date(near: toll.items.upperBound, in: 0..<items.count)
    {
      (days, precision) = (date.days, date.precision)
    } else if scope != .nation,
      let known = reader.discourse.incidents[reader.places.area(resolution, place: place)],
      today.number - known.upperBound.number <= 7
    {
      days = known
    } else if let day = reader.discourse.incidentDays ?? reader.discourse.unrestDays {
      days = day
    }
    guard today.number - days.upperBound.number <= 400 else { return nil }
    var draft = Draft(
      content: .toll(
        measure: toll.measure,
        value: toll.value,
        qualifier: toll.qualifier,
        category: toll.category
      ),
      scope: scope,
      bytes: reader.bytes(first..<last + 1),
      site: Draft.Site(place, resolution, name: name?.name),
      days: days,
      precision: precision,
      said: today,
      asOf: reader.moment()
    )
    draft.isUnplaced = name == nil && !toll.isSum && !toll.isNationwide
    return draft
  }

  /// `Ten were killed in Ayacucho on 15 December and eighteen in Juliaca on 9 January`: the day behind the second is
  /// its own.
  func ownDate(of index: Int, among tolls: [Toll]) -> DateMention? {
    guard index > 0 else { return nil }
    let next = index + 1 < tolls.count ? tolls[index + 1].items.lowerBound : items.count
    let first = tolls[index].items.lowerBound
    return reader.date(near: first, in: first..<max(first, next))
  }

  /// `the death toll from Thursday's clashes rose to eight on Friday`: the day of the clashes.
  func dayOfUnrest(_ toll: Toll) -> DateMention? {
    guard reader.isWord(toll.items.lowerBound, [.tollNoun]) else { return nil }
    for position in toll.items where items[position].kind == .date {
      let date = reader.scanned.dates[items[position].index]
      let behind = position + 1..<position + 4
      if date.precision != .period, behind.contains(where: { reader.isWord($0, [.unrest, .march]) }) {
        return date
      }
    }
    return nil
  }

  /// The day on which this sentence says that the clashes were of which the one before tells.
  func dayOfAnaphor() -> DateMention? {
    guard reader.isWord(0, [.article]), reader.isWord(1, [.unrest, .killed, .death, .anaphor]) else {
      return nil
    }
    let clause = items.indices.first { reader.isWord($0, [.clause]) } ?? items.count
    return reader.date(near: 1, in: 0..<clause)
  }

  /// Where this sentence says that the clashes were that the one before tells the dead of.
  ///
  /// Only a sentence about the very thing does: `The clashes took place in …`.
  func placing(_ toll: Draft) -> Draft? {
    guard reader.isWord(0, [.article]), reader.isWord(1, [.unrest, .killed, .death, .anaphor]),
      let position = items.indices.first(where: { position in
        guard let name = reader.name(position), name.highways.isEmpty, !name.isOrigin else { return false }
        return reader.places.isPlausible(name.name) && !reader.places.isOnly(name.name, .hospital)
      }), let name = reader.name(position)?.name
    else { return nil }
    let spot = spot(name, at: position)
    var toll = toll
    toll.site = Draft.Site(spot.text, spot.resolution, name: name)
    let isRegion = spot.isRegion || spot.resolution.location?.method == .region
    toll.scope = isRegion ? .region : .incident
    toll.isUnplaced = false
    toll.warnings.append("the place is taken from the sentence after")
    return toll
  }

  struct Spot {
    var text: String
    var resolution: Resolution
    var isRegion: Bool
    var name: Reference.Name
    var items: ClosedRange<Int>?
  }

  func place(of index: Int, among tolls: [Toll], beside neighbour: Spot?) -> Spot? {
    let toll = tolls[index]
    if toll.isNationwide { return nil }
    let next = index + 1 < tolls.count ? tolls[index + 1].items.lowerBound : items.count
    let previous = index > 0 ? tolls[index - 1].items.upperBound : -1
    func isUsable(_ position: Int) -> Bool { isUsable(position, orOrigin: false) }
    func isUsable(_ position: Int, orOrigin: Bool) -> Bool {
      guard let name = reader.name(position), name.highways.isEmpty, orOrigin || !name.isOrigin else {
        return false
      }
      // `near Avenida Abancay` says less than the town that the sentence names.
      if name.isUnknownRoad, hasKnownPlace { return false }
      return !isHospital(name) && reader.places.isPlausible(name.name)
    }
    // `…, said a spokesman in Geneva`
    let speaker = (toll.items.upperBound..<max(next, toll.items.upperBound)).first {
      reader.isWord($0, [.say])
    }
    let reach = min(next, speaker ?? next)
    let after = (toll.items.upperBound + 1..<max(reach, toll.items.upperBound + 1)).first(where: isUsable)
    let inside = toll.items.first(where: isUsable)
    let before = (previous + 1..<max(toll.items.lowerBound, previous + 1)).last(where: isUsable)
    // `A leader from a village at Anta died in the protests in Cusco`: he came from where he is told of first.
    let isFrom =
      toll.isSingle && inside != nil
      && after.map { reader.name($0)?.name.tie == .within && $0 - toll.items.upperBound <= 10 } == true
    var chosen = isFrom ? after : inside ?? after
    if let before, let near = chosen, inside == nil {
      // `In Lima, 224 people were detained …`: what stands before a comma at the head governs.
      let tie = reader.name(near)?.name.tie ?? .none
      if tie == .none, reader.name(before)?.name.tie == .within { chosen = before }
    }
    chosen = chosen ?? before
    // `14 officers and nine miners`: where the others were.
    if chosen == nil, !toll.isSum, index > 0, !tolls[index - 1].isSum,
      let neighbour
    {
      return neighbour
    }
    // Of `ten: nine in Juliaca and one in Chucuito` the ten were not all in Juliaca.
    let isDivided = index + 1 < tolls.count && tolls[index + 1].isElided
    if chosen == nil, !toll.isSum, !isDivided {
      let leading = (0..<(tolls.first?.items.lowerBound ?? 0)).last(where: isUsable)
      let trailing = (toll.items.upperBound + 1..<max(items.count, toll.items.upperBound + 1)).first(
        where: isUsable
      )
      chosen = leading ?? trailing ?? items.indices.first { isUsable($0, orOrigin: true) }
    }
    // `Suman nueve muertos y 22 heridos en Chincheros`
    if chosen == nil, toll.isSum, index + 1 < tolls.count, reader.isWord(next - 1, [.and]),
      next - toll.items.upperBound <= 3
    {
      let end = tolls[index + 1].items.upperBound
      chosen = (end + 1..<end + 4).first { items.indices.contains($0) && isUsable($0) }
      if let position = chosen, let name = reader.name(position)?.name, name.tie == .within {
        return spot(name, at: position, isSum: true)
      }
      chosen = nil
    }
    if toll.isSum, let position = chosen {
      // A sum is of a region only where the region stands right beside it.
      let distance =
        position > toll.items.upperBound ? position - toll.items.upperBound : toll.items.lowerBound - position
      let isTied = reader.name(position).map { $0.name.tie == .within || $0.name.level != nil } ?? false
      let crosses = (min(position, toll.items.lowerBound)..<max(position, toll.items.upperBound)).contains {
        reader.has($0, [.contrast])
      }
      // `In Puno, 21 dead since …`, `the Puno region counts 21 dead`
      let isBeside =
        position > toll.items.lowerBound || reader.isSign(position + 1, ",")
        || reader.name(position)?.name.level != nil
      if distance > 4 || crosses || !isTied || !isBeside || reader.scanned.roles.has(.nation) { return nil }
    }
    if let position = chosen, let name = reader.name(position)?.name {
      return spot(name, at: position, isSum: toll.isSum)
    }
    guard !toll.isSum else { return nil }
    let discourse = reader.discourse
    let recent = discourse.placeAge <= 2 ? discourse.place : nil
    let incident = discourse.incidentAge <= 6 && toll.measure != .detained ? discourse.incidentPlace : nil
    // `died in a Puno hospital` stands in for the place where nothing tells it.
    let beside = max(0, previous + 1)..<max(toll.items.upperBound, min(next, toll.items.upperBound + 12))
    let hospital =
      isDivided || reader.isWord(toll.items.lowerBound, [.tollNoun])
      ? nil : beside.lazy.compactMap { reader.name($0) }.first { isHospital($0) }
    // `The number of dead was revised to three`: of those that the text tells of.
    let isTotal = toll.items.contains { reader.isWord($0, [.tollNoun]) }
    guard
      var name = (isTotal ? incident ?? recent : recent ?? incident) ?? discourse.headingName
        ?? hospital?.name
    else { return nil }
    if !reader.places.isOnly(name, .hospital) { name.kind = nil }
    name.tie = .none
    var reference = Reference()
    reference.names = [name]
    let resolution = reader.places.locate(reference, in: nil, text: name.text)
    return Spot(text: name.text, resolution: resolution, isRegion: name.level != nil, name: name)
  }

  /// Whether a town or region of the tables is named in the sentence, or in the one before.
  private var hasKnownPlace: Bool {
    reader.discourse.placeAge <= 2
      || reader.scanned.names.contains { !$0.isUnknown && $0.highways.isEmpty && !isHospital($0) }
  }

  func isHospital(_ name: NameMention) -> Bool {
    name.name.kind == "hospital" || reader.places.isOnly(name.name, .hospital)
  }

  func spot(_ name: Reference.Name, at position: Int, isSum: Bool = false) -> Spot {
    var reference = Reference()
    var own = name
    own.tie = .none
    // A sum over weeks is of a region rather than of the town that bears its name.
    if isSum, own.level == nil, let region = reader.places.region(own),
      reader.places.pack.regions[region].level == .department
    {
      own.level = .department
    }
    reference.names = [own]
    var last = position
    // `Chala (Caravelí)`, `el aeropuerto Manco Cápac, en Juliaca`
    let isNoted = reader.isSign(position + 1, ",") || reader.isSign(position + 1, "(")
    let beside = reader.isWord(position + 2, [.within]) ? position + 3 : position + 2
    if isNoted, let outer = reader.name(beside)?.name,
      reader.places.holds(outer, name) || beside > position + 2 && reader.places.isOnly(name, .airport)
    {
      var outer = outer
      outer.tie = .within
      reference.names.append(outer)
      last = reader.isSign(position + 1, "(") && reader.isSign(beside + 1, ")") ? beside + 1 : beside
    }
    let text = reader.text(position...last)
    let resolution = reader.places.locate(reference, in: reader.discourse.headingRegion, text: text)
    return Spot(
      text: text,
      resolution: resolution,
      isRegion: own.level != nil,
      name: name,
      items: position...last
    )
  }
}
