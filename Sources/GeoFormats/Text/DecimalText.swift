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
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { text in
      guard let start = text.baseAddress else { return }
      let count = write(value, decimals: decimals, at: start)
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// Room for any number, and for what is written behind it before its length is known.
  static let longest = 40

  /// Writes what ``append(_:decimals:to:)`` appends, and gives its length.
  ///
  /// - Parameter start: Where ``longest`` bytes have room.
  @inline(__always)
  static func write(_ value: Double, decimals: Int, at start: UnsafeMutablePointer<UInt8>) -> Int {
    let decimals = min(max(decimals, 0), 15)
    let scale = scales[decimals]
    let product = value.magnitude * scale
    guard product < 9_007_199_254_740_992 else { return writeLarge(value, at: start) }
    var digits = UInt64(truncatingIfNeeded: Int64(product))
    let rest = product - Double(Int64(truncatingIfNeeded: digits))
    // The product is itself rounded and may have landed on a tie from below; what it lost says so.
    if rest > 0.5 || rest == 0.5 && (-product).addingProduct(value.magnitude, scale) >= 0 { digits += 1 }
    var end = start
    if digits > 0, value < 0 {
      end.pointee = UInt8(ascii: "-")
      end += 1
    }
    guard decimals > 0 else { return writeWhole(digits, at: end) - start }
    let (whole, fraction) = split(digits, decimals: decimals)
    end = writeWhole(whole, at: end)
    guard fraction > 0 else { return end - start }
    end.pointee = UInt8(ascii: ".")
    end += 1
    // Sixteen places, eight at a time; places that are zero to the end are left out.
    let (upper, lower) = (fraction &* wholeScales[15 - decimals] &* 10).quotientAndRemainder(
      dividingBy: 100_000_000
    )
    let isLong = lower > 0
    if isLong {
      _ = writeEight(upper, at: end)
      end += 8
    }
    return end + writeEight(isLong ? lower : upper, at: end) - start
  }

  /// Too large for any decimals to be left: the shortest text, as a whole number where it is one.
  @inline(never)
  private static func writeLarge(_ value: Double, at start: UnsafeMutablePointer<UInt8>) -> Int {
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    var end = start
    for byte in text.utf8 {
      end.pointee = byte
      end += 1
    }
    return end - start
  }

  /// The digits before and behind the point. Divisions by a number that is known beforehand are faster.
  @inline(__always)
  private static func split(_ digits: UInt64, decimals: Int) -> (quotient: UInt64, remainder: UInt64) {
    switch decimals {
    case 6: digits.quotientAndRemainder(dividingBy: 1_000_000)
    case 7: digits.quotientAndRemainder(dividingBy: 10_000_000)
    default: digits.quotientAndRemainder(dividingBy: wholeScales[decimals])
    }
  }

  /// Writes a whole number of at most sixteen digits and gives the place behind it.
  @inline(__always)
  private static func writeWhole(
    _ number: UInt64,
    at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let (upper, lower) = number.quotientAndRemainder(dividingBy: 100_000_000)
    guard upper > 0 else { return writeUpToEight(lower, at: start) }
    let end = writeUpToEight(upper, at: start)
    _ = writeEight(lower, at: end)
    return end + 8
  }

  /// Writes a whole number of at most eight digits and gives the place behind it.
  @inline(__always)
  private static func writeUpToEight(
    _ number: UInt64,
    at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let digits = eightDigits(of: number)
    // Zeros in front are left out, but for the last digit.
    let zeros = min(digits.trailingZeroBitCount / 8, 7)
    let text = (digits | asciiZeros) &>> UInt64(8 * zeros)
    UnsafeMutableRawPointer(start).storeBytes(of: text.littleEndian, as: UInt64.self)
    return start + (8 - zeros)
  }

  /// Writes eight digits, zeros in front included, and gives their number without the zeros at the end.
  @inline(__always)
  private static func writeEight(_ number: UInt64, at start: UnsafeMutablePointer<UInt8>) -> Int {
    let digits = eightDigits(of: number)
    UnsafeMutableRawPointer(start).storeBytes(of: (digits | asciiZeros).littleEndian, as: UInt64.self)
    return 8 - digits.leadingZeroBitCount / 8
  }

  /// The eight digits of a number, one a byte, the first in the lowest.
  ///
  /// All are worked out at once: halves of four, of two, then single ones (P. Khuong, "How to print integers really
  /// fast", 2017).
  @inline(__always)
  private static func eightDigits(of number: UInt64) -> UInt64 {
    let fours = number / 10_000 | (number % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- 100 &* hundreds) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- 10 &* tens) << 8
  }

  private static let asciiZeros: UInt64 = 0x3030_3030_3030_3030

  private static let scales: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The same as whole numbers.
  private static let wholeScales: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
  ]
}
