internal import Gazetteer
internal import Geo

extension SentenceScanner {
  /// Notes how each name is tied to the words before and behind it.
  func tieNames(in scanned: inout ScannedSentence) {
    let items = scanned.items
    var chain = Reference.Tie.none
    var chainEnd = -2
    for (position, item) in items.enumerated() where item.kind == .name {
      var tie = Reference.Tie.none
      var before = position - 1
      // `la región #Puno`
      if before > 0, items[before].kind == .sign, tokens[items[before].start].isSign("#") { before -= 1 }
      var name = scanned.names[item.index].name
      walk: while before >= 0, position - before <= 6 {
        let previous = items[before]
        if previous.kind != .word || previous.phrase < 0 { break }
        var passes = previous.roles.hasAny(of: [.article])
        for role in phrase(previous).reference {
          switch role {
          case .kind(let kind):
            // `the town of Juliaca` does not say how large the town is.
            if name.kind == nil, !previous.roles.has(.settlement) { name.kind = kind }
            passes = true
          case .level(let level):
            if name.level == nil { name.level = level }
            passes = true
          case .settlement:
            passes = true
          case .side(let side):
            if name.side == nil { name.side = side }
            if tie == .none { tie = .within }
            passes = true
          default: break
          }
        }
        if previous.roles.has(.near) {
          tie = .near
          break walk
        }
        if previous.roles.has(.within) {
          if tie == .none { tie = .within }
          break walk
        }
        if previous.roles.has(.between) {
          tie = .between
          break walk
        }
        if previous.roles.has(.from) || previous.roles.has(.of) {
          if tie == .none, previous.roles.has(.from) { tie = .from }
          if isPerson(before - 1, in: items) {
            scanned.names[item.index].isOrigin = true
          }
          passes = true
        } else if previous.roles.has(.range) {
          tie = .to
          break walk
        }
        guard passes else { break }
        scanned.names[item.index].phraseStart = previous.start
        before -= 1
      }
      // A queue of `3 km towards Chiclayo` is not 3 km from there.
      if tie != .to, !scanned.numbers.isEmpty { name.distance = distance(before, in: scanned) }
      // `Puno region`, `Ilave bridge`.
      if position + 1 < items.count, items[position + 1].phrase >= 0, items[position + 1].kind == .word {
        for role in phrase(items[position + 1]).reference {
          switch role {
          case .level(let level) where name.level == nil: name.level = level
          case .kind(let kind) where name.kind == nil: name.kind = kind
          default: break
          }
        }
      }
      // `in Ayaviri, Azángaro and Macusani`: what ties the first ties them all.
      if tie == .none, chainEnd >= 0, isList(items, chainEnd + 1, position) { tie = chain }
      name.tie = tie
      (chain, chainEnd) = (tie, position)
      scanned.names[item.index].name = name
    }
  }

  /// Whether somebody stands here: `miners`, or `mineros informales` with a word that nothing explains.
  private func isPerson(_ position: Int, in items: [Item]) -> Bool {
    guard position >= 0 else { return false }
    let item = items[position]
    if item.kind == .word, item.phrase < 0, !tokens[item.start].isCapital, position > 0 {
      return items[position - 1].roles.has(.person) && !items[position - 1].roles.has(.killed)
    }
    return item.roles.has(.person) && !item.roles.has(.killed)
  }

  /// How far from a name something is: `12 km outside Abancay`, given the first of the words that tie the name.
  private func distance(_ tie: Int, in scanned: ScannedSentence) -> Distance? {
    guard
      let unit = (max(tie - 1, 1)..<max(min(tie + 1, scanned.items.count), 1)).last(where: { unit in
        let (item, number) = (scanned.items[unit], scanned.items[unit - 1])
        return item.kind == .word && item.roles.has(.kilometre) && number.kind == .number && number.index >= 0
      })
    else { return nil }
    let kilometres = scanned.numbers[scanned.items[unit - 1].index].decimal
    return 0...Self.farthest ~= kilometres ? .kilometres(kilometres) : nil
  }

  /// How many kilometres from a place something is at most of which a text tells where it is by the place.
  private static let farthest = 500.0

  /// Whether only commas, `and` and articles stand between two names.
  private func isList(_ items: [Item], _ start: Int, _ end: Int) -> Bool {
    var start = start
    // `at La Pampa (km 108), Mazuko`
    if start + 2 < end, items[start].kind == .sign, tokens[items[start].start].isSign("("),
      items[start + 1].kind == .kilometres, items[start + 2].kind == .sign
    {
      start += 3
    }
    guard start < end, end - start <= 4 else { return false }
    return items[start..<end].allSatisfy { item in
      item.kind == .sign ? tokens[item.start].isSign(",") : item.roles.hasAny(of: [.and, .article])
    }
  }
}
