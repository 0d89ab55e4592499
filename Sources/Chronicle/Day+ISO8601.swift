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
    let (year, month, day) = components
    return """
      \(ISO8601Digits.text(year, width: 4))-\(ISO8601Digits.text(month, width: 2))\
      -\(ISO8601Digits.text(day, width: 2))
      """
  }
}
