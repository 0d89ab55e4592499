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
    fields.removeAll(keepingCapacity: true)
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
    case .unterminated(let offset):
      throw InputError(
        location: record.location(ofOffset: offset),
        observed: "a quoted field that never ends",
        expected: "a closing quotation mark"
      )
    case .strayQuote(let offset):
      throw InputError(
        location: record.location(ofOffset: offset),
        observed: "a quotation mark inside a field without quotation marks",
        expected: "a comma or the end of the line",
        hint: "put the whole field in quotation marks and double those inside"
      )
    case .afterQuote(let offset):
      throw InputError(
        location: record.location(ofOffset: offset),
        found: record.scalar(at: offset),
        expected: "a comma or the end of the line after a closing quotation mark",
        hint: "double the quotation marks inside a field"
      )
    case .strayReturn(let offset):
      throw InputError(
        location: record.location(ofOffset: offset),
        found: "\r",
        expected: "a line break as LF or CR LF"
      )
    }
  }

  private enum Fault {
    case formula(Int)
    case unterminated(Int)
    case strayQuote(Int)
    case afterQuote(Int)
    case strayReturn(Int)
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
      let count = bytes.count
      var index = position
      var fault: Fault?
      while true {
        // At the start of a field.
        var field = CSVField(start: index, end: index, quoting: .none)
        if index < count, bytes[index] == UInt8(ascii: "\"") {
          let opening = index
          field.quoting = .quoted
          field.start = index + 1
          index += 1
          while true {
            while index < count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\n") {
              index += 1
            }
            guard index < count else {
              position = count
              return (count, .unterminated(opening))
            }
            if bytes[index] == UInt8(ascii: "\n") {
              line += 1
              index += 1
            } else if index + 1 < count, bytes[index + 1] == UInt8(ascii: "\"") {
              field.quoting = .quotedWithDoubles
              index += 2
            } else {
              break
            }
          }
          field.end = index
          index += 1
        } else {
          // One comparison lets every letter and digit pass.
          while index < count {
            let byte = bytes[index]
            if byte <= UInt8(ascii: ","),
              byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\"")
                || byte == UInt8(ascii: "\r")
            {
              break
            }
            index += 1
          }
          field.end = index
        }
        fields.append(field)
        if fault == nil, SpreadsheetFormula.isFormula(bytes, from: field.start, to: field.end) {
          fault = .formula(fields.count - 1)
        }
        guard index < count else {
          position = count
          return (index, fault)
        }
        switch bytes[index] {
        case UInt8(ascii: ","):
          index += 1
          continue
        case UInt8(ascii: "\n"):
          position = index + 1
          line += 1
          return (index, fault)
        case UInt8(ascii: "\r") where index + 1 < count && bytes[index + 1] == UInt8(ascii: "\n"):
          position = index + 2
          line += 1
          return (index, fault)
        case UInt8(ascii: "\r") where index + 1 == count:
          position = count
          return (index, fault)
        default:
          break
        }
        // Something that cannot follow: the record is given up to the end of this line.
        let place = index
        while index < count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        position = min(index + 1, count)
        if index < count { line += 1 }
        if let fault { return (index, fault) }
        if field.quoting != .none { return (index, .afterQuote(place)) }
        return (index, bytes[place] == UInt8(ascii: "\r") ? .strayReturn(place) : .strayQuote(place))
      }
    }
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
