internal import Gazetteer

extension SentenceScanner {
  /// Makes blockades of `closure`, `toma` and the like where a road follows, and ends of `reopening`.
  func settleNouns(in scanned: inout ScannedSentence) {
    for position in scanned.items.indices where scanned.items[position].kind == .word {
      let roles = scanned.items[position].roles
      if roles.has(.closure),
        isOfRoad(position, in: scanned, or: [.traffic]) || isCounted(position, in: scanned)
      {
        scanned.items[position].roles.insert(.blockade)
        scanned.roles.insert(.blockade)
      }
      if roles.has(.reopening), isOfRoad(position, in: scanned, or: [.traffic, .blockade, .closure]) {
        scanned.items[position].roles.insert(.clear)
        scanned.roles.insert(.clear)
      }
    }
  }

  /// `quedan cuatro cortes: La Joya, …`: a number before, and behind it a list of places.
  private func isCounted(_ noun: Int, in scanned: ScannedSentence) -> Bool {
    guard noun > 0, scanned.items[noun - 1].kind == .number, noun + 2 < scanned.items.count else {
      return false
    }
    return tokens[scanned.items[noun + 1].start].isSign(":") && scanned.items[noun + 2].kind == .name
  }

  /// Whether what follows `of` or `on` behind a noun is a road.
  private func isOfRoad(_ noun: Int, in scanned: ScannedSentence, or others: RoleSet) -> Bool {
    var position = noun + 1
    var unknown = 0
    let passed: RoleSet = [.of, .article, .within, .near, .from, .side, .single, .level, .settlement]
    while position < scanned.items.count, position - noun <= 6 {
      let item = scanned.items[position]
      switch item.kind {
      case .kilometres: return true
      case .name:
        if !scanned.names[item.index].highways.isEmpty { return true }
        // `the Puno–Juliaca road`
        let next = position + 1
        guard next < scanned.items.count else { return false }
        let isJoined = scanned.items[next].kind == .sign && tokens[scanned.items[next].start].isDash
        if scanned.names[item.index].name.kind == "bridge" || isRoadName(item) { return true }
        guard isJoined || scanned.items[next].roles.hasAny(of: [.road, .kind]) else { return false }
      case .sign:
        guard tokens[item.start].isDash else { return false }
      case .word:
        if item.roles.hasAny(of: others) || item.roles.has(.road) || isBridge(item) { return true }
        // One adjective may stand before the road: `of the strategic highway`, `cierre preventivo de la vía`.
        if item.phrase < 0 { unknown += 1 }
        guard item.roles.hasAny(of: passed) || item.phrase < 0 && unknown <= 1 else { return false }
      default: return false
      }
      position += 1
    }
    return false
  }

  private func isBridge(_ item: Item) -> Bool {
    guard item.roles.has(.kind), item.phrase >= 0 else { return false }
    return phrase(item).reference.contains { if case .kind("bridge") = $0 { true } else { false } }
  }
}
