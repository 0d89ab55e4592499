/// Writes JSON (RFC 8259) piece by piece, compact, the same bytes for the same calls.
///
/// Commas and colons come by themselves. That names, values and brackets are called for in an order that
/// makes sense is the caller's part.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.key("km")
/// writer.double(262.5, decimals: 3)
/// writer.endObject()      // {"km":262.5}
/// ```
public struct JSONWriter: Sendable {
  /// What was written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var needsLineBreak = false

  /// Makes a writer that has written nothing.
  public init() {}

  /// Makes a writer that goes on in an array that another one began.
  ///
  /// - Parameter hasElements: Whether the array holds something already.
  public init(continuing hasElements: Bool) { needsComma = hasElements }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a member's name; its value comes next.
  public mutating func key(_ key: String) {
    separate()
    appendQuoted(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string. Quotation marks, backslashes and control characters are escaped, nothing else.
  public mutating func string(_ text: String) {
    separate()
    appendQuoted(text)
    needsComma = true
  }

  public mutating func integer(_ value: Int) {
    separate()
    DecimalText.append(value, to: &bytes)
    needsComma = true
  }

  /// Writes the shortest number that reads back as the same value, always with a point or an exponent, so
  /// that a column of numbers never looks whole by chance. Negative zero is written as zero; what JSON has no
  /// number for (infinities, not-a-number) as null.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    DecimalText.appendShortest(value, to: &bytes)
    needsComma = true
  }

  /// Writes a number rounded to at most so many decimals, trailing zeros cut; never `-0`. What JSON has no
  /// number for is written as null.
  ///
  /// - Parameter decimals: 0 through 15; 7 are a centimetre in degrees.
  public mutating func double(_ value: Double, decimals: Int) {
    guard value.isFinite else { return null() }
    separate()
    DecimalText.append(value, decimals: decimals, to: &bytes)
    needsComma = true
  }

  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Writes any value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .number(let value): double(value)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members): object(members)
    }
  }

  /// Writes a value that stands written already, as it is.
  mutating func written(_ value: ArraySlice<UInt8>) {
    separate()
    bytes += value
    needsComma = true
  }

  /// Writes an object with its members in order.
  public mutating func object(_ members: JSONObject) {
    beginObject()
    for (key, value) in members {
      self.key(key)
      self.value(value)
    }
    endObject()
  }

  /// Writes a member's name as it is spelt in JSON already, in its quotation marks; its value comes next.
  public mutating func key(spelt name: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a value as it is spelt in JSON already, less the space between its parts.
  ///
  /// - Parameter text: One sound value.
  public mutating func value(spelt text: ArraySlice<UInt8>) {
    separate()
    var rest = text
    while let quote = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 <= 0x20 }) {
      bytes.append(contentsOf: rest[..<quote])
      rest = rest[quote...]
      var end = quote + 1
      if rest.first == UInt8(ascii: "\"") {
        while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
          end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        end = min(end + 1, rest.endIndex)
        bytes.append(contentsOf: rest[..<end])
      }
      rest = rest[end...]
    }
    bytes.append(contentsOf: rest)
    needsComma = true
  }

  /// Starts a new line before whatever is written next, after the comma where one is due. For files that
  /// people compare line by line.
  public mutating func lineBreak() {
    needsLineBreak = true
  }

  /// Ends the text with a line break and hands it over.
  consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Makes room for a text of a length that is known beforehand.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    breakLine()
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func breakLine() {
    if needsLineBreak { bytes.append(UInt8(ascii: "\n")) }
    needsLineBreak = false
  }

  private mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { JSONText.append($0, to: &bytes) }
  }
}
