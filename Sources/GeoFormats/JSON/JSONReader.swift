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
  enum Expectation: Sendable {
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
  var expectation = Expectation.value
  private var depth: Int
  /// The last place that was asked for; the next one is counted from there.
  var place: TextPosition

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
    try passColon()
    return key
  }

  private mutating func passColon() throws(InputError) {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
      throw error(expected: "a colon after the name")
    }
    offset += 1
    expectation = .value
  }

  /// As ``nextKey()`` without making a text of it; `false` at the end of the object.
  mutating func skipKey() throws(InputError) -> Bool {
    guard try nextItem(end: UInt8(ascii: "}"), expected: "a comma or }") else { return false }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw error(expected: "a name in quotation marks")
    }
    try skipStringBody()
    try passColon()
    return true
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

  // MARK: Lexing

  @inline(__always)
  mutating func skipSpace() {
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
  mutating func startOfValue(expected: String) throws(InputError) -> UInt8 {
    guard case .value = expectation else { throw error(expected: "a comma or the end before \(expected)") }
    skipSpace()
    guard offset < bytes.count else { throw error(at: offset, expected: expected) }
    return bytes[offset]
  }

  @inline(__always)
  mutating func startOfNumber(expected: String) throws(InputError) -> Int {
    switch try startOfValue(expected: expected) {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return offset
    default: throw error(at: offset, expected: expected)
    }
  }

  mutating func skipNumber() throws(InputError) {
    let start = offset
    let number = bytes.withUnsafeBufferPointer { bytes in
      DecimalNumber(scanning: bytes, from: start, to: bytes.count)
    }
    guard number.isJSON else { throw malformedNumber(at: start) }
    offset = number.end
    expectation = .next
  }

  mutating func literal(_ word: StaticString, expected: String) throws(InputError) {
    let matches = word.withUTF8Buffer { word in
      bytes.count - offset >= word.count && bytes[offset..<(offset + word.count)].elementsEqual(word)
    }
    guard matches else { throw error(at: offset, expected: expected) }
    offset += word.utf8CodeUnitCount
    expectation = .next
  }
}
