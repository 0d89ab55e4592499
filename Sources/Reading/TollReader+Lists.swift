internal import Chronicle
internal import Gazetteer

/// Numbers of people listed under a heading: `Deaths: 7`, then `Apurímac: 6` and `Police: 1`.
extension TollReader {
  /// What a line says of the lines under it: what became of people, with no number but that of all of them.
  func heading() -> TollHeading? {
    let sentence = reader.scanned.sentence
    guard sentence.isShortLine, !sentence.isItem || sentence.endsWithColon,
      let word = items.indices.first(where: { measure($0) != nil }), let measure = measure(word),
      !reader.scanned.roles.hasAny(of: [.negation, .plan, .hypothetical, .foreign, .otherCause])
    else { return nil }
    let counts = items.indices.filter { count($0) != nil }
    guard counts.count <= 1,
      counts.allSatisfy({ $0 > word && reader.isSign($0 - 1, ":") })
    else { return nil }
    let isSum = reader.scanned.roles.hasAny(of: [.since, .sum, .nation])
    let date = isSum ? nil : reader.date(near: word, in: 0..<items.count)
    let today = reader.discourse.today
    return TollHeading(
      measure: measure,
      days: date?.days ?? (isSum ? period() : nil) ?? today...today,
      precision: date?.precision
    )
  }

  /// A line of nothing but a region, or those who are counted, and their number.
  func tabulated() -> Draft? {
    let sentence = reader.scanned.sentence
    guard let heading = reader.discourse.headingToll, sentence.isItem || sentence.isShortLine,
      let number = items.indices.last(where: { items[$0].kind != .sign }), let mention = count(number),
      let value = mention.value, number > 0
    else { return nil }
    let label = 0..<number
    guard reader.isSign(number - 1, ":") || reader.isDash(number - 1) || reader.name(number - 1) != nil,
      label.allSatisfy({ [.word, .name, .sign].contains(items[$0].kind) && measure($0) == nil }),
      !label.contains(where: {
        reader.isWord($0, [.tally]) && !reader.isWord($0, [.blockade])
          || reader.name($0)?.highways.isEmpty == false
      })
    else { return nil }
    let names = label.filter { reader.name($0) != nil }
    let person = label.first { reader.isWord($0, [.person]) }
    // `Facts linked to blockades: 10`; not `Blockades: 10`.
    let isLinked =
      label.contains { reader.isWord($0, [.blockade, .block]) }
      && label.contains { reader.isWord($0, [.of, .dueTo, .within, .person]) }
    let isWhole = label.contains { reader.isWord($0, [.sum, .nation]) }
    guard names.count == 1 || names.isEmpty && (person != nil || isLinked || isWhole) else { return nil }
    let category: TollCategory =
      isLinked ? .blockadeRelated : person.flatMap { reader.phrase(items[$0])?.category } ?? .all
    let spot = names.first.flatMap { position in
      reader.name(position).map { self.spot($0.name, at: position, isSum: true) }
    }
    let isRegion = spot.map { $0.isRegion || $0.resolution.location?.method == .region } ?? false
    return Draft(
      content: .toll(
        measure: heading.measure,
        value: value,
        qualifier: mention.qualifier,
        category: category
      ),
      scope: spot == nil ? .nation : isRegion ? .region : .place,
      bytes: reader.bytes(0..<number + 1),
      site: Draft.Site(spot?.text ?? "", spot?.resolution, name: spot?.name),
      days: heading.days,
      precision: heading.precision,
      said: reader.discourse.today
    )
  }
}

/// What the head of a list says became of those that its lines count.
struct TollHeading {
  let measure: TollMeasure
  let days: ClosedRange<Day>
  let precision: DateMention.Precision?
}
