internal import Chronicle
internal import Gazetteer

/// Numbers that hang on another: parts of it, the same in other places, the same of other people.
extension TollReader {
  /// `Detained in the raids: Juliaca 4, Cusco 7`.
  func listed(beside tolls: [Toll], used: PositionSet) -> [Toll] {
    guard let colon = items.indices.first(where: { reader.isSign($0, ":") }),
      let measure = (0..<colon).lazy.compactMap({ self.measure($0) }).first
    else { return [] }
    return (colon + 1..<max(items.count, colon + 1)).compactMap { number in
      guard let mention = count(number), let value = mention.value, !used.contains(number) else { return nil }
      let isBehindName =
        (reader.name(number - 1)?.highways.isEmpty == true || reader.isSign(number - 1, "("))
        && (number + 1 >= items.count || items[number + 1].kind == .sign || reader.has(number + 1, [.and]))
      // `Wounded people admitted on Friday: 16 in Ayacucho, seven in Huanta`
      let isBeforeName =
        reader.has(number + 1, [.within]) && reader.name(number + 2)?.highways.isEmpty == true
        && !tolls.contains { $0.measure == measure && $0.items.upperBound < colon }
      // `Injured in Juliaca: 14 civilians and 3 police officers`
      let isOfPeople =
        reader.isWord(number + 1, [.person]) && self.measure(number + 1) == nil
        && (reader.isSign(number - 1, ":") || reader.isSign(number - 1, ",")
          || reader.has(number - 1, [.and]))
      guard isBehindName || isBeforeName || isOfPeople else { return nil }
      let last = isOfPeople ? number + 1 : isBehindName ? number : number + 2
      return Toll(
        measure: measure,
        value: value,
        qualifier: mention.qualifier,
        category: isOfPeople ? category(number, number...last) : .all,
        items: number - (isBehindName ? (reader.name(number - 1) == nil ? 2 : 1) : 0)...last
      )
    }
  }

  /// `8 people hurt (6 civilians and 2 policemen)`, `14 hurt, 9 civilians and 5 policemen, …`: those of each kind.
  func bracketed(behind tolls: [Toll]) -> [Toll] {
    tolls.flatMap { whole -> [Toll] in
      var parts: [Toll] = []
      var position = whole.items.upperBound + 1
      // `were injured in Lima, of whom …`
      while position - whole.items.upperBound <= 4,
        reader.isWord(position, [.within, .article, .settlement, .of])
          || reader.name(position) != nil
      { position += 1 }
      guard reader.isSign(position, "(") || reader.isSign(position, ",") else { return [] }
      position += 1
      // `531 hurt, among them 355 civilians and 176 police officers`
      while reader.isWord(position, [.including]) { position += 1 }
      while let mention = count(position), let value = mention.value {
        // `of whom 84 are police officers and 29 civilians`
        let person = reader.isWord(position + 1, [.person]) ? position + 1 : position + 2
        guard reader.isWord(person, [.person]), measure(person) == nil,
          person == position + 1 || reader.isWord(position + 1, [.assert, .rise])
        else { break }
        parts.append(
          Toll(
            measure: whole.measure,
            value: value,
            qualifier: mention.qualifier,
            category: category(person - 1, position...person),
            items: position...person,
            isPart: true
          )
        )
        position = person + 1
        while reader.isSign(position, ",") || reader.isWord(position, [.and]) { position += 1 }
      }
      // Parts that are all of the whole, and no numbers of something else.
      let sum = parts.reduce(0) { $0.addingReportingOverflow($1.value).partialValue }
      return parts.count > 1 && sum == whole.value ? parts : []
    }
  }

  /// `three officers and two civilians were killed`: numbers of people joined to one that has its word.
  func coordinated(with tolls: [Toll], used: PositionSet) -> [Toll] {
    var found: [Toll] = []
    // `58 people, 21 police officers among them, were injured`
    // `55 dead, including a police officer`, `10 hurt, six of them police`
    for number in items.indices where !used.contains(number) {
      // `1,300 were injured; 580 are police officers`
      let isSaidOf = reader.isWord(number + 1, [.rise, .assert])
      let isOfThem = reader.isWord(number + 1, [.including]) || isSaidOf
      guard isPart(number) || isOfThem,
        let mention = count(number) ?? (isPart(number) ? single(number) : nil),
        let value = mention.value, let person = personBehind(number, reach: isOfThem ? 3 : 1),
        value > 1 || person == number + (isOfThem ? 2 : 1),
        !isSaidOf || !(person..<items.count).prefix(4).contains(where: { measure($0) != nil }),
        let whole = tolls.last(where: { $0.items.lowerBound < number && $0.value > value })
          ?? tolls.first(where: { $0.value > value }),
        !isDenied(number, number)
      else { continue }
      let category = category(person - 1, number...person)
      guard category == .police || category.text == "soldiers" else { continue }
      found.append(
        Toll(
          measure: whole.measure,
          value: value,
          qualifier: mention.qualifier,
          category: category,
          items: number...person
        )
      )
    }
    for toll in tolls {
      // `Among those hurt were 14 officers and nine miners`
      if let number = toll.items.first(where: { count($0) != nil }), number > toll.items.lowerBound,
        let next = (toll.items.upperBound + 1..<toll.items.upperBound + 4).first(where: { count($0) != nil }),
        reader.isWord(next - 1, [.and]), reader.isWord(next + 1, [.person]), !used.contains(next),
        let mention = count(next), let value = mention.value,
        !(next + 2..<next + 5).contains(where: { items.indices.contains($0) && measure($0) != nil })
      {
        found.append(
          Toll(
            measure: toll.measure,
            value: value,
            qualifier: mention.qualifier,
            category: category(next, next...next + 1),
            items: next...next + 1
          )
        )
      }
      guard let number = toll.items.first(where: { count($0) != nil }) else { continue }
      // `two policemen and a villager were killed`
      if let single = toll.items.first(where: { reader.isWord($0, [.single]) && $0 > number }),
        reader.isWord(single - 1, [.and]), reader.isWord(single + 1, [.person]),
        single + 1 < toll.items.upperBound, number + 1 < single
      {
        found.append(
          Toll(
            measure: toll.measure,
            value: 1,
            qualifier: .exact,
            category: category(single, single...single + 1),
            items: single...single + 1
          )
        )
      }
      var position = number - 1
      while reader.isSign(position, ",") || reader.has(position, [.and]) { position -= 1 }
      guard position < number - 1,
        let person = (max(0, position - 2)...max(0, position)).first(where: {
          reader.isWord($0, [.person])
        }), let other = (max(0, person - 3)..<person).last(where: { count($0) != nil }),
        !used.contains(other), !isPart(other),
        let mention = count(other), let value = mention.value, !isDenied(other, toll.items.upperBound),
        (other + 1...position).allSatisfy({ reader.isWord($0, [.person]) || items[$0].phrase < 0 })
      else { continue }
      found.append(
        Toll(
          measure: toll.measure,
          value: value,
          qualifier: mention.qualifier,
          category: category(other, other...person),
          items: other...person
        )
      )
    }
    return found
  }

  /// Adds tolls to those they are joined to: `two men and a woman were killed` are three; officers and civilians are
  /// counted apart.
  func addUp(_ joined: [Toll], to tolls: inout [Toll]) {
    for toll in joined {
      let whole = tolls.firstIndex {
        $0.measure == toll.measure && $0.category == .all && toll.category == .all
          && $0.items.contains(toll.items.lowerBound) && $0.items.lowerBound < toll.items.lowerBound
      }
      guard let whole else {
        tolls.append(toll)
        continue
      }
      let (sum, isTooLarge) = tolls[whole].value.addingReportingOverflow(toll.value)
      if !isTooLarge { tolls[whole].value = sum }
    }
  }

  /// Who stands behind a number: at once, or behind words such as `of them` and `are members of the`.
  func personBehind(_ number: Int, reach: Int) -> Int? {
    var position = number + 1
    while position <= number + reach, !reader.isWord(position, [.person]) {
      guard reader.isWord(position, [.including, .rise, .assert, .article, .of]) else { return nil }
      position += 1
    }
    return reader.isWord(position, [.person]) ? position : nil
  }

  /// Numbers that only say where: `two were killed in Ayaviri and one in Macusani`, `49, including 18 in Juliaca`.
  func elided(after tolls: [Toll], used: PositionSet) -> [Toll] {
    items.indices.compactMap { number in
      guard !used.contains(number), let mention = count(number) ?? one(number), let value = mention.value,
        let tie = (number + 1...number + 2).first(where: { reader.has($0, [.within]) }),
        tie == number + 1 || reader.isWord(number + 1, [.assert, .rise]), !reader.has(number + 1, [.clock]),
        (number + 2..<number + 5).contains(where: { reader.name($0)?.highways.isEmpty == true }),
        let last = tolls.filter({ $0.items.upperBound < number }).max(by: {
          $0.items.upperBound < $1.items.upperBound
        }),
        !isDenied(number, number),
        reader.isSign(number - 1, ",") || reader.has(number - 1, [.and, .including])
      else { return nil }
      var toll = Toll(
        measure: last.measure,
        value: value,
        qualifier: mention.qualifier,
        category: last.category,
        items: number...number
      )
      toll.isElided = true
      return toll
    }
  }

  /// `Friday's death in Cusco brings the toll to 49`: one more, told beside the sum.
  func deaths(beside tolls: [Toll]) -> [Toll] {
    guard let sum = tolls.first, tolls.contains(where: { $0.value > 1 }) else { return [] }
    for position in items.indices where reader.isWord(position, [.death]) {
      guard position < sum.items.lowerBound, !reader.isNegated(position),
        (position + 1..<position + 8).contains(where: { reader.name($0)?.highways.isEmpty == true })
      else { continue }
      return [
        Toll(measure: .killed, value: 1, qualifier: .exact, category: .all, items: position...position)
      ]
    }
    return []
  }

  /// The parts of a number that follow its colon: `53 dead: 43 in clashes, 9 linked to the blockades and a policeman`.
  func shares(of tolls: [Toll], used: PositionSet) -> [Toll] {
    guard let first = tolls.map(\.items.upperBound).min(),
      let colon = (first + 1..<max(items.count, first + 1)).first(where: { reader.isSign($0, ":") }),
      let whole = tolls.filter({ $0.items.upperBound < colon }).max(by: {
        $0.items.upperBound < $1.items.upperBound
      })
    else { return [] }
    return shares(of: whole, from: colon + 1, used: used)
  }

  /// The parts that a sentence of its own tells: `Of these, 41 occurred in clashes and seven at roadblocks`.
  func continued() -> [Draft] {
    guard reader.discourse.tollAge == 1, reader.isWord(0, [.including]), let figure = reader.discourse.figure,
      case .toll(let measure, let value, let qualifier, let category) = figure.content
    else { return [] }
    let whole = Toll(measure: measure, value: value, qualifier: qualifier, category: category, items: 0...0)
    return shares(of: whole, from: reader.isSign(1, ",") ? 2 : 1, used: []).map { share in
      var draft = figure
      draft.content = .toll(
        measure: share.measure,
        value: share.value,
        qualifier: share.qualifier,
        category: share.category
      )
      draft.bytes = reader.bytes(share.items.lowerBound..<share.items.upperBound + 1)
      draft.warnings.append("what is counted is taken from the sentence before")
      return draft
    }
  }

  func shares(of whole: Toll, from start: Int, used: PositionSet) -> [Toll] {
    var starts: [(position: Int, mention: NumberMention)] = []
    for position in start..<max(items.count, start) where !used.contains(position) {
      let opens =
        position == start || reader.isSign(position - 1, ",") || reader.has(position - 1, [.and])
      guard opens else { continue }
      if let mention = count(position) {
        starts.append((position, mention))
      } else if items[position].roles.has(.single), items[position].kind == .word,
        person(after: position, within: 2) != nil
      {
        starts.append((position, NumberMention(value: 1, decimal: 1, isDigits: false)))
      }
    }
    var shares: [Toll] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1].position : items.count
      guard let value = start.mention.value, value < whole.value else { continue }
      let range = start.position..<end
      var category = TollCategory.all
      if range.contains(where: { reader.has($0, [.blockade, .block]) && items[$0].kind == .word }) {
        category = .blockadeRelated
      } else if let person = range.first(where: { reader.has($0, [.person]) && items[$0].kind == .word }),
        let phrase = reader.phrase(items[person])
      {
        category = phrase.category
      }
      var last = end - 1
      while last > start.position, items[last].kind == .sign || reader.has(last, [.and]) { last -= 1 }
      shares.append(
        Toll(
          measure: whole.measure,
          value: value,
          qualifier: start.mention.qualifier,
          category: category,
          items: start.position...last,
          isPart: true
        )
      )
    }
    return shares
  }
}
