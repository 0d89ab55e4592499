/// Writes numbers as text, the same on every machine.
package enum DecimalText {
  /// Appends the shortest text that reads back as the same value, always with a point or an exponent;
  /// negative zero as zero.
  ///
  /// - Precondition: The value is finite; callers decide what to write for one that is not.
  static func appendShortest(_ value: Double, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (value == 0 ? 0 : value).description.utf8)
  }

  /// Appends a whole number.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let first = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[first...].reverse()
  }

  /// Appends a value rounded to at most `decimals` places (0 through 15; others are drawn to that range),
  /// without trailing zeros, without exponent for magnitudes below 2^53, and never as `-0`.
  ///
  /// Rounding goes by the exact binary value, a true tie away from zero.
  package static func append(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
    let decimals = min(max(decimals, 0), 15)
    let scale = scales[decimals]
    let product = value.magnitude * scale
    guard product < 9_007_199_254_740_992 else {
      // Too large for any decimals to be left: the shortest text, as a whole number where it is one.
      var text = value.description
      if text.hasSuffix(".0") { text.removeLast(2) }
      bytes.append(contentsOf: text.utf8)
      return
    }
    var rounded = product.rounded(.toNearestOrAwayFromZero)
    // The product is itself rounded and may have landed on a tie from below; what it lost says so.
    if rounded - product == 0.5, (-product).addingProduct(value.magnitude, scale) < 0 { rounded -= 1 }
    var digits = UInt64(rounded)
    guard digits > 0 else {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var places = decimals
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    // From the last digit to the first: at most sixteen, and the point, and the zeros before a small number.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      var place = buffer.count
      var left = places
      repeat {
        if left == 0, places > 0 {
          place -= 1
          buffer[place] = UInt8(ascii: ".")
        }
        left -= 1
        place -= 1
        let (rest, digit) = digits.quotientAndRemainder(dividingBy: 10)
        buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        digits = rest
      } while digits > 0 || left >= 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[place...]))
    }
  }

  private static let scales: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
