internal import Chronicle
internal import Gazetteer

/// Of which day a count is.
extension TallyReader {
  /// The days of what a sentence before counts, where this one only goes on with it: `Most are in Puno (37)`.
  var daysBefore: ClosedRange<Day>? {
    guard countBefore != nil,
      !reader.scanned.roles.hasAny(of: [.block, .blockade, .blocking, .march, .closure])
    else {
      return nil
    }
    return reader.discourse.figure?.days
  }

  /// The day that words right before a number say it is of, and where those begin: `on Monday there were 76`.
  func dated(_ number: Int) -> (date: DateMention, start: Int)? {
    // `in 9 provinces (14 on Sunday)`
    if reader.isSign(number - 1, "("), let date = dateBehind(number) { return (date, number - 1) }
    // `19 (Thursday: 15)`
    if reader.isSign(number - 1, ":"), reader.isSign(number - 3, "("), items[number - 2].kind == .date {
      let date = reader.scanned.dates[items[number - 2].index]
      if date.precision != .period { return (date, number - 3) }
    }
    var position = number - 1
    var isSaid = false
    while reader.isWord(position, [.rise, .assert, .compared, .article, .qualifier, .single]) {
      isSaid = isSaid || reader.isWord(position, [.rise, .assert, .compared])
      position -= 1
    }
    guard isSaid, items.indices.contains(position), items[position].kind == .date else { return nil }
    let date = reader.scanned.dates[items[position].index]
    var start = position
    while reader.isWord(start - 1, [.article, .within, .of, .compared, .clause, .and, .contrast]) {
      start -= 1
    }
    guard date.precision != .period, start == 0 || start < position || items[start - 1].kind == .sign else {
      return nil
    }
    return (date, start)
  }

  /// The day right behind a count: `114 on Friday`.
  func dateBehind(_ last: Int) -> DateMention? {
    var position = last + 1
    while reader.isWord(position, [.within, .of, .article]) { position += 1 }
    guard position - last <= 3, position < items.count, items[position].kind == .date else { return nil }
    let date = reader.scanned.dates[items[position].index]
    return date.precision == .period ? nil : date
  }

  /// The day that a list of counts ends with: `12 in Cusco and seven in Arequipa on Thursday`.
  func laterDate(from start: Int, of tally: Tally) -> DateMention? {
    // `17 persist; there were 23 on Wednesday`
    if (tally.last..<max(tally.last, start)).contains(where: { reader.isSign($0, ";") }) { return nil }
    var start = start
    // The day of the number that this one is compared with is not this one's.
    let comparisons = items.indices.compactMap { reader.number($0) == nil ? nil : dated($0)?.start }
    if start < items.count,
      isCompared(start) || isChangedFrom(start, tally) || comparisons.contains(start),
      let other = items.indices.first(where: { $0 > start && items[$0].kind == .date })
    {
      start = other + 1
    }
    let end =
      (start..<max(start, items.count)).first { isChange($0) || comparisons.contains($0) } ?? items.count
    return reader.date(near: start, in: start..<max(start, end), orUntil: true)
  }

  /// The items between semicolons and words such as `but`.
  func clause(around position: Int) -> Range<Int> {
    let start = (0..<position).last { reader.isSign($0, ";") || reader.isWord($0, [.contrast]) } ?? -1
    let end = (position..<items.count).first { reader.isSign($0, ";") || reader.isWord($0, [.contrast]) }
    return (start + 1)..<(end ?? items.count)
  }
}
