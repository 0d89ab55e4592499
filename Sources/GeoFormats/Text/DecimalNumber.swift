/// A decimal number read from text, and its nearest `Double`.
///
/// Up to 19 digits are kept exactly. Nearly everything that occurs in tables and coordinates then becomes a
/// `Double` with one multiplication or division: by a power of ten that is itself a `Double` (W. D. Clinger,
/// "How to read floating point numbers accurately", 1990), or by a power of five in integers, where the
/// remainder tells which way to round. The rest goes through the standard library. All three round to
/// nearest, ties to even, so the result is always that of `Double(_: String)`.
struct DecimalNumber {
  /// What the text was made of, for grammars that are stricter than others.
  struct Shape {
    var hasSign = false
    var hasPlusSign = false
    var integerDigits = 0
    var hasLeadingZero = false
    var hasPoint = false
    var fractionDigits = 0
    var hasExponent = false
    var exponentDigits = 0
  }

  private(set) var shape = Shape()
  /// The offset after the last byte that belongs to the number.
  private(set) var end: Int
  let start: Int
  private var isNegative = false
  private var mantissa: UInt64 = 0
  private var exponent = 0

  /// Reads as many bytes as can belong to a number. Look at ``shape`` before asking for a value.
  @inline(__always)
  init(scanning bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) {
    self.start = start
    var index = start
    if index < limit, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      shape.hasSign = true
      isNegative = bytes[index] == UInt8(ascii: "-")
      shape.hasPlusSign = !isNegative
      index += 1
    }
    // The mantissa may wrap beyond 19 digits; it is not used then.
    let integerStart = index
    while index < limit {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      index += 1
    }
    shape.integerDigits = index - integerStart
    shape.hasLeadingZero = shape.integerDigits > 1 && bytes[integerStart] == UInt8(ascii: "0")
    if index < limit, bytes[index] == UInt8(ascii: ".") {
      shape.hasPoint = true
      index += 1
      let fractionStart = index
      while index < limit {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        index += 1
      }
      shape.fractionDigits = index - fractionStart
    }
    if index < limit, bytes[index] | 0x20 == UInt8(ascii: "e") {
      shape.hasExponent = true
      index += 1
      var isNegativeExponent = false
      if index < limit, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
        isNegativeExponent = bytes[index] == UInt8(ascii: "-")
        index += 1
      }
      let exponentStart = index
      while index < limit {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        // Far beyond any finite value already; more digits change nothing.
        if exponent < 100_000 { exponent = exponent * 10 + Int(digit) }
        index += 1
      }
      shape.exponentDigits = index - exponentStart
      if isNegativeExponent { exponent = -exponent }
    }
    end = index
  }

  /// The number that some bytes are, as people and spreadsheets write it (see ``isPlain``); not-a-number where they
  /// are none.
  @inline(__always)
  static func plainValue(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Double {
    if let value = shortValue(bytes, from: start, to: end) { return value }
    let number = DecimalNumber(scanning: bytes, from: start, to: end)
    guard number.end == end, number.isPlain else { return .nan }
    return number.value(in: bytes)
  }

  /// The number where it is as nearly all coordinates are: up to seven digits, a point, and one to eight digits,
  /// which are read at once (D. Lemire, "Quickly parsing eight digits", 2018). Both parts together are an exact
  /// `Double`, so one division rounds right. `nil` for all others.
  @inline(__always)
  private static func shortValue(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> Double? {
    guard start < end else { return nil }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start + 1 : start
    guard first + 8 <= bytes.count, end >= 8 else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    // The eight bytes from the first digit on, digits as their values, and where the point is among them.
    let head = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: first, as: UInt64.self))
    let points = head ^ 0x2E2E_2E2E_2E2E_2E2E
    let marks = (points &- 0x0101_0101_0101_0101) & ~points & 0x8080_8080_8080_8080
    let wholes = marks.trailingZeroBitCount / 8
    let decimals = end - first - wholes - 1
    guard marks != 0, 1...8 ~= decimals else { return nil }
    // Digits before the point are pushed to the end of the word, zeros come in front of them. Those behind it end
    // the eight bytes before the end; what comes before them becomes zeros.
    let whole = ((head ^ zeros) &<< UInt64(56 - 8 * wholes)) &<< 8
    let tail = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)) ^ zeros
    let shift = UInt64(64 - 8 * decimals)
    let part = (tail &>> shift) &<< shift
    // A byte that is no digit is above 9.
    guard ((whole &+ aboveNine) | whole | (part &+ aboveNine) | part) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    let digits = eightDigits(whole) &* wholePowersOfTen[decimals] &+ eightDigits(part)
    let magnitude = Double(Int64(truncatingIfNeeded: digits)) / powersOfTen[decimals]
    return isNegative ? -magnitude : magnitude
  }

  /// The number that eight digits make, one a byte, the first in the lowest.
  @inline(__always)
  private static func eightDigits(_ digits: UInt64) -> UInt64 {
    let twos = (digits &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (twos &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
    return (fours &* 42_949_672_960_001) >> 32
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030
  private static let aboveNine: UInt64 = 0x7676_7676_7676_7676

  private static let wholePowersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// Whether the text is a number as JSON has it (RFC 8259, section 6).
  var isJSON: Bool {
    !shape.hasPlusSign && shape.integerDigits > 0 && !shape.hasLeadingZero
      && (!shape.hasPoint || shape.fractionDigits > 0) && (!shape.hasExponent || shape.exponentDigits > 0)
  }

  /// Whether the text is a number as people and spreadsheets write it: also `+1`, `007`, `.5` and `5.`.
  var isPlain: Bool {
    shape.integerDigits + shape.fractionDigits > 0 && (!shape.hasExponent || shape.exponentDigits > 0)
  }

  /// Whether the text has neither point nor exponent.
  var isWhole: Bool { !shape.hasPoint && !shape.hasExponent }

  /// The whole number, or `nil` where it has a point or an exponent or does not fit an `Int`.
  var integer: Int? {
    guard isWhole, shape.integerDigits > 0, shape.integerDigits <= 19 else { return nil }
    if isNegative {
      return mantissa <= Int.max.magnitude + 1 ? Int(truncatingIfNeeded: 0 &- mantissa) : nil
    }
    return Int(exactly: mantissa)
  }

  /// The nearest `Double`: infinite where the number is beyond the largest, 0 where it is below the smallest.
  ///
  /// - Parameter bytes: What was scanned.
  @inline(__always)
  func value(in bytes: UnsafeBufferPointer<UInt8>) -> Double {
    let digits = shape.integerDigits + shape.fractionDigits
    let power = exponent - shape.fractionDigits
    guard digits <= 19 else { return slowValue(in: bytes) }
    var magnitude: Double
    if power == 0 || mantissa == 0 {
      magnitude = Double(mantissa)
    } else if mantissa <= 1 << 53, power >= -22, power <= 22 {
      magnitude =
        power < 0
        ? Double(mantissa) / Self.powersOfTen[-power] : Double(mantissa) * Self.powersOfTen[power]
    } else if power < 0, power >= -27 {
      magnitude = Self.quotient(mantissa, tenTo: -power)
    } else {
      return slowValue(in: bytes)
    }
    if isNegative { magnitude.negate() }
    return magnitude
  }

  /// `mantissa` / 10^`power`, correctly rounded, for a mantissa above 0 and powers up to 27.
  ///
  /// Both numbers are shifted until their top bit is set. The quotient then has at least 63 bits, ten more
  /// than a `Double` keeps, and a remainder of any size counts as one more bit below them: enough to decide
  /// every tie.
  private static func quotient(_ mantissa: UInt64, tenTo power: Int) -> Double {
    let mantissaShift = mantissa.leadingZeroBitCount
    let dividend = mantissa << UInt64(mantissaShift)
    let five = powersOfFive[power]
    let fiveShift = five.leadingZeroBitCount
    let divisor = five << UInt64(fiveShift)
    // The high word is below 2^63 and the divisor is not, so the quotient fits.
    let (quotient, remainder) = divisor.dividingFullWidth((dividend >> 1, dividend << 63))
    let rounded = Double(remainder == 0 ? quotient : quotient | 1)
    let scale = fiveShift - mantissaShift - power - 63
    return rounded * Double(sign: .plus, exponent: scale, significand: 1)
  }

  @inline(never)
  private func slowValue(in bytes: UnsafeBufferPointer<UInt8>) -> Double {
    // Every text that a grammar here lets through is one that the standard library reads.
    Double(String(decoding: bytes[start..<end], as: UTF8.self)) ?? .nan
  }

  /// 10^0 through 10^22, all exact.
  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// 5^0 through 5^27, all that fit 64 bits.
  private static let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625,
    1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625,
    19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125, 2_384_185_791_015_625,
    11_920_928_955_078_125, 59_604_644_775_390_625, 298_023_223_876_953_125, 1_490_116_119_384_765_625,
    7_450_580_596_923_828_125,
  ]
}
