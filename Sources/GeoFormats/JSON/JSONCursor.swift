/// Walks over JSON in memory as fast as it can: one look at each byte, eight at a time in texts, nothing
/// allocated.
///
/// It accepts what ``JSONReader`` accepts and nothing else, but does not say what is wrong with the rest. A caller
/// that meets a ``JSONFault`` has a ``JSONReader`` read the same bytes again, for the message.
///
/// All unsafe access to the bytes is here. It rests on one promise of whoever makes a cursor: at least
/// ``padding`` zeros follow the bytes in memory. No zero may stand in JSON, so every loop stops there by itself.
struct JSONCursor {
  /// How many zeros follow the bytes.
  static let padding = 64

  private let start: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var next: UnsafePointer<UInt8>

  /// - Parameters:
  ///   - start: The text; ``padding`` zeros must follow it in memory. It is not kept alive.
  ///   - count: Its length.
  ///   - offset: Where in it to begin.
  init(_ start: UnsafePointer<UInt8>, count: Int, at offset: Int) {
    self.start = start
    end = start + count
    next = start + min(max(offset, 0), count)
  }

  /// A cursor in the same text, elsewhere.
  init(_ other: JSONCursor, at offset: Int) {
    self.init(other.start, count: other.end - other.start, at: offset)
  }

  /// The offset of the next byte.
  var offset: Int { next - start }

  /// Whether all bytes are passed.
  var isAtEnd: Bool { next >= end }

  /// The next byte; 0 at the end.
  @inline(__always)
  var byte: UInt8 { next.pointee }

  /// The bytes from an offset to the next byte.
  func passed(from offset: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start + offset, count: max(self.offset - offset, 0))
  }

  // MARK: Structure

  @inline(__always)
  mutating func skipSpace() {
    while next.pointee <= 0x20 {
      switch next.pointee {
      case 0x20, 0x0A, 0x0D, 0x09: next += 1
      default: return
      }
    }
  }

  /// Passes a byte after any space, if it is the one; else stays before it.
  @inline(__always)
  mutating func pass(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next.pointee == UInt8(truncatingIfNeeded: byte.value) else { return false }
    next += 1
    return true
  }

  /// Passes a byte after any space, which must be the one.
  @inline(__always)
  mutating func expect(_ byte: Unicode.Scalar) throws(JSONFault) {
    guard pass(byte) else { throw JSONFault() }
  }

  /// After a value in an object or array: passes the comma and gives `true`, or the closing bracket and gives
  /// `false`.
  @inline(__always)
  mutating func passComma(orEnd end: Unicode.Scalar) throws(JSONFault) -> Bool {
    if pass(",") { return true }
    try expect(end)
    return false
  }

  // MARK: Values

  /// The digest of the next value, which is passed.
  ///
  /// - Parameter depth: How many objects and arrays it stands in.
  mutating func digest(depth: Int) throws(JSONFault) -> ValueDigest {
    skipSpace()
    switch next.pointee {
    case UInt8(ascii: "\""): return try digestOfText()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return ValueDigest(try number())
    case UInt8(ascii: "["): return try digestOfArray(depth: depth)
    case UInt8(ascii: "{"): return try digestOfObject(depth: depth)
    case UInt8(ascii: "t"): return try pass("true", as: .true)
    case UInt8(ascii: "f"): return try pass("false", as: .false)
    case UInt8(ascii: "n"): return try pass("null", as: .null)
    default: throw JSONFault()
    }
  }

  private mutating func digestOfArray(depth: Int) throws(JSONFault) -> ValueDigest {
    guard depth < JSONReader.maximumDepth else { throw JSONFault() }
    var digester = ValueDigest.ArrayDigester()
    try expect("[")
    if pass("]") { return digester.finish() }
    repeat {
      digester.add(try digest(depth: depth + 1))
    } while try passComma(orEnd: "]")
    return digester.finish()
  }

  private mutating func digestOfObject(depth: Int) throws(JSONFault) -> ValueDigest {
    var digester = ValueDigest.ObjectDigester()
    try members(depth: depth) { (cursor, name, _) throws(JSONFault) in
      digester.add(name, try cursor.digest(depth: depth + 1))
    }
    return digester.finish()
  }

  /// Passes an object.
  ///
  /// - Parameter member: Called before each value with the digest of its name and where the name stands, in
  ///   its quotation marks; passes the value.
  @inline(__always)
  mutating func members(
    depth: Int,
    _ member: (inout JSONCursor, ValueDigest, Range<Int>) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard depth < JSONReader.maximumDepth else { throw JSONFault() }
    try expect("{")
    if pass("}") { return }
    repeat {
      skipSpace()
      let start = offset
      let name = try digestOfText()
      let range = start..<offset
      try expect(":")
      try member(&self, name, range)
    } while try passComma(orEnd: "}")
  }

  /// Passes the next value.
  ///
  /// - Parameter depth: How many objects and arrays it stands in.
  mutating func skipValue(depth: Int) throws(JSONFault) {
    skipSpace()
    switch next.pointee {
    case UInt8(ascii: "\""): try skipText()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
    case UInt8(ascii: "["):
      guard depth < JSONReader.maximumDepth else { throw JSONFault() }
      next += 1
      if pass("]") { return }
      repeat { try skipValue(depth: depth + 1) } while try passComma(orEnd: "]")
    case UInt8(ascii: "{"):
      try members(depth: depth) { (cursor, _) throws(JSONFault) in try cursor.skipValue(depth: depth + 1) }
    default: _ = try word()
    }
  }

  /// Passes an object.
  ///
  /// - Parameter member: Called before each value with its name as it is spelt, without the quotation marks; passes
  ///   the value.
  @inline(__always)
  mutating func members(
    depth: Int,
    _ member: (inout JSONCursor, UnsafeBufferPointer<UInt8>) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard depth < JSONReader.maximumDepth else { throw JSONFault() }
    try expect("{")
    if pass("}") { return }
    repeat {
      skipSpace()
      let start = next + 1
      try skipText()
      let name = UnsafeBufferPointer(start: start, count: next - start - 1)
      try expect(":")
      try member(&self, name)
    } while try passComma(orEnd: "}")
  }

  /// The next value, which is passed.
  ///
  /// - Parameter depth: How many objects and arrays it stands in.
  @inline(__always)
  mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    skipSpace()
    switch next.pointee {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try jsonNumber()
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try container(depth: depth)
    default: return try word()
    }
  }

  @inline(never)
  private mutating func container(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < JSONReader.maximumDepth else { throw JSONFault() }
    if pass("{") {
      var object = JSONObject()
      if pass("}") { return .object(object) }
      repeat {
        skipSpace()
        let name = try string()
        try expect(":")
        object.append(name, try value(depth: depth + 1))
      } while try passComma(orEnd: "}")
      return .object(object)
    }
    var elements: [JSONValue] = []
    try expect("[")
    if pass("]") { return .array([]) }
    repeat { elements.append(try value(depth: depth + 1)) } while try passComma(orEnd: "]")
    return .array(elements)
  }

  /// `true`, `false` or `null`.
  private mutating func word() throws(JSONFault) -> JSONValue {
    switch next.pointee {
    case UInt8(ascii: "t"):
      try pass("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try pass("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try pass("null")
      return .null
    default: throw JSONFault()
    }
  }

  private mutating func pass(_ word: StaticString) throws(JSONFault) {
    // The padding lets a word be compared past the end.
    for place in 0..<word.utf8CodeUnitCount where next[place] != word.utf8Start[place] { throw JSONFault() }
    next += word.utf8CodeUnitCount
  }

  /// Passes the next number, however large it is.
  @inline(__always)
  mutating func skipNumber() throws(JSONFault) {
    var position = next.pointee == UInt8(ascii: "-") ? next + 1 : next
    let first = position
    while position.pointee &- UInt8(ascii: "0") < 10 { position += 1 }
    guard position > first, first.pointee != UInt8(ascii: "0") || position == first + 1 else {
      throw JSONFault()
    }
    if position.pointee == UInt8(ascii: ".") {
      position += 1
      let fraction = position
      while position.pointee &- UInt8(ascii: "0") < 10 { position += 1 }
      guard position > fraction else { throw fault(at: position) }
    }
    if position.pointee | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position.pointee == UInt8(ascii: "-") || position.pointee == UInt8(ascii: "+") { position += 1 }
      let exponent = position
      while position.pointee &- UInt8(ascii: "0") < 10 { position += 1 }
      guard position > exponent else { throw fault(at: position) }
    }
    next = position
  }

  /// A fault at a place, where a text that breaks off may go on in bytes to come.
  private mutating func fault(at position: UnsafePointer<UInt8>) -> JSONFault {
    next = min(position, end)
    return JSONFault()
  }

  /// A number as ``JSONReader/value()`` has it: whole only where it is written so, and fits.
  @inline(__always)
  private mutating func jsonNumber() throws(JSONFault) -> JSONValue {
    guard let (value, whole) = shortNumber() else { return try longJSONNumber() }
    return whole.map { .integer($0) } ?? .number(value)
  }

  @inline(never)
  private mutating func longJSONNumber() throws(JSONFault) -> JSONValue {
    let rest = UnsafeBufferPointer(start: next, count: end - next)
    let number = DecimalNumber(scanning: rest, from: 0, to: rest.count)
    guard number.isJSON, let whole = number.integer else { return .number(try longDouble()) }
    next += number.end
    return .integer(whole)
  }

  /// The next number as a `Double`.
  @inline(__always)
  mutating func double() throws(JSONFault) -> Double {
    if let (value, _) = shortNumber() { return value }
    return try longDouble()
  }

  @inline(never)
  private mutating func longDouble() throws(JSONFault) -> Double {
    let rest = UnsafeBufferPointer(start: next, count: end - next)
    let number = DecimalNumber(scanning: rest, from: 0, to: rest.count)
    guard number.isJSON else { throw fault(at: next + number.end) }
    let value = number.value(in: rest)
    guard value.isFinite else { throw JSONFault() }
    next += number.end
    return value
  }

  /// The next number, which is passed.
  ///
  /// Nearly all have a few digits and no exponent; those are read here, without looking back. The rest goes to
  /// ``DecimalNumber``.
  @inline(__always)
  mutating func number() throws(JSONFault) -> NumberValue {
    guard let (value, whole) = shortNumber() else { return try longNumber() }
    if let whole { return .integer(whole) }
    return NumberValue(small: value)
  }

  /// Passes a number of a few digits without exponent, and gives it, also as a whole number where it is written as
  /// one; stays before any other.
  @inline(__always)
  private mutating func shortNumber() -> (value: Double, whole: Int?)? {
    let isNegative = next.pointee == UInt8(ascii: "-")
    let first = isNegative ? next + 1 : next
    var position = first
    var digits: Int = 0
    while position.pointee &- UInt8(ascii: "0") < 10 {
      digits = digits &* 10 &+ Int(position.pointee &- UInt8(ascii: "0"))
      position += 1
    }
    let point = position
    if position.pointee == UInt8(ascii: ".") {
      position += 1
      while position.pointee &- UInt8(ascii: "0") < 10 {
        digits = digits &* 10 &+ Int(position.pointee &- UInt8(ascii: "0"))
        position += 1
      }
    }
    let decimals = position - point - 1
    // Fifteen digits are exact in a `Double`, and so is the power of ten that divides them.
    guard position - first <= 16, point > first, decimals != 0, position.pointee | 0x20 != UInt8(ascii: "e"),
      first.pointee != UInt8(ascii: "0") || point == first + 1
    else { return nil }
    next = position
    let magnitude = decimals < 0 ? Double(digits) : Double(digits) / DecimalNumber.powersOfTen[decimals]
    return (isNegative ? -magnitude : magnitude, decimals < 0 ? (isNegative ? -digits : digits) : nil)
  }

  @inline(never)
  private mutating func longNumber() throws(JSONFault) -> NumberValue {
    let rest = UnsafeBufferPointer(start: next, count: end - next)
    let number = DecimalNumber(scanning: rest, from: 0, to: rest.count)
    guard number.isJSON, let value = NumberValue(number, in: rest) else {
      // What breaks off at the end may go on in bytes to come.
      if number.end == rest.count { next = end }
      throw JSONFault()
    }
    next += number.end
    return value
  }

  private mutating func pass(_ word: StaticString, as value: ValueDigest) throws(JSONFault) -> ValueDigest {
    // The padding lets a word be compared past the end.
    for place in 0..<word.utf8CodeUnitCount where next[place] != word.utf8Start[place] { throw JSONFault() }
    next += word.utf8CodeUnitCount
    return value
  }

  // MARK: Texts

  /// The digest of the next text, which is passed.
  @inline(__always)
  mutating func digestOfText() throws(JSONFault) -> ValueDigest {
    guard next.pointee == UInt8(ascii: "\"") else { throw JSONFault() }
    var digester = ValueDigest.TextDigester()
    var position = next + 1
    var seen: UInt64 = 0
    while true {
      let word = Self.load(position)
      let stops = Self.stops(in: word)
      guard stops != 0 else {
        digester.add(word)
        seen |= word
        position += 8
        continue
      }
      let count = stops.trailingZeroBitCount / 8
      let last = word & ((1 << UInt64(8 * count)) &- 1)
      seen |= last
      position += count
      guard position.pointee == UInt8(ascii: "\"") else { return try digestOfEscapedText() }
      let text = UnsafeBufferPointer(start: next + 1, count: position - next - 1)
      if seen & Self.highs != 0 { try Self.check(text) }
      next = position + 1
      return digester.finish(last: last, count: text.count)
    }
  }

  @inline(never)
  private mutating func digestOfEscapedText() throws(JSONFault) -> ValueDigest {
    let text = try escapedText()
    return text.withUnsafeBufferPointer { ValueDigest(text: $0) }
  }

  /// Passes the next text, and tells whether it has escapes.
  @inline(__always)
  @discardableResult
  mutating func skipText() throws(JSONFault) -> Bool {
    guard next.pointee == UInt8(ascii: "\"") else { throw JSONFault() }
    var position = next + 1
    var seen: UInt64 = 0
    while true {
      let word = Self.load(position)
      let stops = Self.stops(in: word)
      guard stops != 0 else {
        seen |= word
        position += 8
        continue
      }
      let count = stops.trailingZeroBitCount / 8
      seen |= word & ((1 << UInt64(8 * count)) &- 1)
      position += count
      guard position.pointee == UInt8(ascii: "\"") else {
        _ = try escapedText()
        return true
      }
      if seen & Self.highs != 0 {
        try Self.check(UnsafeBufferPointer(start: next + 1, count: position - next - 1))
      }
      next = position + 1
      return false
    }
  }

  /// The next text, escapes resolved.
  @inline(__always)
  mutating func string() throws(JSONFault) -> String {
    let start = self
    guard try !skipText() else {
      self = start
      return String(decoding: try text(), as: UTF8.self)
    }
    return String(
      decoding: UnsafeBufferPointer(start: start.next + 1, count: next - start.next - 2),
      as: UTF8.self
    )
  }

  /// The next text in UTF-8, escapes resolved.
  mutating func text() throws(JSONFault) -> [UInt8] {
    guard next.pointee == UInt8(ascii: "\"") else { throw JSONFault() }
    return try escapedText()
  }

  private mutating func escapedText() throws(JSONFault) -> [UInt8] {
    var text: [UInt8] = []
    var position = next + 1
    while true {
      let run = position
      while Self.stops(in: Self.load(position)) == 0 { position += 8 }
      position += Self.stops(in: Self.load(position)).trailingZeroBitCount / 8
      guard position < end else {
        next = end
        throw JSONFault()
      }
      let plain = UnsafeBufferPointer(start: run, count: position - run)
      try Self.check(plain)
      text.append(contentsOf: plain)
      switch position.pointee {
      case UInt8(ascii: "\""):
        next = position + 1
        return text
      case UInt8(ascii: "\\"):
        guard let (scalar, length) = JSONEscape.scalar(at: position) else {
          next = position
          throw JSONFault()
        }
        text.append(contentsOf: String(scalar).utf8)
        position += length
      default:
        next = position
        throw JSONFault()
      }
    }
  }

  private static func check(_ text: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
    if UTF8Check.firstInvalidOffset(in: text, from: 0) != nil { throw JSONFault() }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes, the first in the lowest place.
  @inline(__always)
  private static func load(_ position: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
  }

  /// The high bit of the lowest byte that ends a text, escapes something or may not stand in one: a quotation
  /// mark, a backslash, or anything below 0x20. Bits above it may be set by its borrow; none is set below.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word)
      & highs
  }
}

/// Something is wrong with the text at the cursor, or it breaks off there.
struct JSONFault: Error {}
