internal import Chronicle
internal import Gazetteer

extension SentenceScanner {
  func fuseDate(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    guard let (mention, next) = date(raw, start, isNested: false) else { return nil }
    scanned.items.append(
      Item(kind: .date, start: raw[start].start, end: raw[next - 1].end, index: scanned.dates.count)
    )
    scanned.dates.append(mention)
    return next
  }

  func date(_ raw: [Item], _ start: Int, isNested: Bool) -> (DateMention, Int)? {
    let item = raw[start]
    guard item.kind != .name, item.kind != .sign else { return nil }
    if item.kind == .number || isDigits(raw, start) { return numericDate(raw, start) }
    guard item.phrase >= 0 else { return nil }
    let phrase = phrase(item)
    if phrase.month > 0, let found = monthFirst(raw, start, phrase.month) { return found }
    if phrase.weekday > 0 {
      var next = start + 1
      // `Monday, January 9`: the date says more than the weekday.
      var after = next
      while isSign(raw, after, ",") || roles(raw, after).hasAny(of: [.clock]) { after += 1 }
      if !isNested, after < raw.count, let (date, end) = date(raw, after, isNested: true),
        date.precision >= .dayAndMonth
      {
        return (date, end)
      }
      while roles(raw, next).hasAny(of: [.last]) { next += 1 }
      // `miércoles 15`
      if let number = plain(raw, next, 1...2), let day = calendar.day(number, on: phrase.weekday),
        !roles(raw, next + 1).hasAny(of: [
          .person, .tally, .unit, .kilometre, .clock, .killed, .injured, .detained,
        ])
      {
        return (DateMention(days: day...day, precision: .dayAndMonth), next + 1)
      }
      let day = calendar.weekday(phrase.weekday)
      return (DateMention(days: day...day, precision: .weekday), next)
    }
    if item.roles.has(.day) {
      let day = calendar.today.advanced(by: phrase.dayOffset)
      return (DateMention(days: day...day, precision: .relative), start + 1)
    }
    if item.roles.has(.sameDay) {
      let today = calendar.today
      return (DateMention(days: today...today, precision: .relative, isSameDay: true), start + 1)
    }
    if item.roles.has(.span) {
      let first = calendar.today.advanced(by: 1 - max(phrase.span, 1))
      return (DateMention(days: first...calendar.today, precision: .relative), start + 1)
    }
    if item.roles.has(.thisYear), let year = calendar.year(calendar.today.components.year) {
      return (DateMention(days: year.lowerBound...calendar.today, precision: .period), start + 1)
    }
    return nil
  }

  /// `January 9, 2023`, `January 2023`, `December`.
  private func monthFirst(_ raw: [Item], _ start: Int, _ month: Int) -> (DateMention, Int)? {
    var next = start + 1
    if isSign(raw, next, ".") { next += 1 }
    if let day = plain(raw, next, 1...2) {
      next += 1
      if token(raw, next)?.followsSpace == false, roles(raw, next).has(.unit) { next += 1 }
      let (year, end) = year(raw, next)
      if let year {
        guard let found = Day(year: year, month: month, day: day) else { return impossible(day, end) }
        return (DateMention(days: found...found, precision: .full), end)
      }
      guard let found = calendar.day(day, month: month) else { return impossible(day, next) }
      return (DateMention(days: found...found, precision: .dayAndMonth), next)
    }
    let (year, end) = year(raw, start + 1)
    if let year, let days = calendar.month(month, year: year) {
      return (DateMention(days: days, precision: .period), end)
    }
    // A month alone; short forms and words that mean something else need the words around them.
    let token = tokens[raw[start].start]
    let cued =
      start > 0
      && (roles(raw, start - 1).hasAny(of: [.within, .since, .of, .last, .between, .range, .from, .and]))
    guard token.end - token.start > 3 || cued && month == 5, token.isCapital || !hasOtherRoles(raw[start]),
      cued || !hasOtherRoles(raw[start]),
      let days = calendar.month(month)
    else { return nil }
    return (DateMention(days: days, precision: .period), start + 1)
  }

  /// A day that its month has not: `February 30`.
  private func impossible(_ day: Int, _ next: Int) -> (DateMention, Int)? {
    guard 29...31 ~= day else { return nil }
    let today = calendar.today
    return (DateMention(days: today...today, precision: .period, isImpossible: true), next)
  }

  private func hasOtherRoles(_ item: Item) -> Bool { item.roles != [.month] }

  private func year(_ raw: [Item], _ start: Int) -> (Int?, Int) {
    var next = start
    if isSign(raw, next, ",") { next += 1 }
    while roles(raw, next).has(.of), next - start < 2 { next += 1 }
    if let year = plain(raw, next, 4...4), 1900...2100 ~= year { return (year, next + 1) }
    return (nil, start)
  }

  /// `the 2009 clashes`, `el paro de 2011`: a year gone by, not 2009 people.
  private func isYearOfEvent(_ raw: [Item], _ start: Int, _ year: Int) -> Bool {
    guard year < calendar.today.components.year, year >= 1980,
      !roles(raw, start + 1).hasAny(of: [.person, .tally, .unit, .number, .and])
    else { return false }
    if roles(raw, start - 1).has(.of) { return true }
    return roles(raw, start - 1).has(.article) && start > 1
      && roles(raw, start - 2).hasAny(of: [.within, .since, .of])
  }

  /// `between 2019 and 2021`
  private func isYearOfSpan(_ raw: [Item], _ start: Int) -> Bool {
    func isYear(_ position: Int) -> Bool { plain(raw, position, 4...4).map { 1950...2100 ~= $0 } ?? false }
    if roles(raw, start - 1).hasAny(of: [.between, .from]) {
      return roles(raw, start + 1).hasAny(of: [.and, .range]) && isYear(start + 2)
    }
    return start > 2 && roles(raw, start - 1).hasAny(of: [.and, .range]) && isYear(start - 2)
      && roles(raw, start - 3).hasAny(of: [.between, .from])
  }

  /// `2023-01-05`, `5/1/2023`, `9 de enero de 2023`, `9 January`, `in 2019`.
  private func numericDate(_ raw: [Item], _ start: Int) -> (DateMention, Int)? {
    func mention(_ year: Int, _ month: Int, _ day: Int, _ next: Int) -> (DateMention, Int)? {
      Day(year: year, month: month, day: day).map { (DateMention(days: $0...$0, precision: .full), next) }
    }
    if numeral(raw, start)?.groups ?? 1 > 1, let text = digits(raw, start) {
      // `09.01.2023`, `09.01.23`
      let parts = text.split(separator: ".").compactMap { Int($0) }
      guard parts.count == 3, text.utf8.count >= 8, parts[2] > 1900 || parts[2] < 100 else { return nil }
      return mention(parts[2] < 100 ? 2000 + parts[2] : parts[2], parts[1], parts[0], start + 1)
    }
    if let year = plain(raw, start, 4...4), token(raw, start + 1)?.isDash == true,
      let month = plain(raw, start + 2, 1...2), token(raw, start + 3)?.isDash == true,
      let day = plain(raw, start + 4, 1...2)
    {
      return mention(year, month, day, start + 5) ?? (1...12 ~= month ? impossible(day, start + 5) : nil)
    }
    if let year = plain(raw, start, 4...4), 1950...2100 ~= year, start > 0,
      roles(raw, start - 1).hasAny(of: [.within, .since]) || isYearOfEvent(raw, start, year)
        || isYearOfSpan(raw, start),
      let days = calendar.year(year)
    {
      return (
        DateMention(
          days: days.lowerBound...min(days.upperBound, max(calendar.today, days.lowerBound)),
          precision: .period
        ), start + 1
      )
    }
    guard let day = plain(raw, start, 1...2) else { return nil }
    if isSign(raw, start + 1, "/") || token(raw, start + 1)?.isDash == true,
      let month = plain(raw, start + 2, 1...2),
      isSign(raw, start + 3, "/") || token(raw, start + 3)?.isDash == true,
      let year = plain(raw, start + 4, 2...4)
    {
      let full = year < 100 ? 2000 + year : year
      return mention(full, month, day, start + 5) ?? mention(full, day, month, start + 5)
    }
    var next = start + 1
    if token(raw, next)?.followsSpace == false,
      roles(raw, next).has(.unit) || isSign(raw, next, "°") || isSign(raw, next, "º")
    {
      next += 1
    }
    if roles(raw, next).has(.of) { next += 1 }
    guard next < raw.count, raw[next].phrase >= 0, raw[next].kind == .word else { return nil }
    let month = phrase(raw[next]).month
    guard month > 0 else { return nil }
    next += 1
    if isSign(raw, next, "."), token(raw, next)?.followsSpace == false { next += 1 }
    let (year, end) = year(raw, next)
    if let year { return mention(year, month, day, end) ?? impossible(day, end) }
    guard let found = calendar.day(day, month: month) else { return impossible(day, next) }
    return (DateMention(days: found...found, precision: .dayAndMonth), next)
  }
}
