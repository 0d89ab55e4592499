internal import Chronicle
internal import Gazetteer

/// Who was killed, hurt or detained.
extension TollReader {
  func category(_ number: Int, _ range: ClosedRange<Int>) -> TollCategory {
    var found: TollCategory?
    // `suboficial Soncco murió`: who stands for the number.
    if reader.isWord(number, [.person]) { found = reader.phrase(items[number])?.category }
    // `8 hurt (6 civilians and 2 policemen)`: those in the bracket are parts.
    let end =
      (range.upperBound + 1..<max(range.upperBound + 1, number + 7)).first {
        reader.isSign($0, "(") || reader.isSign($0, ",") && count($0 + 1) != nil
      } ?? number + 7
    for position in (number + 1)..<max(number + 1, min(end, items.count))
    where items[position].kind == .word {
      let item = items[position]
      if item.roles.has(.person), let phrase = reader.phrase(item) {
        if found == nil || found == .all { found = phrase.category }
      } else if position > range.upperBound {
        break
      }
      if reader.has(position, [.near, .within, .dueTo, .including]) { break }
    }
    // `Six of the injured are police officers`
    let verb = range.upperBound + 1
    if found == nil, reader.isWord(range.upperBound - 1, [.article, .of]),
      reader.isWord(verb, [.assert, .rise]),
      reader.isWord(verb + 1, [.person])
    {
      found = reader.phrase(items[verb + 1])?.category
    }
    // `Civilians killed in events linked to the blockade: 10`
    let isLabelled = reader.isSign(number - 1, ":") && number == range.upperBound
    if isLabelled, range.contains(where: { reader.isWord($0, [.blockade, .block]) }) {
      return .blockadeRelated
    }
    // `Injured civilians: 912`
    if found == nil, number == range.upperBound,
      let person = range.first(where: { reader.isWord($0, [.person]) && !reader.isWord($0, [.killed]) })
    {
      found = reader.phrase(items[person])?.category
    }
    // `Police officers killed: 1`
    if found == nil, number == range.upperBound, reader.isWord(range.lowerBound - 1, [.person]) {
      found = reader.phrase(items[range.lowerBound - 1])?.category
    }
    // `the number of protesters killed`
    if found == nil || found == .all, let named = range.lazy.compactMap(namedCategory).first { found = named }
    if let found, found != .all { return found }
    return isLinkedToBlockade(range) ? .blockadeRelated : .all
  }

  /// Whom the words of a total name.
  func namedCategory(_ position: Int) -> TollCategory? {
    guard reader.isWord(position, [.tollNoun]) else { return nil }
    return reader.scanner.phrases(in: items[position]).first { $0.roles.has(.person) && $0.category != .all }?
      .category
  }

  /// Whether people died because a road was closed.
  func isLinkedToBlockade(_ range: ClosedRange<Int>) -> Bool {
    // `crashed into rocks left at a blockade`
    if reader.scanned.roles.has(.otherCause),
      items.indices.contains(where: { reader.isWord($0, [.otherCause]) && abs($0 - range.upperBound) <= 8 }),
      items.indices.contains(where: { reader.isWord($0, [.blockade, .blocking]) })
    {
      return true
    }
    for position in items.indices
    where items[position].kind == .word && items[position].roles.hasAny(of: [.blockade, .block]) {
      if !(measure(position) == nil) { continue }
      let before = max(0, position - 8)..<position
      let isCause = before.contains {
        items[$0].kind == .word && $0 > range.upperBound
          && (items[$0].roles.hasAny(of: [.dueTo, .medical])
            || items[$0].roles.has(.clause) && $0 == position - 1 && items[position].roles.has(.blockade))
      }
      if isCause,
        !(range.upperBound..<position).contains(where: { $0 > range.upperBound && measure($0) != nil })
      {
        return true
      }
      if reader.scanned.roles.has(.medical) { return true }
    }
    return false
  }
}
