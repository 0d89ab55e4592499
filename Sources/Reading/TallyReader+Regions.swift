internal import Chronicle
internal import Gazetteer

/// Where a count is of.
extension TallyReader {
  func region(of tally: Tally, next: Int) -> Spot? {
    if isNational(tally.number)
      || reader.isWord(tally.last + 1, [.nation])
    {
      return nil
    }
    func isUsable(_ position: Int) -> Bool {
      guard let name = reader.name(position), name.highways.isEmpty, !name.isOrigin else { return false }
      return name.name.tie == .within || name.name.level != nil || reader.isSign(position + 1, ":")
        || reader.isSign(position + 1, "(") && position + 2 == tally.number
        || position + 2 == tally.number && isInElision(tally.number)
        || reader.has(position - 1, [.of]) && position - tally.last <= 3
        // `Puno, with 34 points, …`
        || position + 3 == tally.number && reader.isSign(position + 1, ",")
          && reader.isWord(position + 2, [.rise])
        // `Chucuito – 9 puntos`
        || isLineHead(position) && reader.isDash(position + 1)
        // `Puno has the most closures (28)`
        || position <= 1
          && (reader.isWord(position + 1, [.assert, .superlative, .rise]) || ofThem(tally.number) != nil)
          && reader.places.region(name.name) != nil
    }
    let clauseEnd =
      (tally.last + 1..<max(tally.last + 1, items.count)).first {
        // `blocked at 45 points, mainly in Puno`
        reader.isSign($0, ";") || reader.isWord($0, [.superlative])
      } ?? items.count
    let behind = (tally.last + 1)..<max(tally.last + 1, min(next, tally.last + 7, clauseEnd))
    let isLabelled =
      reader.isSign(tally.number - 1, "(") || reader.isSign(tally.number - 1, ":")
      || isInElision(tally.number)
    // `followed by Cusco with 19`
    let isHeld =
      reader.isWord(tally.number - 1, [.rise]) && tally.first == tally.last && ofThem(tally.number) != nil
    let holder = (max(0, tally.number - 10)..<tally.number).last { reader.name($0) != nil }
    let position =
      isHeld && holder != nil
      ? holder
      : isInList(tally.number)
        ? tally.number - 1
        : isLabelled && reader.name(tally.number - 2) != nil && isUsable(tally.number - 2)
          ? tally.number - 2
          : behind.first(where: isUsable) ?? (0..<min(tally.number, 5)).first(where: isUsable)
    guard let position, let name = reader.name(position)?.name else {
      guard let name = reader.discourse.headingName, reader.scanned.sentence.isItem else { return nil }
      return spot(name)
    }
    return spot(name)
  }

  /// Whether a name is what a line of a table begins with.
  private func isLineHead(_ position: Int) -> Bool {
    (reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine)
      && items[..<position].allSatisfy { $0.kind == .sign }
  }

  func spot(_ name: Reference.Name) -> Spot {
    var reference = Reference()
    var name = name
    name.tie = .none
    // A count is of a region rather than of the town that bears its name.
    if name.level == nil, let region = reader.places.region(name) {
      name.level = reader.places.pack.regions[region].level
    }
    reference.names = [name]
    let resolution = reader.places.locate(reference, in: nil, text: name.text)
    return Spot(
      text: name.text,
      resolution: resolution,
      scope: resolution.location?.method == .region ? .region : .place
    )
  }
}
