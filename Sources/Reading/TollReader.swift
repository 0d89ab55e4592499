internal import Chronicle
internal import Gazetteer

/// Reads how many people a sentence says were killed, injured or detained.
struct TollReader {
  let reader: SentenceReader

  /// A number and what happened to so many people.
  struct Toll {
    var measure: TollMeasure
    var value: Int
    var qualifier: TollQualifier
    var category: TollCategory
    /// The items from the number to the word, or the other way round.
    var items: ClosedRange<Int>
    var isSum = false
    /// Whether it is of the whole country on one day.
    var isNationwide = false
    /// Whether it is a part of the number before it, over the same days.
    var isPart = false
    /// Whether it is one person told by an article, who is no sum.
    var isSingle = false
    /// Whether it only says where some of the ones before were.
    var isElided = false
  }

  static let measures: [(ReadingRole, TollMeasure)] = [
    (.killed, .killed), (.injured, .injured), (.detained, .detained),
  ]

  static let triggers: RoleSet = [.killed, .injured, .detained, .tollNoun, .death]
  init(_ reader: SentenceReader) { self.reader = reader }
  var items: [Item] { reader.items }

  func drafts() -> [Draft] {
    let scanned = reader.scanned
    if scanned.roles.has(.including) {
      let shares = continued()
      if !shares.isEmpty { return shares }
    }
    guard scanned.roles.hasAny(of: Self.triggers) else { return [] }
    let isBlockade = scanned.roles.hasAny(of: [.blockade, .block])
    if scanned.roles.has(.ago) || isHistory() || reader.tellsPastYear || reader.isDisclaimed { return [] }
    var tolls = bound()
    // `A landslide hit the village. Two people died.`
    if reader.discourse.accidentAge <= 2, !isBlockade, !scanned.roles.has(.unrest), !scanned.sentence.isItem {
      tolls.removeAll { $0.category == .all }
    }
    if scanned.roles.has(.otherCause) {
      let parts = reader.parts
      tolls.removeAll { toll in
        let part = parts.first { $0.contains(toll.items.lowerBound) } ?? 0..<items.count
        // `A gang was broken up; nine were detained`
        let isUnrest = scanned.roles.hasAny(of: [.unrest, .blockade])
        if !isUnrest, toll.category == .all, !isBlockade || !scanned.roles.has(.medical) { return true }
        return part.contains { reader.isWord($0, [.otherCause]) }
          && !part.contains { reader.isWord($0, [.unrest, .blockade]) }
          && !(part.contains { reader.isWord($0, [.block]) }
            && part.contains { reader.isWord($0, [.road, .traffic]) })
      }
    }
    guard !tolls.isEmpty else { return [] }
    markSums(&tolls)
    if tolls.contains(where: { $0.isSum && !$0.isPart }) {
      for part in tolls.indices where tolls[part].isPart { tolls[part].isSum = true }
    }
    for toll in tolls.indices where tolls[toll].isSingle { tolls[toll].isSum = false }
    tolls.sort { $0.items.lowerBound < $1.items.lowerBound }
    // `the bodies of six soldiers …, raising the toll to six`
    for (left, right) in zip(tolls.indices, tolls.indices.dropFirst()).reversed()
    where tolls[left].measure == tolls[right].measure && tolls[left].value == tolls[right].value
      && tolls[right].isSum && !tolls[left].isSum && tolls[left].value > 1
    {
      tolls.remove(at: right)
    }
    // Where one was may be where the one before it was.
    var before: Spot?
    return tolls.indices.compactMap { index in
      let spot = place(of: index, among: tolls, beside: before)
      before = spot
      return draft(tolls, index, at: spot)
    }
  }

  /// `In the 2009 clashes at Bagua 33 people were killed`: long ago, and no beginning of what is counted.
  func isHistory() -> Bool {
    let today = reader.discourse.today.number
    let days = items.indices.filter { items[$0].kind == .date }
    return !days.isEmpty
      && days.allSatisfy { position in
        let date = reader.scanned.dates[items[position].index]
        return date.precision == .period && !reader.isBound(position)
          && today - date.days.upperBound.number > Self.longAgo
      }
  }

  /// How many days after its end a time is history.
  static let longAgo = 120
}
