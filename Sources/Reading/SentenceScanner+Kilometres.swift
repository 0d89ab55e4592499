internal import Gazetteer

extension SentenceScanner {
  func fuseKilometres(_ raw: [Item], _ start: Int, into scanned: inout ScannedSentence) -> Int? {
    var position = start
    let isNamed = roles(raw, start).has(.kilometre)
    if isNamed {
      position += 1
      while position < raw.count, position - start < 4,
        isSign(raw, position, ".") || isSign(raw, position, ":") || isSign(raw, position, "º")
          || roles(raw, position).has(.kilometre)
      {
        position += 1
      }
      guard isDigits(raw, position) else { return nil }
    } else {
      // `382+200` needs no word; `262 km` is a distance unless a highway stands right before it.
      guard isDigits(raw, start) else { return nil }
      // `the 715-kilometre mark`
      if token(raw, start + 1)?.isDash == true, roles(raw, start + 2).has(.kilometre),
        !roles(raw, start + 2).has(.unit), let (number, _) = kilometre(raw, start)
      {
        return append([KilometreExpression.Span(from: number, to: nil)], raw, start..<start + 3, &scanned)
      }
      // `the 718 km marker`
      if roles(raw, start + 1).has(.kilometre), !roles(raw, start + 1).has(.unit),
        let (number, next) = kilometre(raw, start), next == start + 1
      {
        return append([KilometreExpression.Span(from: number, to: nil)], raw, start..<start + 2, &scanned)
      }
      let follows = scanned.items.last
      let followsHighway =
        follows?.kind == .name && !(follows.map { scanned.names[$0.index].highways.isEmpty } ?? true)
      let isPlus = isSign(raw, start + 1, "+") && length(raw, start + 2) == 3
      guard isPlus || followsHighway && roles(raw, start + 1).has(.kilometre) else { return nil }
    }
    var spans: [KilometreExpression.Span] = []
    while let (number, next) = kilometre(raw, position) {
      var span = KilometreExpression.Span(from: number, to: nil)
      position = next
      var far = position
      if token(raw, far)?.isDash == true || roles(raw, far).has(.range)
        || spans.isEmpty && roles(raw, far).has(.and) && start > 0 && roles(raw, start - 1).has(.between)
      {
        far += 1
        while roles(raw, far).has(.kilometre) || roles(raw, far).has(.article) || isSign(raw, far, ".") {
          far += 1
        }
        if let (end, next) = kilometre(raw, far) {
          span.to = end
          position = next
        }
      }
      spans.append(span)
      var more = position
      var isList = false
      while isSign(raw, more, ",") || isSign(raw, more, ";") || roles(raw, more).has(.and) {
        more += 1
        isList = true
      }
      let before = more
      while roles(raw, more).hasAny(of: [.kilometre, .article, .within])
        || more > before && isSign(raw, more, ".")
      {
        more += 1
      }
      // Another list of kilometres, not 30 people.
      guard isList, isDigits(raw, more), spans.count < 64,
        before < more && roles(raw, more - 1).hasAny(of: [.kilometre])
          || before == more && endsKilometre(raw, more + 1)
      else { break }
      position = more
    }
    guard !spans.isEmpty else { return nil }
    if roles(raw, position).has(.kilometre), !isNamed { position += 1 }
    return append(spans, raw, start..<position, &scanned)
  }

  /// Takes kilometres in; returns where their items end.
  private func append(
    _ spans: [KilometreExpression.Span],
    _ raw: [Item],
    _ range: Range<Int>,
    _ scanned: inout ScannedSentence
  ) -> Int {
    scanned.items.append(
      Item(
        kind: .kilometres,
        start: raw[range.lowerBound].start,
        end: raw[range.upperBound - 1].end,
        index: scanned.kilometres.count
      )
    )
    scanned.kilometres.append(KilometreMention(spans: spans))
    return range.upperBound
  }

  /// Whether a number before this item may be one more of a list of kilometres.
  private func endsKilometre(_ raw: [Item], _ position: Int) -> Bool {
    guard position < raw.count else { return true }
    if raw[position].kind == .sign || raw[position].kind == .name { return true }
    return roles(raw, position).hasAny(of: [.and, .of, .within, .near, .range, .block, .clear, .restrict])
      && !roles(raw, position).hasAny(of: [.unit, .person, .killed, .injured])
  }

  private func kilometre(_ raw: [Item], _ position: Int) -> (KilometreExpression.Number, Int)? {
    if let kilometres = numeral(raw, position)?.plain(9) {
      if isSign(raw, position + 1, "+"), let metres = numeral(raw, position + 2)?.plain(3) {
        return KilometreExpression.Number(Double(kilometres) + Double(metres) / 1000).map {
          ($0, position + 3)
        }
      }
      // `km 1 165`: a space between thousands.
      if plain(raw, position, 1...2) != nil, let group = plain(raw, position + 1, 3...3),
        endsKilometre(raw, position + 2),
        tokens[raw[position + 1].start].start == tokens[raw[position].end - 1].end + 1
      {
        return KilometreExpression.Number(Double(kilometres * 1000 + group)).map { ($0, position + 2) }
      }
      return KilometreExpression.Number(Double(kilometres)).map { ($0, position + 1) }
    }
    guard let text = digits(raw, position) else { return nil }
    if isSign(raw, position + 1, "+"), let metres = digits(raw, position + 2),
      let number = KilometreExpression.Number(kilometres: text, plusMetres: metres)
    {
      return (number, position + 3)
    }
    return KilometreExpression.Number(text).map { ($0, position + 1) }
  }
}
