internal import Chronicle
internal import Gazetteer

extension SentenceScanner {
  /// `10:05`: an hour counts nobody.
  private func fuseHour(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    guard let hour = plain(raw, start, 1...2), 0...24 ~= hour, isSign(raw, start + 1, ":"),
      let sign = token(raw, start + 1), !sign.followsSpace, let minute = plain(raw, start + 2, 2...2),
      minute < 60, !tokens[raw[start + 2].start].followsSpace
    else { return nil }
    scanned.items.append(
      Item(kind: .number, start: raw[start].start, end: raw[start + 2].end, index: scanned.numbers.count)
    )
    var number = NumberMention(value: nil, decimal: Double(hour))
    number.isRank = true
    scanned.numbers.append(number)
    return start + 3
  }

  func fuseNumber(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    if let next = fuseHour(raw, start, into: &scanned) { return next }
    var position = start
    var qualifier = TollQualifier.exact
    while position < raw.count, raw[position].roles.has(.qualifier), position - start < 3 {
      qualifier = phrase(raw[position]).qualifier
      position += 1
    }
    guard position < raw.count, var (number, next) = number(raw, position) else { return nil }
    number.qualifier = qualifier
    if isSign(raw, next, "%") || roles(raw, next).has(.percent) {
      number.isShare = true
      next += 1
    } else if token(raw, next)?.followsSpace == false, roles(raw, next).has(.unit) {
      number.isRank = true
    } else if isSign(raw, next, "°") || isSign(raw, next, "º") {
      number.isRank = true
      next += 1
    } else if roles(raw, next).has(.clock) {
      number.isRank = true
    } else if token(raw, next)?.isDash == true, roles(raw, next + 1).has(.unit) {
      number.isRank = true
    } else if roles(raw, next).has(.unit), !roles(raw, next).hasAny(of: [.person, .tally]) {
      number.isRank = true
    }
    // A sum of money, or a number with its sign before it.
    if start > 0, isSign(raw, start - 1, "$") || isSign(raw, start - 1, "#") || isSign(raw, start - 1, "/") {
      number.isRank = true
    }
    scanned.items.append(
      Item(kind: .number, start: raw[start].start, end: raw[next - 1].end, index: scanned.numbers.count)
    )
    scanned.numbers.append(number)
    return next
  }

  private func number(_ raw: [Item], _ start: Int) -> (NumberMention, Int)? {
    if let numeral = numeral(raw, start) {
      var mention = NumberMention(value: nil, decimal: 0)
      if numeral.groups == 1 || numeral.isInThousands && numeral.firstLength <= 3 {
        mention.value = numeral.digits
        mention.decimal = mention.value.map(Double.init) ?? 0
      } else if numeral.groups == 2, let text = digits(raw, start) {
        mention.decimal = Double(text.replacing(",", with: ".")) ?? 0
      } else {
        return nil
      }
      if mention.value ?? 0 > 100_000_000 { return nil }
      var next = start + 1
      // `1 280`
      while let value = mention.value, 1..<1_000_000 ~= value, numeral.groups == 1, numeral.firstLength <= 3,
        let group = plain(raw, next, 3...3),
        tokens[raw[next].start].followsSpace,
        tokens[raw[next].start].start == tokens[raw[next - 1].end - 1].end + 1
      {
        mention.value = value * 1000 + group
        mention.decimal = Double(value * 1000 + group)
        next += 1
      }
      if let value = mention.value, value < 1000, next < raw.count, raw[next].roles.has(.number),
        phrase(raw[next]).number == 1000
      {
        mention.value = value * 1000
        mention.decimal = Double(value * 1000)
        next += 1
      }
      return (mention, next)
    }
    var total = 0
    var current = 0
    var last = Int.max
    var position = start
    var end = start
    while position < raw.count, position - start < 12 {
      if raw[position].kind != .name, raw[position].roles.has(.number), !raw[position].roles.has(.single) {
        let value = phrase(raw[position]).number
        if value == 1000 {
          total += max(current, 1) * 1000
          (current, last) = (0, 1000)
        } else if value == 100, (1...9).contains(current) {
          current *= 100
          last = 100
        } else if value < last, last == Int.max || last >= 100 || last >= 20 && value < 10 {
          current += value
          last = value
        } else {
          break
        }
        position += 1
        end = position
      } else if end > start,
        token(raw, position)?.isDash == true
          || last >= 20 && last < Int.max && roles(raw, position).has(.and),
        position + 1 < raw.count, raw[position + 1].kind != .name, roles(raw, position + 1).has(.number),
        phrase(raw[position + 1]).number < last
      {
        position += 1
      } else if end > start, last >= 20, last < 100, roles(raw, position).has(.and), position + 1 < raw.count,
        raw[position + 1].kind != .name, roles(raw, position + 1).has(.single),
        tokens[raw[position + 1].start].end - tokens[raw[position + 1].start].start > 1
      {
        // `treinta y un tramos`
        current += 1
        position += 2
        end = position
        break
      } else {
        break
      }
    }
    guard end > start else { return nil }
    let value = total + current
    // `one of the leaders` counts nobody.
    if value == 1, roles(raw, end).has(.of) { return nil }
    return (NumberMention(value: value, decimal: Double(value), isDigits: false), end)
  }
}
