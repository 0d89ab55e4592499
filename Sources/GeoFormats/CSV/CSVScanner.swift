/// Splits the bytes of a table into records, without knowing its columns.
@usableFromInline
struct CSVScanner: Sendable {
  let source: CSVSource
  private var position: Int
  /// Where ``position`` is, in lines.
  private var line: Int
  /// The first byte at or after ``position`` that may not occur at all: not UTF-8, or NUL. The end if none.
  private var forbidden: Int
  /// The fields of the last record. Reused from record to record unless somebody kept one.
  private var fields: [CSVField] = []

  init(_ bytes: [UInt8], file: String) {
    source = CSVSource(bytes: bytes, file: file)
    position = bytes.starts(with: UTF8Check.byteOrderMark) ? UTF8Check.byteOrderMark.count : 0
    line = 1
    forbidden = Self.firstForbidden(in: bytes, from: position)
  }

  var file: String { source.file }

  /// The next record that has at least one character, or `nil` at the end.
  ///
  /// After an error the scanner stands behind the faulty record (behind the line of the fault, where
  /// quotation marks are the fault), so reading can go on.
  mutating func next() throws(InputError) -> CSVRecord? {
    skipBlankLines()
    let start = position
    guard start < source.bytes.count else { return nil }
    let startLine = line
    let outcome = scan()
    // Whatever else is wrong with the record, bytes that are no text are the root of it.
    if forbidden < position {
      let offset = forbidden
      forbidden = Self.firstForbidden(in: source.bytes, from: position)
      throw forbiddenByte(at: offset, start: start, line: startLine)
    }
    let record = CSVRecord(source: source, fields: fields, start: start, end: outcome.end, line: startLine)
    switch outcome.fault {
    case nil:
      return record
    case .formula(let index):
      throw record.error(
        at: index,
        expected: "a plain value, not a spreadsheet formula",
        hint: "spreadsheets run cells that start with =, +, -, @, a tab or a carriage return"
      )
    case .grammar(let fault):
      throw record.error(fault)
    }
  }

  private mutating func skipBlankLines() {
    let bytes = source.bytes
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") {
        position += 1
      } else if bytes[position] == UInt8(ascii: "\r"), position + 1 == bytes.count {
        position += 1
      } else if bytes[position] == UInt8(ascii: "\r"), bytes[position + 1] == UInt8(ascii: "\n") {
        position += 2
      } else {
        return
      }
      line += 1
    }
  }

  /// Reads one record from ``position`` on and moves behind it. `end` is where its last field ends.
  private mutating func scan() -> (end: Int, fault: Fault?) {
    source.bytes.withUnsafeBufferPointer { bytes in
      let outcome = CSVGrammar(bytes).scanRecord(from: position, into: &fields)
      line += outcome.lineBreaks
      position = outcome.next
      var fault = outcome.fault.map { Fault.grammar($0) }
      if case .unterminated? = outcome.fault {
        position = bytes.count
      } else if let index = fields.firstIndex(where: {
        SpreadsheetFormula.isFormula(bytes, from: $0.start, to: $0.end)
      }) {
        fault = .formula(index)
      }
      return (outcome.end, fault)
    }
  }

  private enum Fault {
    case formula(Int)
    case grammar(CSVGrammar.Fault)
  }

  private func forbiddenByte(at offset: Int, start: Int, line: Int) -> InputError {
    var place = TextPosition(startingAt: start)
    place.advance(to: offset, in: source.bytes)
    let location = InputLocation(
      file: file,
      line: line + place.line - 1,
      column: place.column
    )
    let byte = source.bytes[offset]
    if byte == 0 {
      return InputError(location: location, observed: "a NUL byte", expected: "text")
    }
    return InputError(
      location: location,
      observed: "the byte 0x" + String(byte, radix: 16, uppercase: true),
      expected: "text in UTF-8",
      hint: "save the file as UTF-8"
    )
  }

  private static func firstForbidden(in bytes: [UInt8], from start: Int) -> Int {
    let invalid = UTF8Check.firstInvalidOffset(in: bytes, from: start) ?? bytes.count
    return bytes[start..<invalid].firstIndex(of: 0) ?? invalid
  }
}
