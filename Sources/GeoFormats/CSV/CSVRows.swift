/// Walks over the rows in a piece of a table. Nothing is allocated for a row.
///
/// A row with a fault is a row too: ``problem(in:)`` says what is wrong with it.
package struct CSVRows: ~Copyable {
  package let bytes: UnsafeBufferPointer<UInt8>
  private let grammar: CSVGrammar
  private let columnCount: Int
  private let delimiter: UInt8
  private var next = 0
  private var start = 0
  /// As many as the header has, and one more.
  private var fields: [CSVField]
  private var outcome = CSVGrammar.Outcome(
    end: 0,
    next: 0,
    lineBreaks: 0,
    fieldCount: 0,
    isComplete: true,
    fault: nil
  )
  /// The first byte at or after ``next`` that cannot be UTF-8; the end if none.
  private var invalid: Int
  private var isText = true
  /// How many lines came before the row, in the piece; after the last row, how many it has.
  package private(set) var linesBefore = 0

  /// - Parameter bytes: Whole rows, which live as long as this is used.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, of header: CSVHeader) {
    self.bytes = bytes
    delimiter = header.delimiter
    grammar = CSVGrammar(bytes, delimiter: header.delimiter)
    columnCount = header.names.count
    fields = Array(repeating: CSVField(start: 0, end: 0, quoting: .none), count: columnCount + 1)
    invalid = UTF8Check.firstInvalidOffset(in: bytes, from: 0) ?? bytes.count
  }

  /// Moves to the next row; `false` after the last.
  package mutating func advance() -> Bool {
    linesBefore += outcome.lineBreaks
    while next < bytes.count, bytes[next] == UInt8(ascii: "\n") || bytes[next] == UInt8(ascii: "\r") {
      if bytes[next] == UInt8(ascii: "\n") { linesBefore += 1 }
      next += 1
    }
    outcome.lineBreaks = 0
    guard next < bytes.count else { return false }
    start = next
    outcome = fields.withUnsafeMutableBufferPointer { grammar.scanRecord(from: start, into: $0) }
    next = outcome.next
    isText = true
    if invalid < next {
      isText = false
      invalid = UTF8Check.firstInvalidOffset(in: bytes, from: next) ?? bytes.count
    }
    isSound = isText && outcome.fault == nil && outcome.fieldCount == columnCount
    range = start..<outcome.end
    return true
  }

  /// Whether the row is one: text, with as many fields as the header, and no quotation mark astray.
  package private(set) var isSound = true

  /// Where the row stands in ``bytes``, without its line break.
  package private(set) var range = 0..<0

  /// Where a field stands in ``bytes``, without its quotation marks; those inside may be doubled.
  package func range(of column: Int) -> Range<Int> { fields[column].start..<fields[column].end }

  /// Whether quotation marks in a field are doubled, so that it is not what it says.
  package func hasDoubledQuotes(_ column: Int) -> Bool { fields[column].quoting == .quotedWithDoubles }

  /// What a field says.
  package func content(_ column: Int) -> [UInt8] { CSVField.content(of: fields[column], in: bytes) }

  /// The number in a field, spaces around it not counted; not-a-number where there is none.
  package func number(_ column: Int) -> Double {
    let field = fields[column]
    var (start, end) = (field.start, field.end)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return DecimalNumber.plainValue(bytes, from: start, to: end)
  }

  /// Whether a field is a number that can stand in JSON as it is.
  package func isJSONNumber(_ column: Int) -> Bool {
    let field = fields[column]
    let number = DecimalNumber(scanning: bytes, from: field.start, to: field.end)
    return number.end == field.end && number.isJSON
  }

  /// Appends the position in two fields as the coordinates of a point: degrees with at most seven decimals, as
  /// ``FeatureCollectionWriter`` writes them.
  package static func append(longitude: Double, latitude: Double, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    DecimalText.append(longitude, decimals: FeatureCollectionWriter.decimals, to: &json)
    json.append(UInt8(ascii: ","))
    DecimalText.append(latitude, decimals: FeatureCollectionWriter.decimals, to: &json)
    json.append(UInt8(ascii: "]"))
  }

  /// Appends a field's text as a JSON string.
  package func appendText(_ column: Int, to json: inout [UInt8]) {
    guard !hasDoubledQuotes(column) else {
      content(column).withUnsafeBufferPointer { JSONText.append($0, to: &json) }
      return
    }
    JSONText.append(UnsafeBufferPointer(rebasing: bytes[range(of: column)]), to: &json)
  }

  /// Whether a field holds nothing but spaces.
  package func isEmpty(_ column: Int) -> Bool {
    bytes[range(of: column)].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  /// What is wrong with a row that is not sound. The line counts from the piece's first.
  package func problem(in file: String) -> InputError? {
    if !isText {
      let place = UTF8Check.firstInvalidOffset(in: bytes, from: start) ?? start
      return InputError(
        location: location(of: place, in: file),
        observed: "the byte 0x" + String(bytes[min(place, bytes.count - 1)], radix: 16, uppercase: true),
        expected: "text in UTF-8",
        hint: "save the file as UTF-8"
      )
    }
    if let fault = outcome.fault {
      let message = fault.message
      let location = location(of: message.offset, in: file)
      guard let observed = message.observed else {
        let character = String(decoding: bytes[message.offset...].prefix(4), as: UTF8.self).unicodeScalars
          .first
        return InputError(
          location: location,
          found: character.map { String($0) } ?? "",
          expected: message.expected,
          hint: message.hint
        )
      }
      return InputError(
        location: location,
        observed: observed,
        expected: message.expected,
        hint: message.hint
      )
    }
    let count = outcome.fieldCount
    guard count != columnCount else { return nil }
    return InputError(
      location: location(of: count > columnCount ? fields[columnCount].outerStart : outcome.end, in: file),
      observed: count == 1 ? "1 field" : "\(count) fields",
      expected: columnCount == 1 ? "1 field, as in the header" : "\(columnCount) fields, as in the header",
      hint: count > columnCount ? "a field with a comma in it stands in quotation marks" : nil
    )
  }

  /// An error about a field. The line counts from the piece's first.
  package func error(_ column: Int, in file: String, expected: String, hint: String? = nil) -> InputError {
    InputError(
      location: location(of: fields[column].outerStart, in: file),
      found: String(decoding: content(column), as: UTF8.self),
      expected: expected,
      hint: hint
    )
  }

  private func location(of offset: Int, in file: String) -> InputLocation {
    var (line, column) = (linesBefore + 1, 1)
    for byte in bytes[start..<max(offset, start)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return InputLocation(file: file, line: line, column: column)
  }
}
