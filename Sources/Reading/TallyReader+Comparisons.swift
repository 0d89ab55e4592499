internal import Chronicle
internal import Gazetteer

/// The numbers that a count is compared with: of another day, or the whole of which it is a share.
extension TallyReader {
  /// `30 % of the 24 departments`: the whole of a share counts nothing.
  func isWhole(_ number: Int) -> Bool {
    var position = number - 1
    while reader.isWord(position, [.of, .article]) { position -= 1 }
    return position < number - 1 && items.indices.contains(position)
      && items[position].kind == .number && items[position].index >= 0
      && reader.scanned.numbers[items[position].index].isShare
  }

  /// `Quiquijana and Cusipata are the two points where …`: who names them all does not count them.
  func isNamedWhole(_ number: Int, _ value: Int) -> Bool {
    guard value > 1 else { return false }
    // `walking between the two barricades`
    let before = reader.has(number - 1, [.article]) ? number - 2 : number - 1
    if reader.isWord(before, [.between]), reader.isWord(number + 1, [.blockade]) { return true }
    guard reader.has(number - 1, [.article]) else { return false }
    guard reader.isWord(number - 2, [.rise, .assert]) else { return false }
    return items[..<number].count { $0.kind == .name || $0.kind == .kilometres } >= value
  }

  /// The number that one rose or fell to: of `from 99 to 74` the second for the first.
  func later(than number: Int) -> Int? {
    guard reader.has(number - 1, [.from, .of, .compared, .rise]) else { return nil }
    // `from 99 on Thursday to 114 on Friday`
    var next = number + 1
    while next - number <= 3, next < items.count, reader.number(next + 1) == nil,
      items[next].kind == .date || reader.isWord(next, [.within, .of, .article])
    { next += 1 }
    guard reader.has(next, [.range, .rise]), reader.number(next + 1)?.value != nil else { return nil }
    return next + 1
  }

  /// Whether the count before changed from this number: `dropped to 66 from 79`.
  func isChangedFrom(_ number: Int, _ last: Tally) -> Bool {
    reader.has(number - 1, [.from]) && last.number < number && number - last.number <= 4
      && reader.has(last.number - 1, [.rise])
  }

  /// Of several counts the one that is nearest to an earlier number.
  func likest(_ value: Int, of tallies: [Tally]) -> Tally? {
    func distance(_ tally: Tally) -> Int { abs((reader.number(tally.number)?.value ?? 0) - value) }
    return tallies.min { distance($0) < distance($1) }
  }

  func isCompared(_ number: Int) -> Bool {
    var position = number - 1
    while position >= 0, number - position <= 3 {
      if items[position].kind == .word, items[position].roles.has(.compared),
        !items[position].roles.hasAny(of: [.from, .of]) || phraseLength(position) > 1
      {
        return true
      }
      guard items[position].kind == .word, items[position].roles.hasAny(of: [.article, .qualifier]) else {
        return false
      }
      position -= 1
    }
    return false
  }

  private func phraseLength(_ position: Int) -> Int { reader.phrase(items[position])?.length ?? 0 }

  func isChange(_ position: Int) -> Bool {
    reader.isSign(position, ";") || reader.isWord(position, [.compared, .contrast])
  }
}
