extension Moment: CustomStringConvertible {
  /// Reads `YYYY-MM-DD`, which means the day's first midnight, `YYYY-MM-DDTHH:MM` or
  /// `YYYY-MM-DDTHH:MM:SS`, exactly; anything else is `nil`, as is a day or a time that does not exist.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let day = Day(String(decoding: bytes.prefix(10), as: UTF8.self)) else { return nil }
    switch bytes.count {
    case 10:
      self = day.start
    case 16, 19:
      guard bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
        let hour = ISO8601Digits.number(bytes[11..<13]),
        let minute = ISO8601Digits.number(bytes[14..<16])
      else { return nil }
      var second = 0
      if bytes.count == 19 {
        guard bytes[16] == UInt8(ascii: ":"), let read = ISO8601Digits.number(bytes[17..<19]) else {
          return nil
        }
        second = read
      }
      self.init(day, hour: hour, minute: minute, second: second)
    default:
      return nil
    }
  }

  /// Reads the same, or a moment with an offset behind it: `Z`, `+05:00`, `-0500` or `+05`. It is turned into
  /// the time of a place whose clocks are so many minutes ahead of UTC.
  public init?(_ text: some StringProtocol, minutesFromUTC: Int) {
    if let moment = Moment(text) {
      self = moment
      return
    }
    guard let time = text.firstIndex(of: "T"),
      let sign = text[time...].firstIndex(where: { "Zz+-".contains($0) }),
      let moment = Moment(text[..<sign]), let offset = Self.offset(text[sign...])
    else { return nil }
    self.init(clamping: moment.seconds + (minutesFromUTC - offset) * 60)
  }

  /// The minutes ahead of UTC that an offset stands for.
  private static func offset(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    if bytes.count == 1 { return bytes[0] | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    var digits = bytes.dropFirst()
    if digits.count == 5, digits[digits.startIndex + 2] == UInt8(ascii: ":") {
      digits = digits.prefix(2) + digits.suffix(2)
    }
    guard digits.count == 2 || digits.count == 4,
      let hours = ISO8601Digits.number(digits.prefix(2)),
      let minutes = digits.count == 2 ? 0 : ISO8601Digits.number(digits.suffix(2)),
      hours <= 18, minutes < 60
    else { return nil }
    let ahead = hours * 60 + minutes
    return bytes[0] == UInt8(ascii: "-") ? -ahead : ahead
  }

  /// `YYYY-MM-DDTHH:MM:SS`, local and without an offset.
  public var description: String {
    let (hour, minute, second) = time
    var text: [UInt8] = []
    text.reserveCapacity(19)
    day.write(to: &text)
    for (sign, number) in [("T", hour), (":", minute), (":", second)] as [(Unicode.Scalar, Int)] {
      text.append(UInt8(ascii: sign))
      ISO8601Digits.write(number, width: 2, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
