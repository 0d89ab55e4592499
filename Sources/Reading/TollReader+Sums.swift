internal import Chronicle
internal import Gazetteer

/// Numbers that sum over days, or over the whole country.
extension TollReader {
  func markSums(_ tolls: inout [Toll]) {
    for position in items.indices {
      let item = items[position]
      let isPeriod =
        item.kind == .date && reader.scanned.dates[item.index].precision == .period
        && !reader.scanned.dates[item.index].isImpossible
      let isSum =
        item.kind == .word
        && (item.roles.has(.nation)
          || item.roles.has(.sum) && !hasDay(near: position) && !isOfPlace(position))
      // `the bloodiest day since …` counts that day.
      let isSince =
        item.kind == .word && item.roles.has(.since) && !startsDay(position + 1) && !isFromPlace(position)
        && !(max(0, position - 8)..<position).contains { reader.isWord($0, [.superlative]) }
      guard isPeriod || isSum || isSince else { continue }
      var best: (distance: Int, toll: Int)?
      for toll in tolls.indices {
        let range = tolls[toll].items
        let distance =
          position < range.lowerBound ? range.lowerBound - position : max(0, position - range.upperBound)
        if distance < best?.distance ?? .max { best = (distance, toll) }
      }
      guard let best, best.distance <= 24 else { continue }
      // `22 officers and 16 civilians were injured across Peru on Thursday`
      if item.kind == .word, item.roles.has(.nation), hasDay(near: position), !isPeriod, !isSince {
        for toll in tolls.indices where tolls[toll].items.upperBound < position {
          // `One was killed in Arequipa and 30 were injured across Peru`
          let next =
            tolls.map(\.items.lowerBound).filter { $0 > tolls[toll].items.upperBound }.min() ?? position
          let hasPlace = (tolls[toll].items.upperBound..<next).contains { reader.name($0) != nil }
          if toll == best.toll || !hasPlace { tolls[toll].isNationwide = true }
        }
      } else {
        tolls[best.toll].isSum = true
      }
    }
    for toll in tolls.indices
    where reader.has(tolls[toll].items.lowerBound, [.sum]) || reader.has(tolls[toll].items.upperBound, [.sum])
    {
      tolls[toll].isSum = true
    }
  }

  /// `En Juli la Policía detuvo a dos personas por las protestas`: the protests of a town, told at the head of the
  /// sentence or right before.
  private func isOfPlace(_ position: Int) -> Bool {
    guard
      reader.scanner.phrases(in: items[position]).contains(where: { $0.roles.hasAny(of: [.unrest, .march]) }),
      !reader.scanned.roles.hasAny(of: [.since, .nation])
    else { return false }
    return items.indices.prefix(position).contains { name in
      guard let mention = reader.name(name), mention.highways.isEmpty, mention.name.tie == .within,
        mention.name.level == nil, reader.places.isPlace(mention.name)
      else { return false }
      return name <= 2
    }
  }

  /// Whether a day is told beside words such as `during protests`, so that they do not sum.
  func hasDay(near position: Int) -> Bool {
    (max(0, position - 4)..<min(items.count, position + 4)).contains {
      items[$0].kind == .date && !reader.isBound($0)
        && reader.scanned.dates[items[$0].index].precision != .period
    }
  }

  /// Whether a day follows that lies only hours back, as in `since this morning`.
  func startsDay(_ position: Int) -> Bool {
    guard position < items.count, items[position].kind == .date else { return false }
    return reader.discourse.today.number - reader.scanned.dates[items[position].index].days.lowerBound.number
      <= 2
  }

  /// `al caer desde un cerro`: from a place, not since a time.
  func isFromPlace(_ position: Int) -> Bool {
    reader.isWord(position, [.from])
      && !(position + 1..<min(items.count, position + 7)).contains {
        items[$0].kind == .date || reader.isWord($0, [.unrest, .march, .blockade])
          || $0 == position + 1 && reader.isWord($0, [.clause])
      }
  }

  /// The period a sum covers, as far as the sentence tells it.
  func period() -> ClosedRange<Day>? {
    var days: ClosedRange<Day>?
    for position in items.indices where items[position].kind == .date {
      let date = reader.scanned.dates[items[position].index]
      if reader.isBound(position) || date.precision == .period {
        let range = date.days
        let isStart = reader.has(position - 1, [.since])
        let to = isStart ? max(reader.discourse.today, range.lowerBound) : range.upperBound
        days = min(days?.lowerBound ?? range.lowerBound, range.lowerBound)...max(days?.upperBound ?? to, to)
      }
    }
    // `since he was removed in December`: what began then goes on.
    if let start = days?.lowerBound, reader.scanned.roles.has(.since) {
      return start...max(start, reader.discourse.today)
    }
    return days
  }
}
