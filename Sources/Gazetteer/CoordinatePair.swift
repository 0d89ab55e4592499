/// Two numbers in degrees, as people write coordinates: `-76.0177, -13.9095`.
struct CoordinatePair: Hashable, Sendable {
  let first: Double
  let second: Double
  /// How far, in metres, the digits given leave the point open: half of the last decimal, at least
  /// 10 m.
  let precision: Double

  /// Reads a pair; `nil` where the text is anything else.
  init?(_ text: String) {
    let parts = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }
    guard parts.count == 2, let first = Self.degrees(parts[0]), let second = Self.degrees(parts[1]) else {
      return nil
    }
    self.first = first
    self.second = second
    let decimals =
      parts.map { part in part.firstIndex(of: ".").map { part[$0...].count - 1 } ?? 0 }.min() ?? 0
    let step = (0..<min(decimals, 7)).reduce(111_320.0) { step, _ in step / 10 }
    precision = max(step / 2, 10)
  }
  /// A decimal number with a point or a sign: without either it may be a kilometre or a year. The minus may
  /// be the typographic one.
  private static func degrees(_ text: Substring) -> Double? {
    let isNegative = text.first == "-" || text.first == "−"
    let digits = isNegative || text.first == "+" ? text.dropFirst() : text
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard isNegative || parts.count == 2, (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }), let value = Double(digits),
      value.isFinite
    else { return nil }
    return isNegative ? -value : value
  }
}
