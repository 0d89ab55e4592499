internal import Gazetteer

extension SentenceScanner {
  /// Joins items into numbers, dates and kilometres.
  func fuse(_ scanned: inout ScannedSentence) {
    let raw = scanned.items
    scanned.items = []
    scanned.items.reserveCapacity(raw.count)
    var position = 0
    while position < raw.count {
      if startsValue(raw[position]),
        let next = fuseKilometres(raw, position, into: &scanned) ?? fuseDate(raw, position, into: &scanned)
          ?? fuseNumber(raw, position, into: &scanned)
      {
        position = next
        continue
      }
      keep(raw[position], into: &scanned)
      position += 1
    }
  }

  /// The roles with which a number, a date or kilometres may begin.
  private static let valueRoles: RoleSet = [
    .kilometre, .qualifier, .number, .month, .weekday, .day, .span, .thisYear, .sameDay,
  ]

  func startsValue(_ item: Item) -> Bool {
    guard item.kind != .name, item.kind != .sign else { return false }
    return tokens[item.start].kind == .number
      || item.phrase >= 0 && spellings[Int(item.phrase)].roles.hasAny(of: Self.valueRoles)
  }

  func token(_ raw: [Item], _ position: Int) -> Token? {
    position < raw.count && raw[position].end == raw[position].start + 1 ? tokens[raw[position].start] : nil
  }

  func isDigits(_ raw: [Item], _ position: Int) -> Bool {
    guard let token = token(raw, position) else { return false }
    return token.kind == .number && raw[position].kind != .name
  }

  func digits(_ raw: [Item], _ position: Int) -> String? {
    isDigits(raw, position) ? string(raw[position].start..<raw[position].end) : nil
  }

  /// How many bytes digits and their separators take up.
  func length(_ raw: [Item], _ position: Int) -> Int? {
    guard isDigits(raw, position) else { return nil }
    let token = tokens[raw[position].start]
    return Int(token.end - token.start)
  }

  func numeral(_ raw: [Item], _ position: Int) -> Numeral? {
    guard isDigits(raw, position) else { return nil }
    let token = tokens[raw[position].start]
    return Numeral(text[Int(token.start)..<Int(token.end)])
  }

  /// A whole number of at most so many digits, without separators.
  func plain(_ raw: [Item], _ position: Int, _ length: ClosedRange<Int>) -> Int? {
    guard isDigits(raw, position) else { return nil }
    let token = tokens[raw[position].start]
    guard length ~= Int(token.end - token.start) else { return nil }
    var value = 0
    for byte in text[Int(token.start)..<Int(token.end)] {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  func isSign(_ raw: [Item], _ position: Int, _ sign: Unicode.Scalar) -> Bool {
    token(raw, position)?.isSign(sign) ?? false
  }

  func roles(_ raw: [Item], _ position: Int) -> RoleSet {
    position < raw.count && raw[position].kind != .name ? raw[position].roles : []
  }
}
