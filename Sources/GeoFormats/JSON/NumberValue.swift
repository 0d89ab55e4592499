/// What a number in JSON is worth, however it is spelt: `1`, `1.0`, `1e0` and `0.1e1` are one value.
///
/// A whole number that fits an `Int` is kept exactly, so that identifiers beyond 2^53 stay apart; any other
/// number is its nearest `Double`.
enum NumberValue: Hashable, Sendable {
  case integer(Int)
  case fraction(Double)
}

extension NumberValue {
  /// - Parameters:
  ///   - number: A number that ``DecimalNumber/isJSON``.
  ///   - bytes: What was scanned.
  /// - Returns: `nil` for a number beyond the largest `Double`.
  @inline(__always)
  init?(_ number: DecimalNumber, in bytes: UnsafeBufferPointer<UInt8>) {
    if let whole = number.integer {
      self = .integer(whole)
      return
    }
    let nearest = number.value(in: bytes)
    if nearest.magnitude < 0x1p53 {
      self.init(small: nearest)
    } else {
      self.init(large: nearest, spelt: bytes[number.start..<number.end])
    }
  }

  /// A number below 2^53, where a whole number and its nearest `Double` are the same.
  @inline(__always)
  init(small nearest: Double) {
    let whole = Int(nearest)
    self = Double(whole) == nearest ? .integer(whole) : .fraction(nearest)
  }

  private init?(large nearest: Double, spelt text: Slice<UnsafeBufferPointer<UInt8>>) {
    guard nearest.isFinite else { return nil }
    if let whole = Self.whole(text) ?? Int(exactly: nearest) {
      self = .integer(whole)
    } else {
      self = .fraction(nearest)
    }
  }

  /// The whole number that a text with a point or an exponent spells, where it is one and fits.
  private static func whole(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let parts = text.split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
    guard let written = parts.first else { return nil }
    var exponent = 0
    if parts.count > 1 {
      let text = String(decoding: parts[1], as: UTF8.self)
      // Nobody writes that many zeros.
      guard let value = Int(text), value.magnitude < 1 << 32 else { return nil }
      exponent = value
    }
    var digits = written.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
    if let point = written.firstIndex(of: UInt8(ascii: ".")) {
      exponent -= written.distance(from: point, to: written.endIndex) - 1
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    guard exponent >= 0, exponent < 19 else { return nil }
    digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent))
    let sign = written.first == UInt8(ascii: "-") ? "-" : ""
    return Int(sign + String(decoding: digits, as: UTF8.self))
  }
}
