internal import Chronicle
internal import Gazetteer
internal import Geo

/// Kilometres, with the highway that they are of.
extension RoadPlaces {
  mutating func findKilometres() {
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
      } else if reader.discourse.highwayAge <= 4, !reader.discourse.highways.isEmpty,
        // `Canta road, km 61`
        !part.contains(where: { $0 < position && isPlain($0) && isEntered($0) })
      {
        reference.highways = reader.discourse.highways
        highwayText = reader.discourse.highwayName
        warnings.append("the highway is taken from “\(highwayText)” before it")
      } else if let section = drafts.indices.last(where: { drafts[$0].reference.joinsEnds }) {
        putKilometres(mention, on: section)
        continue
      }
      // `Urcos (km 3+200)`, `Caracoto, km 1326`, `Km 45, Ocongate`: the town beside it is where the kilometre is.
      if reference.highways.isEmpty || !warnings.isEmpty, mention.spans.count == 1,
        let town = townBeside(position), let name = reader.name(town)?.name
      {
        used.insert(town)
        var own = name
        own.tie = reference.highways.isEmpty ? .none : .near
        reference.names.append(own)
        if !reference.highways.isEmpty { reference.kilometres = KilometreExpression(spans: mention.spans) }
        let isBracketed = reader.isSign(position - 1, "(") && reader.isSign(position + 1, ")")
        let end = isBracketed && part.contains(position + 1) ? position + 1 : max(position, town)
        var draft = Draft(
          reference: reference,
          items: min(position, town)...end,
          isRoad: true,
          warnings: warnings
        )
        draft.kilometre = mention.spans.first?.from.readings.first
        if reference.highways.isEmpty { draft.warnings = ["the kilometre is of a road that is not named"] }
        drafts.append(draft)
        continue
      }
      // `kilómetro 48 de la vía a La Joya`
      if reference.highways.isEmpty, reference.names.isEmpty,
        let town =
          ((position + 1..<position + 7).map(\.self)
          + (max(part.lowerBound, position - 12)..<position).reversed()).first(where: {
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
      drafts = drafts.filter { draft in
        !draft.reference.joinsEnds || draft.reference.kilometres != nil || isJoined(draft.items.lowerBound)
      }
    }
  }

  /// The town with which a kilometre is told, before or behind it.
  func townBeside(_ kilometre: Int) -> Int? {
    func isTown(_ position: Int) -> Bool {
      guard part.contains(position), isPlain(position), !isOrigin(position),
        let name = reader.name(position)?.name
      else { return false }
      return reader.places.isPlace(name) || name.bearers.isEmpty
    }
    if reader.isSign(kilometre - 1, "(") || reader.isSign(kilometre - 1, ","), isTown(kilometre - 2) {
      return kilometre - 2
    }
    if reader.isSign(kilometre + 1, ",") || reader.isSign(kilometre + 1, "("), isTown(kilometre + 2) {
      return kilometre + 2
    }
    // `km 1183 Santa Rosa: blocked`
    let isLine = reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine
    return isLine && isTown(kilometre + 1) ? kilometre + 1 : nil
  }

  /// `at km 614, and also the road from Nazca to Puquio`: whether a road is one more than those before it.
  func isJoined(_ start: Int) -> Bool {
    (max(part.lowerBound, start - 6)..<start).contains { reader.isWord($0, [.and]) }
      && (part.lowerBound..<start).contains { items[$0].kind == .kilometres }
  }

  /// Notes the kilometres of a road that is told only by its ends: each is a site of its own.
  mutating func putKilometres(_ mention: KilometreMention, on section: Int) {
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

  func nearestHighway(to position: Int) -> Int? {
    var best: (distance: Int, position: Int)?
    for candidate in part where isHighway(candidate) {
      // A highway before the kilometre is as near as one right behind it.
      let distance = candidate > position ? candidate - position : position - candidate + 1
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.position
  }

  /// `the highway is cut at Neshuya and at km 34`: twice, and neither tells where the other is.
  mutating func findSitesBesideKilometres() {
    func isTie(_ position: Int) -> Bool {
      reader.isWord(position, [.within, .near, .article]) && !reader.has(position, [.and])
    }
    for draft in drafts where draft.reference.kilometres != nil && !draft.reference.highways.isEmpty {
      for kilometre in draft.items where items[kilometre].kind == .kilometres {
        var before = kilometre - 1
        while isTie(before) { before -= 1 }
        // `at Ocoña (km 782) and near La Joya`
        let end = reader.isSign(kilometre + 1, ")") ? kilometre + 1 : kilometre
        var after = end + 2
        while isTie(after) { after += 1 }
        // `at La Pampa (km 108), Mazuko and the Inambari bridge`
        let isListed =
          reader.isSign(end + 1, ",") && after == end + 2 && reader.isWord(after + 1, [.and])
        // `in Urcos (Cusco) and at kilometre 290`
        let isNoted = reader.isSign(before - 1, ")") && reader.isSign(before - 3, "(")
        let sites = [
          reader.isWord(before, [.and]) ? (isNoted ? before - 4 : before - 1) : nil,
          reader.isWord(end + 1, [.and]) || isListed ? after : nil,
        ]
        for case let site? in sites where part.contains(site) && isPlain(site) && isSite(site) {
          guard var name = reader.name(site)?.name else { continue }
          used.insert(site)
          // A highway behind the kilometre is not that of the site before it.
          let isOfBoth = site > kilometre || !draft.items.contains { $0 > kilometre && isHighway($0) }
          name.tie = isOfBoth ? .near : .none
          var reference = Reference()
          if isOfBoth { reference.highways = draft.reference.highways }
          reference.names = [name]
          drafts.append(Draft(reference: reference, items: site...site, isRoad: isOfBoth))
        }
      }
    }
  }
}
