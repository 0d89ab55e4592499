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

  /// Writes a number of at most so many digits, with zeros in front up to that width.
  static func write(_ number: Int, width: Int, to text: inout [UInt8]) {
    let end = text.count + width
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width))
    var rest = number
    for place in stride(from: end - 1, through: end - width, by: -1) {
      text[place] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
