internal import Geo

/// Takes a reference apart: `in the north of Puno, the Interoceanic Highway`, `Panamericana Sur km 262`.
///
/// Names are found by the longest match, codes and kilometres by their form, all else by the words of
/// the country's languages.
struct ReferenceParser {
  private let pack: CountryPack
  private let text: ReferenceText
  private var position = 0
  private var reference = Reference()
  /// What the words so far say about the next name.
  private var tie = Reference.Tie.none
  private var side: Side?
  private var level: RegionLevel?
  private var kind: String?
  /// How far from the next name the thing is, and the words that say so.
  private var distance: (value: Distance, words: String)?
  /// Whether a word, not a dash, joined the next name to the one before.
  private var isJoinedByWord = false
  /// The code of a second route, and whether a slash or a word joins it to the first.
  private var crossing: (route: Int, text: String)?
  /// Whether the last thing read was a name, so that a word such as `region` may belong to it.
  private var followsName = false

  /// Whether a kilometre stands beside the text.
  private var hasKilometre = false

  private init(_ text: String, pack: CountryPack) {
    self.pack = pack
    self.text = ReferenceText(text)
  }

  /// - Complexity: O(*n* · *w*) in the reference's words and the words of the longest name.
  ///
  /// - Parameter hasKilometre: Whether a kilometre stands beside the text, so that a route has to be in it.
  static func parse(_ text: String, pack: CountryPack, hasKilometre: Bool = false) -> Reference {
    var parser = ReferenceParser(text, pack: pack)
    parser.hasKilometre = hasKilometre
    parser.parse()
    return parser.reference
  }

  private mutating func parse() {
    while position < pieces.count {
      if readRouteCode() || readUnknownCode() || readKilometres() || readName() || readCountry()
        || readPartOfName() || readWord()
      {
        continue
      }
      switch pieces[position].token {
      case .sign("-"), .sign("–"), .sign("—"):
        if followsName { reference.joinsEnds = true }
        (tie, isJoinedByWord) = (.to, false)
      case .sign:
        break
      case .word, .number:
        let word = text[position..<position + 1]
        reference.unread.append(word)
        if tie == .between || tie == .to && isJoinedByWord {
          reference.unknownEnd = [reference.unknownEnd, word].compactMap(\.self).joined(separator: " ")
        }
      }
      followsName = false
      position += 1
    }
    finish()
  }

  /// Settles what only the end of the reference tells.
  private mutating func finish() {
    if let distance {
      reference.hasUnreadKilometre = true
      reference.unread.append(distance.words)
    }
    let isKilometre = hasKilometre || reference.kilometres != nil
    if let code = reference.unknownCode, !isKilometre || !reference.highways.isEmpty {
      reference.unknownCode = nil
      reference.unread.append(code)
    }
    guard let crossing else { return }
    // Two routes and the word for a place where roads meet, and nothing that bears the word.
    if kind != nil, reference.names.isEmpty, reference.kilometres == nil {
      reference.crossing = crossing.route
    } else {
      reference.unread.append(crossing.text)
    }
  }

  // MARK: Codes

  private mutating func readRouteCode() -> Bool {
    guard case .word = pieces[position].token else { return false }
    var code = ""
    var best: (end: Int, route: Int)?
    search: for end in position..<min(position + 6, pieces.count) {
      switch pieces[end].token {
      case .sign("-"):
        continue
      case .sign:
        break search
      case .word(let word) where end > position && !pieces[end].isAttached && !roles(word).isEmpty:
        // A word of the sentence, not a letter of the code: `PE-3S a la altura de Ilave`.
        break search
      case .number where !pieces[end].isAttached && code.contains(where: \.isASCIIDigit):
        // A kilometre: `PE-3SM 1`, although there is a PE-3SM1.
        break search
      case .word, .number:
        code += text[end..<end + 1]
      }
      if end > position, let route = pack.names.route(code: code) { best = (end + 1, route) }
    }
    guard let best, !isLongerName(than: best.end) else { return false }
    if reference.highways.isEmpty {
      reference.highways = [[best.route]]
    } else if crossing == nil, reference.highways != [[best.route]] {
      crossing = (best.route, text[position..<best.end])
    } else {
      // One reference, one highway: a second one is not mixed into it.
      reference.unread.append(text[position..<best.end])
    }
    position = best.end
    followsName = false
    readBareKilometres()
    return true
  }

  /// Whether a name goes on after a code that begins it: `N3 Toll Route`.
  private func isLongerName(than end: Int) -> Bool {
    guard case .word? = token(at: end), !isKilometreWord(at: end), let name = longestName() else {
      return false
    }
    return name.end > end
  }

  /// A number right after a route's code is its kilometre, with or without the word.
  private mutating func readBareKilometres() {
    guard reference.kilometres == nil, case .number? = token(at: position), !isDistance(at: position)
    else { return }
    readSpans()
  }

  /// Reads what has the form of a route's code beside a kilometre, and is none: `N17 km 20`.
  private mutating func readUnknownCode() -> Bool {
    guard reference.highways.isEmpty, reference.unknownCode == nil,
      case .word(let letters) = pieces[position].token
    else { return false }
    let hasDash = token(at: position + 1) == .sign("-")
    let number = position + (hasDash ? 2 : 1)
    guard case .number? = token(at: number) else { return false }
    let isAttached = pieces[number].isAttached && (!hasDash || pieces[position + 1].isAttached)
    // A short word that runs into a number; or the letters of the country's own codes, set apart.
    let looksLikeCode =
      isAttached && letters.count <= 3 && !isKilometreWord(at: position)
      || pack.names.isCodePrefix(letters) && roles(letters).isEmpty
    guard looksLikeCode, longestName() == nil else { return false }
    var end = number + 1
    while end < pieces.count, pieces[end].isAttached, isWordOrNumber(at: end), !isKilometreWord(at: end) {
      end += 1
    }
    if case .number? = token(at: end) {
    } else if !isKilometreWord(at: end), reference.kilometres == nil, !hasKilometre {
      return false
    }
    reference.unknownCode = text[position..<end]
    position = end
    followsName = false
    readBareKilometres()
    return true
  }

  // MARK: Kilometres

  private mutating func readKilometres() -> Bool {
    guard reference.kilometres == nil else { return skipRepeatedKilometreWord() }
    if isKilometreWord(at: position) {
      var next = position + 1
      while isBeforeNumber(at: next) { next += 1 }
      guard case .number? = token(at: next) else {
        reference.hasUnreadKilometre = true
        return false
      }
      position = next
      readSpans()
      return true
    }
    if case .number? = token(at: position),
      token(at: position + 1) == .sign("+") || isKilometreWord(at: position + 1)
    {
      if isDistance(at: position) { return readDistance() }
      let start = position
      readSpans()
      if isKilometreWord(at: position) { position += 1 }
      return position > start
    }
    // A reference that begins with a bare number and names its road later: `262, Panamericana Sur`.
    return false
  }

  /// Whether `20 km` is a way to go and no kilometre: `20 km south of Lima`, `a 10 km al sur de Lima`.
  private func isDistance(at position: Int) -> Bool {
    guard isKilometreWord(at: position + 1), let phrase = phrase(at: position + 2) else { return false }
    return phrase.roles.contains { role in
      switch role {
      case .of, .from, .near, .side: true
      default: false
      }
    }
  }

  private mutating func readDistance() -> Bool {
    guard case .number(let digits)? = token(at: position),
      let kilometres = KilometreExpression.Number(digits)?.readings.first, distance == nil
    else {
      reference.hasUnreadKilometre = true
      return false
    }
    distance = (.kilometres(kilometres), text[position..<position + 2])
    position += 2
    followsName = false
    return true
  }

  /// Whether a piece may stand between the word and the number: `km. 262`, `Km Nº 262`, `km marker 262`.
  private func isBeforeNumber(at position: Int) -> Bool {
    switch token(at: position) {
    case .sign?: true
    case .word(let word)?: roles(word).contains(.number)
    case .number?, nil: false
    }
  }

  private mutating func skipRepeatedKilometreWord() -> Bool {
    guard isKilometreWord(at: position) else { return false }
    position += 1
    return true
  }

  private mutating func readSpans() {
    var spans: [KilometreExpression.Span] = []
    while let number = readNumber() {
      var span = KilometreExpression.Span(from: number, to: nil)
      let beforeRange = position
      if readRangeSign() {
        skipArticlesAndKilometreWords()
        if let end = readNumber() { span.to = end } else { position = beforeRange }
      }
      spans.append(span)
      let beforeNext = position
      guard readListSign() || isKilometreWord(at: position) else { break }
      skipKilometreWords()
      guard case .number? = token(at: position) else {
        position = beforeNext
        break
      }
    }
    if !spans.isEmpty { reference.kilometres = KilometreExpression(spans: spans) }
    followsName = false
  }

  private mutating func readNumber() -> KilometreExpression.Number? {
    guard case .number(let digits)? = token(at: position) else { return nil }
    if token(at: position + 1) == .sign("+"), case .number(let metres)? = token(at: position + 2),
      let number = KilometreExpression.Number(kilometres: digits, plusMetres: metres)
    {
      position += 3
      return number
    }
    guard let number = KilometreExpression.Number(digits) else { return nil }
    position += 1
    return number
  }

  private mutating func readRangeSign() -> Bool {
    let start = position
    while let sign = token(at: position), sign == .sign("-") || sign == .sign("–") || sign == .sign("—") {
      position += 1
    }
    if position == start, case .word(let word)? = token(at: position), roles(word).contains(.range) {
      position += 1
    }
    return position > start
  }

  private mutating func readListSign() -> Bool {
    let start = position
    while let next = token(at: position) {
      if [.sign(","), .sign(";"), .sign("/"), .sign("-"), .sign("–"), .sign("—")].contains(next) {
        position += 1
      } else if case .word(let word) = next, roles(word).contains(.and) {
        position += 1
      } else {
        break
      }
    }
    return position > start
  }

  /// What may stand before the far end of a stretch: `hasta el km 290`.
  private mutating func skipArticlesAndKilometreWords() {
    while case .word(let word)? = token(at: position), roles(word).contains(.article) { position += 1 }
    skipKilometreWords()
  }

  private mutating func skipKilometreWords() {
    while isKilometreWord(at: position) {
      position += 1
      while token(at: position) == .sign(".") { position += 1 }
    }
  }

  // MARK: Names

  private mutating func readName() -> Bool {
    guard let match = longestName() else { return false }
    let highways = match.bearers.compactMap { named -> [Int]? in
      if case .highway(let routes) = named { return routes }
      return nil
    }
    if !highways.isEmpty, reference.highways.isEmpty {
      reference.highways = highways
      followsName = false
    } else {
      let others = match.bearers.filter { named in
        if case .highway = named { return false }
        return true
      }
      guard !others.isEmpty else { return skip(to: match.end) }
      append(match.text, bearers: others, isPart: false)
    }
    position = match.end
    return true
  }

  /// Adds a name with all that the words before said about it.
  private mutating func append(_ text: String, bearers: [CountryPack.Named], isPart: Bool) {
    var name = Reference.Name(text: text, bearers: bearers, tie: tie, side: side, level: level, kind: kind)
    (name.distance, name.isPart) = (distance?.value, isPart)
    reference.names.append(name)
    (side, level, kind, distance) = (nil, nil, nil, nil)
    // Two ends are listed under one word: `connecting Puno and Cusco`.
    if tie != .between { tie = .none }
    followsName = true
  }

  /// Reads the country's own name, where nothing smaller bears it.
  private mutating func readCountry() -> Bool {
    let words = pack.countryWords
    guard !words.isEmpty, position + words.count <= pieces.count else { return false }
    for (offset, word) in words.enumerated() where pieces[position + offset].token != .word(word) {
      return false
    }
    reference.namesCountry = true
    (reference.countrySide, side) = (side, nil)
    return skip(to: position + words.count)
  }

  /// Reads part of the name of a place whose kind the words around it say: `King Shaka airport`. Of a place
  /// on a highway the kind may be left out.
  private mutating func readPartOfName() -> Bool {
    guard case .word(let first) = pieces[position].token, roles(first).isEmpty else { return false }
    var words: [String] = []
    while case .word(let word)? = token(at: position + words.count) { words.append(word) }
    let match = pack.placeParts.longestMatch(
      in: words,
      kind: kind,
      needsKind: reference.highways.isEmpty
    ) { count in
      (phrase(at: position + count)?.roles ?? []).compactMap {
        if case .kind(let kind) = $0 { kind } else { nil }
      }
    }
    guard let match else { return false }
    let end = position + match.count
    append(text[position..<end], bearers: match.places.map { .place($0) }, isPart: true)
    position = end
    return true
  }

  private mutating func skip(to end: Int) -> Bool {
    position = end
    followsName = false
    return true
  }

  private func longestName() -> (text: String, bearers: [CountryPack.Named], end: Int)? {
    var words: [String] = []
    func append(_ more: [String], at place: Int) {
      // A letter and a digit without a space are one word of a name: `B2`.
      if place > position, pieces[place].isAttached, isWordOrNumber(at: place - 1), let last = words.popLast()
      {
        words.append(last + (more.first ?? ""))
        words.append(contentsOf: more.dropFirst())
      } else {
        words.append(contentsOf: more)
      }
    }
    var best: (text: String, bearers: [CountryPack.Named], end: Int)?
    var end = position
    while end < pieces.count, words.count < pack.names.longest + 2 {
      switch pieces[end].token {
      case .word(let word): append([word], at: end)
      case .number(let digits): append(NameKey(digits).words, at: end)
      case .sign("-"), .sign("–"), .sign("."), .sign("("), .sign(")"):
        end += 1
        if words.isEmpty { return nil }
        continue
      case .sign:
        return best
      }
      end += 1
      let bearers = pack.bearers(ofWords: words)
      // `bridge` alone is a word of the language even where some hamlet bears that name.
      let isWord = words.allSatisfy { !roles($0).isEmpty }
      if !bearers.isEmpty, !isWord || words.count == pieces.count {
        best = (text[position..<end], bearers, end)
      }
    }
    return best
  }

  // MARK: Words

  private mutating func readWord() -> Bool {
    guard let phrase = phrase(at: position) else { return false }
    for role in phrase.roles { apply(role, endingAt: phrase.end) }
    position = phrase.end
    return true
  }

  /// The longest phrase of the languages that begins at a piece; `nil` where none does.
  private func phrase(at position: Int) -> (roles: [Vocabulary.Role], end: Int)? {
    var words: [String] = []
    var best: (roles: [Vocabulary.Role], end: Int)?
    for end in position..<max(position, min(position + pack.vocabulary.longest, pieces.count)) {
      guard case .word(let word) = pieces[end].token else { break }
      words.append(word)
      let roles = pack.vocabulary.roles(of: NameKey(words: words))
      if !roles.isEmpty { best = (roles, end + 1) }
    }
    return best
  }

  private mutating func apply(_ role: Vocabulary.Role, endingAt end: Int) {
    switch role {
    // Understood, and nothing follows from them: a name is a place before it is a region.
    case .kilometre, .number, .of, .article, .highway, .settlement: break
    case .range:
      if !reference.names.isEmpty { (tie, reference.joinsEnds, isJoinedByWord) = (.to, true, true) }
    case .between, .connecting: (tie, reference.joinsEnds) = (.between, true)
    case .and: break
    case .from: if tie == .none { tie = .from }
    case .within: if tie != .between { tie = .within }
    case .near: tie = .near
    case .side(let side): self.side = side
    case .level(let level):
      if belongsToLastName(endingAt: end) { change { $0.level = level } } else { self.level = level }
    case .kind(let kind):
      if belongsToLastName(endingAt: end) { change { $0.kind = kind } } else { self.kind = kind }
    }
    if role != .of, role != .article { followsName = false }
  }

  /// Whether a word such as `region` or `bridge` ends the phrase of the name before it: `Puno region`.
  private func belongsToLastName(endingAt end: Int) -> Bool {
    guard followsName else { return false }
    guard case .word(let next)? = token(at: end) else { return true }
    return !roles(next).contains(.of)
  }

  private mutating func change(_ body: (inout Reference.Name) -> Void) {
    guard let last = reference.names.indices.last else { return }
    body(&reference.names[last])
  }

  // MARK: Tokens

  private var pieces: [ReferenceText.Piece] { text.pieces }

  private func token(at position: Int) -> ReferenceToken? {
    position < pieces.count ? pieces[position].token : nil
  }

  private func isWordOrNumber(at position: Int) -> Bool {
    switch token(at: position) {
    case .word, .number: true
    case .sign, nil: false
    }
  }

  private func roles(_ word: String) -> [Vocabulary.Role] {
    pack.vocabulary.roles(of: NameKey(words: [word]))
  }

  private func isKilometreWord(at position: Int) -> Bool {
    guard case .word(let word)? = token(at: position) else { return false }
    return roles(word).contains(.kilometre)
  }
}

extension CountryPack {
  /// What bears a name of these folded words: as it stands, else without articles.
  func bearers(ofWords words: [String]) -> [Named] {
    let exact = names.bearers(of: NameKey(words: words))
    guard exact.isEmpty else { return exact }
    let bare = words.filter { !vocabulary.isFiller($0) }
    guard bare.count < words.count, !bare.isEmpty else { return [] }
    // A phrase may not begin or end with what was left out: `of Puno` is not the name, `Puno` is.
    guard bare.first == words.first, bare.last == words.last else { return [] }
    return names.bearers(of: NameKey(words: bare))
  }
}
