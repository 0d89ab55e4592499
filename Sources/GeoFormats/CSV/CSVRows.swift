/// Walks over the rows in a piece of a table. Nothing is allocated for a row.
///
/// A row with a fault is a row too: ``problem(in:)`` says what is wrong with it.
package struct CSVRows: ~Copyable {
  package let bytes: UnsafeBufferPointer<UInt8>
  private let grammar: CSVGrammar
  private let columnCount: Int
  private let delimiter: UInt8
  private var marks: CSVMarks
  private var next = 0
  private var start = 0
  private var end = 0
  private var lineBreaks = 0
  /// The fields of the row. Handed on by itself, because it is small.
  package let fields: CSVFields
  private var fieldCount = 0
  private var fault: CSVGrammar.Fault?
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
    // One more than the header has, to tell where a row has too many.
    fields = CSVFields(of: bytes, count: columnCount + 1)
    // A row of plain fields ends each of them with a mark, and the last perhaps with two.
    marks = CSVMarks(bytes, delimiter: header.delimiter, most: columnCount + 1)
    invalid = UTF8Check.firstInvalidOffset(in: bytes, from: 0) ?? bytes.count
  }

  deinit { fields.places.deallocate() }

  /// Moves to the next row; `false` after the last.
  package mutating func advance() -> Bool {
    linesBefore += lineBreaks
    lineBreaks = 0
    if next < bytes.count, isLineBreak(bytes[next]) { skipBlankLines() }
    guard next < bytes.count else { return false }
    start = next
    if !takePlainRow() { takeRow() }
    isText = true
    if invalid < next {
      isText = false
      invalid = UTF8Check.firstInvalidOffset(in: bytes, from: next) ?? bytes.count
    }
    isSound = isText && fault == nil && fieldCount == columnCount
    range = start..<end
    return true
  }

  /// Takes the row where it has as many fields as the header and no quotation mark, and ends with its line.
  @inline(__always)
  private mutating func takePlainRow() -> Bool {
    let known = marks.known(atLeast: columnCount + 1)
    guard known >= columnCount else { return false }
    var place = start
    var differences: UInt8 = 0
    for column in 0..<columnCount - 1 {
      let end = marks[column]
      fields.places[column] = CSVField(start: place, end: end, quoting: .none)
      differences |= bytes[end] ^ delimiter
      place = end + 1
    }
    let end = marks[columnCount - 1]
    fields.places[columnCount - 1] = CSVField(start: place, end: end, quoting: .none)
    guard differences == 0 else { return false }
    if bytes[end] == UInt8(ascii: "\n") {
      next = end + 1
      marks.pass(columnCount)
    } else if bytes[end] == UInt8(ascii: "\r"), known > columnCount, marks[columnCount] == end + 1,
      bytes[end + 1] == UInt8(ascii: "\n")
    {
      next = end + 2
      marks.pass(columnCount + 1)
    } else {
      return false
    }
    self.end = end
    lineBreaks = 1
    fieldCount = columnCount
    fault = nil
    return true
  }

  /// Takes any row, looking at each byte.
  private mutating func takeRow() {
    let outcome = grammar.scanRecord(from: start, into: fields.places)
    (end, next, lineBreaks) = (outcome.end, outcome.next, outcome.lineBreaks)
    (fieldCount, fault) = (outcome.fieldCount, outcome.fault)
    marks.pass(before: next)
  }

  private mutating func skipBlankLines() {
    while next < bytes.count, isLineBreak(bytes[next]) {
      if bytes[next] == UInt8(ascii: "\n") { linesBefore += 1 }
      next += 1
    }
    marks.pass(before: next)
  }

  @inline(__always)
  private func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Whether the row is one: text, with as many fields as the header, and no quotation mark astray.
  package private(set) var isSound = true

  /// Where the row stands in ``bytes``, without its line break.
  package private(set) var range = 0..<0

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
    if let fault {
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
    let count = fieldCount
    guard count != columnCount else { return nil }
    return InputError(
      location: location(of: count > columnCount ? fields.places[columnCount].outerStart : end, in: file),
      observed: count == 1 ? "1 field" : "\(count) fields",
      expected: columnCount == 1 ? "1 field, as in the header" : "\(columnCount) fields, as in the header",
      hint: count > columnCount ? "a field with a comma in it stands in quotation marks" : nil
    )
  }

  /// An error about a field. The line counts from the piece's first.
  package func error(_ column: Int, in file: String, expected: String, hint: String? = nil) -> InputError {
    InputError(
      location: location(of: fields.places[column].outerStart, in: file),
      found: String(decoding: fields.content(column), as: UTF8.self),
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
