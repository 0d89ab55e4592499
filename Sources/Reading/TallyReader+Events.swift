internal import Chronicle
internal import Gazetteer

/// What happens at the places that are counted.
extension TallyReader {
  /// The event right behind a number: `24 with blockades`.
  func eventWith(_ number: Int) -> (EventType, Int?)? {
    guard isWith(number) else { return nil }
    guard reader.isWord(number + 2, [.march]) else { return (.blockade, number + 2) }
    return (reader.phrase(items[number + 2])?.event ?? .march, number + 2)
  }

  func event(_ first: Int, _ last: Int, _ measure: TallyMeasure) -> (EventType, Int?)? {
    let noun = items[last]
    if noun.roles.hasAny(of: [.blockade, .closure]), noun.kind == .word {
      // `Police cleared eight roadblocks` counts those that are gone.
      let isGone = (first - 3..<first).contains { reader.isWord($0, [.clear, .clearing]) }
      return isGone ? nil : (.blockade, last)
    }
    if items[first].roles.hasAny(of: [.blockade, .closure]), items[first].kind == .word {
      return (.blockade, first)
    }
    let isOfMarches = !reader.scanned.roles.hasAny(of: [.block, .blockade, .blocking])
    var best: (distance: Int, position: Int)?
    for position in items.indices where items[position].kind == .word {
      let roles = items[position].roles
      guard roles.hasAny(of: [.block, .blockade, .blocking, .march, .clear, .cleared, .normal, .restrict])
      else {
        continue
      }
      // `Provinces with marches: 28` has them between the noun and the number.
      let isInside = first < position && position < last && reader.number(last) != nil
      // `11 provinces had marches`
      let isNext = !(last + 1..<max(position, last + 1)).contains {
        reader.isSign($0, ",") || reader.isWord($0, [.and]) || reader.number($0) != nil
      }
      let isBehind = position > first && !isInside && !isOfMarches && !isNext
      if roles.has(.march), measure == .points || measure == .roads || isBehind {
        continue
      }
      // What stands behind a comma or `and` belongs to the next number rather than to this one.
      if roles.has(.restrict), measure == .provinces || measure == .regions { continue }
      var distance =
        position < first
        ? first - position : (position - last) * (roles.has(.restrict) && position - last <= 2 ? 1 : 2)
      if position > last, (last + 1..<position).contains(where: { reader.number($0) != nil }) {
        distance += 40
      }
      if distance < best?.distance ?? .max { best = (distance, position) }
    }
    guard let best else {
      // `Regions affected: 9` in a list of counts.
      let isListed = reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine
      if let countBefore,
        countBefore.measure == measure || isListed && reader.number(last) != nil && first < last
      {
        return (countBefore.event, nil)
      }
      return reader.discourse.headingStatus == .blocked ? (.blockade, nil) : nil
    }
    let roles = items[best.position].roles
    if roles.has(.march) { return (reader.phrase(items[best.position])?.event ?? .march, best.position) }
    guard roles.hasAny(of: [.block, .blockade, .blocking]), !roles.has(.restrict) else { return nil }
    if isOther(best.position) { return nil }
    return (.blockade, best.position)
  }

  func isOther(_ position: Int) -> Bool {
    guard !items[position].roles.has(.blockade) else { return false }
    let comma =
      (position + 1..<max(items.count, position + 1)).first { reader.isSign($0, ",") } ?? items.count
    let near = max(0, position - 3)..<min(comma, position + 5)
    let isRoad = items.contains { $0.kind == .word && $0.roles.hasAny(of: [.road, .tally, .blockade]) }
    return near.contains { items[$0].kind == .word && items[$0].roles.has(.other) } || !isRoad
  }
}
