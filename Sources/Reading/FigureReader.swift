internal import Chronicle

/// Reads what became of a figure that the text has told before: `the figure has risen to 14`.
struct FigureReader {
  private let reader: SentenceReader

  /// How many sentences a figure is remembered.
  private static let reach = 3

  init(_ reader: SentenceReader) { self.reader = reader }

  func draft() -> Draft? {
    let discourse = reader.discourse
    guard discourse.figureAge <= Self.reach, var draft = discourse.figure else { return nil }
    guard reader.scanned.roles.has(.figure) else { return compared(draft) }
    let items = reader.items
    for noun in items.indices where reader.isWord(noun, [.figure]) {
      guard !reader.isNegated(noun), !reader.isUnreal(noun, in: 0..<items.count, isNominal: false),
        let number = number(near: noun), let mention = reader.number(number), let value = mention.value
      else { continue }
      guard let content = recounted(draft.content, value, mention) else { return nil }
      draft.content = content
      draft.bytes = reader.bytes(min(noun, number)..<max(noun, number) + 1)
      if let date = reader.date(near: number, in: 0..<items.count) {
        (draft.days, draft.precision) = (date.days, date.precision)
      }
      draft.said = discourse.today
      draft.asOf = reader.moment()
      draft.warnings.append("what is counted is taken from the sentence before")
      return draft
    }
    return nil
  }

  /// `On Monday there were 76.`: the same, counted on another day.
  private func compared(_ figure: Draft) -> Draft? {
    guard reader.discourse.figureAge == 1,
      let number = reader.items.indices.first(where: { reader.number($0).map { !$0.isRank } == true }),
      let mention = reader.number(number), let value = mention.value, !mention.isShare, isAlone(number),
      reader.isWord(number - 1, [.rise, .assert, .compared, .qualifier]),
      number + 1 >= reader.items.count || reader.items[number + 1].kind != .word,
      !reader.scanned.roles.hasAny(of: [.killed, .injured, .detained, .tally, .negation, .plan])
    else { return nil }
    var draft = figure
    guard let content = recounted(figure.content, value, mention) else { return nil }
    draft.content = content
    switch figure.content {
    case .tally:
      // `Yesterday there were`, in one phrase, tells no other day than the one before.
      let isCompared = reader.isWord(number - 1, [.compared])
      let date = reader.date(near: number, in: 0..<number)
      guard let days = date?.days ?? (isCompared ? yesterday : nil), days != figure.days else { return nil }
      (draft.days, draft.precision) = (days, date?.precision)
    case .toll(_, let old, _, _):
      // `The unions' lawyers say that they were more than 30.`
      guard reader.scanned.roles.has(.say), value != old else { return nil }
    case .blockade: return nil
    }
    draft.bytes = reader.bytes(0..<number + 1)
    draft.said = reader.discourse.today
    draft.warnings.append("what is counted is taken from the sentence before")
    return draft
  }

  /// The same count with another number; `nil` of what is no count.
  private func recounted(_ content: ReadStatement.Content, _ value: Int, _ mention: NumberMention)
    -> ReadStatement.Content?
  {
    switch content {
    case .toll(let measure, _, _, let category):
      .toll(measure: measure, value: value, qualifier: mention.qualifier, category: category)
    case .tally(let measure, let event, _, _, _):
      .tally(measure: measure, event: event, value: value, qualifier: mention.qualifier, sharePercent: nil)
    case .blockade: nil
    }
  }

  private var yesterday: ClosedRange<Day> {
    let day = reader.discourse.today.previous
    return day...day
  }

  /// The number that the figure rose or fell to; `sube a 14 la cifra` has it before.
  private func number(near noun: Int) -> Int? {
    var isRisen = false
    var position = noun + 1
    while position < reader.items.count, position - noun <= 9 {
      if let number = reader.number(position) {
        let isWhole = number.value != nil && !number.isRank && !number.isShare && isAlone(position)
        let isEarlier = reader.has(position - 1, [.from, .compared]) && !reader.has(position - 1, [.rise])
        if isWhole, isRisen, !isEarlier { return position }
        if !isEarlier { return nil }
      }
      if reader.isWord(position, [.rise]) || reader.isSign(position, ":") { isRisen = true }
      if reader.isSign(position, ";") || reader.isWord(position, [.contrast]) { return nil }
      position += 1
    }
    for position in stride(from: noun - 1, through: max(0, noun - 4), by: -1) {
      if let number = reader.number(position), number.value != nil, !number.isRank, !number.isShare {
        return reader.isWord(position - 1, [.rise]) || reader.isWord(position + 1, [.rise]) ? position : nil
      }
    }
    return nil
  }

  /// Whether no noun of its own follows a number.
  private func isAlone(_ number: Int) -> Bool {
    let next = number + 1
    return !reader.isWord(next, [.unit, .tally, .road, .other])
      && (reader.items.count <= next
        || reader.items[next].kind != .word || reader.items[next].phrase >= 0)
  }
}
