internal import Chronicle
internal import Gazetteer

/// Lines of a list that hold nothing but what is counted and its number.
extension TallyReader {
  /// What a heading says that the lines under it count: points where it names nothing else.
  func headingMeasure() -> TallyMeasure? {
    items.lazy.compactMap { self.reader.phrase($0) }.first { $0.roles.has(.tally) }?.measure ?? .points
  }

  /// `Puno: 8`, `Cusco 6 puntos`, `TOTAL: 20` under a heading: a line of nothing but a region and its count.
  func tabulated() -> Draft? {
    guard let measure = reader.discourse.headingMeasure,
      reader.scanned.sentence.isItem || reader.scanned.sentence.isShortLine,
      let number = items.indices.first(where: { reader.number($0) != nil }),
      let mention = reader.number(number), let value = mention.value, !mention.isRank, !mention.isShare
    else { return nil }
    let isAlone = items.indices.allSatisfy { position in
      switch items[position].kind {
      case .sign: true
      case .number: position == number
      case .name: reader.name(position).map { $0.highways.isEmpty && !$0.isUnknownRoad } ?? false
      case .word:
        items[position].phrase < 0 && position < number
          || reader.isWord(position, [.level, .of, .article, .sum, .nation, .tally, .settlement, .qualifier])
      case .kilometres, .date: false
      }
    }
    let names = items.indices.compactMap { reader.name($0)?.name }
    guard isAlone, names.count <= 1 else { return nil }
    let isWhole = items.contains { $0.kind == .word && $0.roles.hasAny(of: [.sum, .nation]) }
    guard names.isEmpty ? isWhole : !isWhole else { return nil }
    var measured = measure
    if let noun = items.indices.first(where: { reader.isWord($0, [.tally]) }),
      let own = reader.phrase(items[noun])?.measure
    {
      measured = own
    }
    let label = items.indices.first { items[$0].kind != .sign }
    let tally = Tally(measure: measured, event: .blockade, number: number, with: label)
    return draft(tally, value, mention, isEarlier: false, at: names.first.map { spot($0) })
  }
}
