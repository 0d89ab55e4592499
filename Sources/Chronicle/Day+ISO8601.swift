extension Day: CustomStringConvertible {
  /// Reads a date written `YYYY-MM-DD`, exactly; anything else is `nil`, as is a day that does not
  /// exist.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = ISO8601Digits.number(digits[0..<4]),
      let month = ISO8601Digits.number(digits[5..<7]),
      let day = ISO8601Digits.number(digits[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(10)
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func write(to text: inout [UInt8]) {
    let (year, month, day) = components
    ISO8601Digits.write(year, width: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    ISO8601Digits.write(month, width: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    ISO8601Digits.write(day, width: 2, to: &text)
  }
}
