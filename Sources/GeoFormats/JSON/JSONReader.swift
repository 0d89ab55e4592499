/// A pull parser for JSON, strict to RFC 8259: the caller asks for what it expects, in the order of the text.
///
/// ```swift
/// var reader = try JSONReader(bytes, file: "alerts.json")
/// try reader.beginArray()
/// while try reader.nextElement() {
///   try reader.beginObject()
///   while let key = try reader.nextKey() {
///     switch key {
///     case "km": kilometre = try reader.double()
///     default: try reader.skipValue()
///     }
///   }
/// }
/// try reader.finish()
/// ```
///
/// The input is UTF-8, with or without a byte order mark. Objects and arrays may be nested
/// ``maximumDepth`` deep. A lone surrogate in an escape is an error, since no text can hold it. Names that
/// occur twice in an object are passed on twice. Copying a reader keeps its place: a copy can read the same
/// part again.
///
/// After an error the reader's place is unspecified, but safe.
///
/// - Complexity: O(*n*) in all, without recursion. Little is allocated but the texts that are returned.
public struct JSONReader: Sendable {
  /// How deep objects and arrays may be nested.
  public static let maximumDepth = 512

  /// What comes next.
  public enum Kind: Hashable, Sendable {
    case object, array, string, number, bool, null
  }

  /// Where the reader stands in the grammar.
  private enum Expectation: Sendable {
    /// A value: at the root, after a name, or after ``nextElement()``.
    case value
    /// The first member or element, or the end: an object or array has just been opened.
    case first
    /// A comma or the end of the object or array: a value has just been read.
    case next
  }

  /// The whole input, which ``rawValue()`` gives ranges of.
  public let bytes: [UInt8]
  /// The name that errors print.
  public let file: String
  var offset: Int
  private var expectation = Expectation.value
  private var depth: Int
  /// The last place that was asked for; the next one is counted from there.
  private var place: TextPosition

  /// Checks that the input is UTF-8.
  ///
  /// - Parameter file: The name to print in errors.
  public init(_ bytes: [UInt8], file: String) throws(InputError) {
    try self.init(bytes, file: file, depth: 0)
  }

  /// As ``init(_:file:)`` for a part of a text that stands so many objects and arrays deep.
  init(_ bytes: [UInt8], file: String, depth: Int) throws(InputError) {
    self.bytes = bytes
    self.file = file
    self.depth = depth
    offset = bytes.starts(with: UTF8Check.byteOrderMark) ? UTF8Check.byteOrderMark.count : 0
    place = TextPosition(startingAt: offset)
    if let invalid = UTF8Check.firstInvalidOffset(in: bytes, from: offset) {
      place.advance(to: invalid, in: bytes)
      throw InputError(
        location: place.location(in: file),
        observed: "the byte 0x" + String(bytes[invalid], radix: 16, uppercase: true),
        expected: "text in UTF-8",
        hint: "save the file as UTF-8"
      )
    }
  }

  // MARK: Structure

  /// The kind of the value that comes next, which stays unread.
  public mutating func peek() throws(InputError) -> Kind {
    switch try startOfValue(expected: "a value") {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw error(expected: "a value")
    }
  }

  /// Enters an object. Follow it with ``nextKey()`` until that gives `nil`.
  public mutating func beginObject() throws(InputError) {
    try begin(UInt8(ascii: "{"), expected: "an object")
  }

  /// Enters an array. Follow it with ``nextElement()`` until that gives `false`.
  public mutating func beginArray() throws(InputError) {
    try begin(UInt8(ascii: "["), expected: "an array")
  }

  /// The next member's name, or `nil` at the end of the object, which is left. A name is followed by its
  /// value: read it or skip it.
  public mutating func nextKey() throws(InputError) -> String? {
    guard try nextItem(end: UInt8(ascii: "}"), expected: "a comma or }") else { return nil }
    let key = try stringText(expected: "a name in quotation marks")
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
      throw error(expected: "a colon after the name")
    }
    offset += 1
    expectation = .value
    return key
  }

  /// Whether another element follows; at the end of the array, which is then left, `false`. An element must
  /// be read or skipped.
  public mutating func nextElement() throws(InputError) -> Bool {
    guard try nextItem(end: UInt8(ascii: "]"), expected: "a comma or ]") else { return false }
    expectation = .value
    return true
  }

  /// Makes sure that nothing follows the root value.
  public mutating func finish() throws(InputError) {
    guard depth == 0, case .next = expectation else { throw error(expected: "a value") }
    skipSpace()
    guard offset == bytes.count else { throw error(expected: "the end of the file") }
  }

  private mutating func begin(_ bracket: UInt8, expected: String) throws(InputError) {
    guard try startOfValue(expected: expected) == bracket else { throw error(expected: expected) }
    guard depth < Self.maximumDepth else { throw depthError() }
    depth += 1
    offset += 1
    expectation = .first
  }

  /// Moves to the next item of an object or array, past the comma; `false` at its end, which is passed.
  private mutating func nextItem(end: UInt8, expected: String) throws(InputError) -> Bool {
    skipSpace()
    guard offset < bytes.count, depth > 0 else { throw error(expected: expected) }
    let byte = bytes[offset]
    switch expectation {
    case .value:
      throw error(expected: "a value")
    case .first:
      if byte != end { return true }
    case .next:
      if byte == UInt8(ascii: ",") {
        offset += 1
        skipSpace()
        // A closing bracket after a comma is what people slip in most.
        if offset < bytes.count, bytes[offset] == end {
          throw error(
            expected: end == UInt8(ascii: "]") ? "a value after the comma" : "a name after the comma"
          )
        }
        return true
      }
      guard byte == end else { throw error(expected: expected) }
    }
    offset += 1
    depth -= 1
    expectation = .next
    return false
  }

  // MARK: Values

  /// A string's text.
  public mutating func string() throws(InputError) -> String {
    _ = try startOfValue(expected: "a string")
    let text = try stringText(expected: "a string")
    expectation = .next
    return text
  }

  /// A string's text in UTF-8: a part of the input where it has no escapes, which costs no copy.
  public mutating func stringBytes() throws(InputError) -> ArraySlice<UInt8> {
    _ = try startOfValue(expected: "a string")
    let text = try stringBody(expected: "a string")
    expectation = .next
    return text
  }

  /// A number, correctly rounded.
  ///
  /// - Throws: Also where the number is beyond the largest `Double`.
  public mutating func double() throws(InputError) -> Double {
    let start = try startOfNumber(expected: "a number")
    var end = start
    let value = bytes.withUnsafeBufferPointer { bytes in
      let number = DecimalNumber(scanning: bytes, from: start, to: bytes.count)
      end = number.end
      return number.isJSON ? number.value(in: bytes) : .nan
    }
    guard value.isFinite else {
      if value.isInfinite {
        throw InputError(
          location: location(at: start),
          found: String(decoding: bytes[start..<end], as: UTF8.self),
          expected: "a number that is not beyond all measure"
        )
      }
      throw malformedNumber(at: start)
    }
    offset = end
    expectation = .next
    return value
  }

  /// A whole number, written without point and exponent.
  public mutating func integer() throws(InputError) -> Int {
    let start = try startOfNumber(expected: "a whole number")
    let number = bytes.withUnsafeBufferPointer { bytes in
      DecimalNumber(scanning: bytes, from: start, to: bytes.count)
    }
    guard number.isJSON else { throw malformedNumber(at: start) }
    guard let value = number.integer else {
      throw InputError(
        location: location(at: start),
        found: String(decoding: bytes[start..<number.end], as: UTF8.self),
        expected: "a whole number from \(Int.min) to \(Int.max)"
      )
    }
    offset = number.end
    expectation = .next
    return value
  }

  /// `true` or `false`.
  public mutating func bool() throws(InputError) -> Bool {
    switch try startOfValue(expected: "true or false") {
    case UInt8(ascii: "t"):
      try literal("true", expected: "true or false")
      return true
    case UInt8(ascii: "f"):
      try literal("false", expected: "true or false")
      return false
    default:
      throw error(expected: "true or false")
    }
  }

  /// `null`.
  public mutating func null() throws(InputError) {
    _ = try startOfValue(expected: "null")
    try literal("null", expected: "null")
  }

  /// Passes a `null`, or leaves anything else unread and gives `false`.
  public mutating func nextIsNull() throws(InputError) -> Bool {
    guard try startOfValue(expected: "a value") == UInt8(ascii: "n") else { return false }
    try literal("null", expected: "null")
    return true
  }

  /// Passes one value of any kind, checking its grammar as strictly as if it were read; only the size of
  /// numbers is not looked at.
  public mutating func skipValue() throws(InputError) {
    // Whether each object or array that was opened here is an object.
    var open: [Bool] = []
    while true {
      switch try peek() {
      case .object:
        try beginObject()
        open.append(true)
      case .array:
        try beginArray()
        open.append(false)
      case .string:
        try skipStringBody()
        expectation = .next
      case .number:
        try skipNumber()
      case .bool:
        _ = try bool()
      case .null:
        try null()
      }
      // On to the next value that is due, leaving whatever ends on the way.
      while true {
        guard let isObject = open.last else { return }
        if try isObject ? skipKey() : nextElement() { break }
        open.removeLast()
      }
    }
  }

  /// Passes one value of any kind and gives its place in ``bytes``, without the space around it.
  public mutating func rawValue() throws(InputError) -> Range<Int> {
    _ = try startOfValue(expected: "a value")
    let start = offset
    try skipValue()
    return start..<offset
  }

  /// One value of any kind.
  public mutating func value() throws(InputError) -> JSONValue {
    // The objects and arrays that are being filled, outermost first.
    var open: [Container] = []
    while true {
      var value: JSONValue
      switch try peek() {
      case .object:
        try beginObject()
        open.append(.object(JSONObject(), key: ""))
        value = .null
      case .array:
        try beginArray()
        open.append(.array([]))
        value = .null
      case .string: value = .string(try string())
      case .number: value = try number()
      case .bool: value = .bool(try bool())
      case .null:
        try null()
        value = .null
      }
      var isOpening = if case .first = expectation { true } else { false }
      // Hand the finished value to what it stands in; finish whatever ends with it.
      while true {
        guard let last = open.indices.last else { return value }
        if !isOpening { open[last].append(value) }
        isOpening = false
        if case .object = open[last] {
          if let key = try nextKey() {
            open[last].setKey(key)
            break
          }
        } else if try nextElement() {
          break
        }
        value = open.removeLast().value
      }
    }
  }

  private enum Container {
    case array([JSONValue])
    case object(JSONObject, key: String)

    mutating func append(_ value: JSONValue) {
      switch consume self {
      case .array(var elements):
        elements.append(value)
        self = .array(elements)
      case .object(var object, let key):
        object.append(key, value)
        self = .object(object, key: key)
      }
    }

    mutating func setKey(_ key: String) {
      switch consume self {
      case .array(let elements): self = .array(elements)
      case .object(let object, _): self = .object(object, key: key)
      }
    }

    var value: JSONValue {
      switch self {
      case .array(let elements): .array(elements)
      case .object(let object, _): .object(object)
      }
    }
  }

  private mutating func number() throws(InputError) -> JSONValue {
    let start = try startOfNumber(expected: "a number")
    let number = bytes.withUnsafeBufferPointer { bytes in
      DecimalNumber(scanning: bytes, from: start, to: bytes.count)
    }
    if number.isJSON, let integer = number.integer {
      offset = number.end
      expectation = .next
      return .integer(integer)
    }
    return .number(try double())
  }

  // MARK: Places

  /// Where the next thing in the input stands.
  ///
  /// - Complexity: O(distance from the last place that was asked for), so linear over a whole reading.
  public mutating func location() -> InputLocation {
    skipSpace()
    place.advance(to: offset, in: bytes)
    return place.location(in: file)
  }

  /// Where an offset in ``bytes`` stands in lines and columns.
  ///
  /// - Complexity: O(*n*); meant for errors.
  public func location(at offset: Int) -> InputLocation {
    var place = place
    if offset < place.offset {
      place = TextPosition(
        startingAt: bytes.starts(with: UTF8Check.byteOrderMark) ? UTF8Check.byteOrderMark.count : 0
      )
    }
    place.advance(to: offset, in: bytes)
    return place.location(in: file)
  }

  /// An error about what comes next in the input.
  ///
  /// - Parameter expected: What should have stood there, as a noun phrase.
  public func error(expected: String) -> InputError {
    var next = self
    next.skipSpace()
    return next.error(at: next.offset, expected: expected)
  }

  /// Moves to the next thing in the input and gives its offset.
  mutating func startOfNext() -> Int {
    skipSpace()
    return offset
  }

  /// As ``error(expected:)``, about the closing bracket that was just passed.
  func errorAtEnd(expected: String) -> InputError {
    error(at: max(offset - 1, 0), expected: expected)
  }

  func error(at offset: Int, expected: String) -> InputError {
    let location = location(at: offset)
    guard offset < bytes.count else {
      return InputError(location: location, observed: "the end of the file", expected: expected)
    }
    return InputError(location: location, found: token(at: offset), expected: expected)
  }

  private func depthError() -> InputError {
    InputError(
      location: location(at: offset),
      observed: "objects or arrays nested deeper than \(Self.maximumDepth)",
      expected: "at most \(Self.maximumDepth) levels"
    )
  }

  private func malformedNumber(at start: Int) -> InputError {
    InputError(
      location: location(at: start),
      found: token(at: start),
      expected: "a number",
      hint: "as 0, -12.5 or 1e-3"
    )
  }

  /// What stands at an offset, for a message: a whole word, number or string if it is short, else one character.
  private func token(at offset: Int) -> String {
    let rest = bytes[offset..<min(offset + 64, bytes.count)]
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), 0x80...0xFF:
        true
      default: false
      }
    }
    var end = offset
    if bytes[offset] == UInt8(ascii: "\""),
      let closing = rest.dropFirst().firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 < 0x20 }),
      bytes[closing] == UInt8(ascii: "\"")
    {
      end = closing + 1
    } else {
      end = rest.firstIndex { !isWord($0) } ?? rest.endIndex
    }
    if end == offset { end = min(offset + 1, bytes.count) }
    // The 64 bytes may end inside a character.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }

  // MARK: Lexing

  @inline(__always)
  private mutating func skipSpace() {
    bytes.withUnsafeBufferPointer { bytes in
      var index = offset
      while index < bytes.count {
        let byte = bytes[index]
        guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
        index += 1
      }
      offset = index
    }
  }

  /// Moves to the first byte of the value that is due and gives it.
  @inline(__always)
  private mutating func startOfValue(expected: String) throws(InputError) -> UInt8 {
    guard case .value = expectation else { throw error(expected: "a comma or the end before \(expected)") }
    skipSpace()
    guard offset < bytes.count else { throw error(at: offset, expected: expected) }
    return bytes[offset]
  }

  @inline(__always)
  private mutating func startOfNumber(expected: String) throws(InputError) -> Int {
    switch try startOfValue(expected: expected) {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return offset
    default: throw error(at: offset, expected: expected)
    }
  }

  private mutating func skipNumber() throws(InputError) {
    let start = offset
    let number = bytes.withUnsafeBufferPointer { bytes in
      DecimalNumber(scanning: bytes, from: start, to: bytes.count)
    }
    guard number.isJSON else { throw malformedNumber(at: start) }
    offset = number.end
    expectation = .next
  }

  private mutating func literal(_ word: StaticString, expected: String) throws(InputError) {
    let matches = word.withUTF8Buffer { word in
      bytes.count - offset >= word.count && bytes[offset..<(offset + word.count)].elementsEqual(word)
    }
    guard matches else { throw error(at: offset, expected: expected) }
    offset += word.utf8CodeUnitCount
    expectation = .next
  }

  /// As ``nextKey()`` without making a text of it; `false` at the end of the object.
  private mutating func skipKey() throws(InputError) -> Bool {
    guard try nextItem(end: UInt8(ascii: "}"), expected: "a comma or }") else { return false }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw error(expected: "a name in quotation marks")
    }
    try skipStringBody()
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
      throw error(expected: "a colon after the name")
    }
    offset += 1
    expectation = .value
    return true
  }

  /// Reads the string at ``offset``.
  private mutating func stringBody(expected: String) throws(InputError) -> ArraySlice<UInt8> {
    if let range = try plainString(expected: expected) { return bytes[range] }
    var text: [UInt8] = []
    try scanString { part in text.append(contentsOf: part) }
    return text[...]
  }

  /// Reads the string at ``offset``.
  private mutating func stringText(expected: String) throws(InputError) -> String {
    if let range = try plainString(expected: expected) {
      return bytes.withUnsafeBufferPointer { bytes in
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      }
    }
    return String(decoding: try stringBody(expected: expected), as: UTF8.self)
  }

  /// Passes the string at ``offset`` and gives the place of its text, or stays before a string with escapes
  /// or faults and gives `nil`.
  @inline(__always)
  private mutating func plainString(expected: String) throws(InputError) -> Range<Int>? {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw error(at: offset, expected: expected)
    }
    let start = offset + 1
    let end = endOfPlainText(from: start)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
    offset = end + 1
    return start..<end
  }

  private mutating func skipStringBody() throws(InputError) {
    if try plainString(expected: "a string") == nil { try scanString { _ in } }
  }

  /// The first byte from an offset on that ends a string, escapes something, or may not stand in a string;
  /// the end of the input if none. Eight bytes at a time.
  private func endOfPlainText(from start: Int) -> Int {
    bytes.withUnsafeBytes { raw in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      var index = start
      while raw.count - index >= 8 {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        // A byte's high bit is set where it is a quotation mark, a backslash, or below 0x20. Bytes above a
        // hit may be set by the borrow, never below: the lowest is right.
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let hits =
          ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word)
          & highs
        if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < raw.count {
        let byte = raw[index]
        if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
        index += 1
      }
      return index
    }
  }

  /// Reads the string at ``offset`` piece by piece, escapes resolved, and moves behind it.
  private mutating func scanString(_ append: (ArraySlice<UInt8>) -> Void) throws(InputError) {
    let opening = offset
    var index = opening + 1
    while true {
      let stop = endOfPlainText(from: index)
      append(bytes[index..<stop])
      guard stop < bytes.count else {
        throw InputError(
          location: location(at: opening),
          observed: "a string that never ends",
          expected: "a closing quotation mark"
        )
      }
      switch bytes[stop] {
      case UInt8(ascii: "\""):
        offset = stop + 1
        return
      case UInt8(ascii: "\\"):
        index = try escape(at: stop, append)
      default:
        throw InputError(
          location: location(at: stop),
          found: token(at: stop),
          expected: "no control character in a string",
          hint: "write it as an escape, as \\n or \\u0009"
        )
      }
    }
  }

  /// Resolves the escape at an offset and gives the offset behind it.
  private func escape(at start: Int, _ append: (ArraySlice<UInt8>) -> Void) throws(InputError) -> Int {
    guard start + 1 < bytes.count else { throw error(at: bytes.count, expected: "an escape") }
    let plain: UInt8
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): plain = UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): plain = UInt8(ascii: "\\")
    case UInt8(ascii: "/"): plain = UInt8(ascii: "/")
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"):
      var end = start + 6
      guard var code = codeUnit(at: start + 2) else { throw badEscape(at: start, length: 6) }
      if code & 0xFC00 == 0xD800 {
        guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "u"),
          let low = codeUnit(at: end + 2), low & 0xFC00 == 0xDC00
        else { throw badEscape(at: start, length: 6) }
        code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
        end += 6
      }
      // Only a low surrogate on its own is no scalar now.
      guard let scalar = Unicode.Scalar(code) else { throw badEscape(at: start, length: 6) }
      append(Array(String(scalar).utf8)[...])
      return end
    default:
      throw badEscape(at: start, length: 2)
    }
    append([plain])
    return start + 2
  }

  private func codeUnit(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var code: UInt32 = 0
    for byte in bytes[start..<(start + 4)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }

  private func badEscape(at start: Int, length: Int) -> InputError {
    let text = bytes[start..<min(start + length, bytes.count)]
    return InputError(
      location: location(at: start),
      found: String(decoding: text, as: UTF8.self),
      expected: length == 2
        ? "an escape such as \\n, \\\" or \\u00E1" : "four hexadecimal digits of a character"
    )
  }
}
