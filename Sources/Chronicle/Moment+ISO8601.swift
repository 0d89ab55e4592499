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

  /// `YYYY-MM-DDTHH:MM:SS`, local and without an offset.
  public var description: String {
    let (hour, minute, second) = time
    return """
      \(day)T\(ISO8601Digits.text(hour, width: 2)):\(ISO8601Digits.text(minute, width: 2))\
      :\(ISO8601Digits.text(second, width: 2))
      """
  }
}
