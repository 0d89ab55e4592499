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
    guard parts.count == 2, let first = Double(parts[0]), let second = Double(parts[1]) else { return nil }
    guard first.isFinite, second.isFinite, parts.allSatisfy({ $0.contains(".") || $0.contains("-") }) else {
      return nil
    }
    self.first = first
    self.second = second
    let decimals =
      parts.map { part in part.firstIndex(of: ".").map { part[$0...].count - 1 } ?? 0 }.min() ?? 0
    let step = (0..<min(decimals, 7)).reduce(111_320.0) { step, _ in step / 10 }
    precision = max(step / 2, 10)
  }
}
