internal import Chronicle
internal import Gazetteer

/// Whether a road is meant, or something else that can be blocked.
extension BlockadeReader {
  func isRoad(_ position: Int) -> Bool {
    let item = items[position]
    switch item.kind {
    case .kilometres: return true
    case .name:
      let name = scanned(item)
      return !name.highways.isEmpty || name.isUnknownRoad || name.name.kind == "bridge"
        || reader.scanner.isRoadName(item)
        || reader.places.isOnly(name.name, .bridges)
        || reader.isDash(position + 1) && reader.name(position + 2) != nil
    case .word:
      return item.roles.hasAny(of: [.road, .access, .blockade, .traffic, .normal]) || isBridgeWord(item)
        || item.roles.has(.anaphor) && reader.discourse.roadAge <= 2 && reader.discourse.roads.count == 1
    default: return false
    }
  }

  /// The road of the part before that a part goes on to speak of, beginning with its verb: `… was reopened at Ocoña
  /// but is still cut at Chala`.
  func elidedRoad(of part: Range<Int>) -> Int? {
    guard reader.isWord(part.lowerBound - 1, [.contrast]), reader.isWord(part.lowerBound, [.assert, .again]),
      !part.contains(where: { isRoad($0) })
    else { return nil }
    let before = 0..<part.lowerBound
    return before.last { items[$0].kind == .name && isRoad($0) } ?? before.last { isRoad($0) }
  }

  func scanned(_ item: Item) -> NameMention { reader.scanned.names[item.index] }

  func isBridgeWord(_ item: Item) -> Bool {
    guard item.roles.has(.kind), let phrase = reader.phrase(item) else { return false }
    return phrase.reference.contains { role in
      if case .kind(let kind) = role {
        return ["bridge", "junction", "roundabout", "road sector"].contains(kind)
      }
      return false
    }
  }

  /// Whether what is blocked is nearer than any road and is none.
  func isOther(_ position: Int, in part: Range<Int>) -> Bool {
    var nearest = Int.max
    var road = Int.max
    // `Teachers demanding wages blocked the road`: what follows an active verb is its object.
    if !isNoun(position), !reader.isWord(position - 1, [.assert]), isObject(position + 1, in: part) {
      return false
    }
    for candidate in part where candidate != position {
      // `The roads … are blocked, and traders say prices have doubled`
      if candidate > position,
        reader.isSign(candidate, ",") || isSaidOf(position) && reader.has(candidate, [.and])
      {
        break
      }
      let distance = candidate > position ? candidate - position : (position - candidate) * 2 - 1
      if items[candidate].kind == .word, items[candidate].roles.has(.other) || isOtherKind(items[candidate]) {
        nearest = min(nearest, distance)
      } else if items[candidate].kind == .name, isOtherPlace(scanned(items[candidate])) {
        nearest = min(nearest, distance)
      } else if isRoad(candidate) {
        road = min(road, distance)
      }
    }
    return nearest <= 5 && nearest < road
  }

  /// Whether a word is said of what stands before it: `are blocked`.
  func isSaidOf(_ position: Int) -> Bool {
    reader.isWord(position - 1, [.assert]) || (reader.phrase(items[position])?.length ?? 1) > 1
  }

  /// Whether a road follows with nothing but an article or a few words that describe it.
  func isObject(_ start: Int, in part: Range<Int>) -> Bool {
    for position in start..<start + 4 where part.contains(position) {
      if isRoad(position) { return true }
      guard items[position].kind == .word, !items[position].roles.has(.other), !isOtherKind(items[position]),
        items[position].phrase < 0 || reader.isWord(position, [.article, .side, .nation])
      else { return false }
    }
    return false
  }

  func isOtherKind(_ item: Item) -> Bool {
    guard item.roles.has(.kind), let phrase = reader.phrase(item) else { return false }
    return phrase.reference.contains { if case .kind(let kind) = $0 { kind == "airport" } else { false } }
  }

  func isOtherPlace(_ name: NameMention) -> Bool {
    name.name.kind == "airport" || reader.places.isOnly(name.name, .airport)
  }
}
