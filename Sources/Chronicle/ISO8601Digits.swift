/// The fixed-width decimal numbers that ISO 8601 dates and times are made of.
enum ISO8601Digits {
  /// The number that a run of ASCII digits stands for; `nil` where anything else is among them.
  ///
  /// - Parameter digits: At most four, so nothing overflows.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  /// A number with zeros in front up to a width.
  static func text(_ number: Int, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
