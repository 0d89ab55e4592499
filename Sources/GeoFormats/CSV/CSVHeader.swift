/// The first record of a table whose columns are not known beforehand.
public struct CSVHeader: Hashable, Sendable {
  /// The names of the columns, in order.
  public let names: [String]
  /// What stands between fields: a comma, a semicolon or a tab, whichever the first line has most of.
  public let delimiter: UInt8
  /// The record as it stands in the file, without its line break.
  package let text: [UInt8]
  /// How many bytes come before the first row, blank lines among them, and how many line breaks are in them.
  package let length: Int
  package let lineBreaks: Int

  /// Reads the beginning of a table.
  ///
  /// - Parameter file: The name to print in errors.
  /// - Throws: Where there is nothing, or the first record is none, or has a name twice.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(InputError) {
    var start = 0
    var blanks = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "\n") || bytes[start] == UInt8(ascii: "\r") {
      if bytes[start] == UInt8(ascii: "\n") { blanks += 1 }
      start += 1
    }
    let location = InputLocation(file: file, line: blanks + 1)
    guard start < bytes.count else {
      throw InputError(
        location: location,
        observed: "an empty file",
        expected: "a line with names of columns"
      )
    }
    if let invalid = UTF8Check.firstInvalidOffset(in: Array(bytes[start...].prefix(1 << 16)), from: 0),
      !bytes[start..<start + invalid].contains(UInt8(ascii: "\n"))
    {
      throw InputError(
        location: location,
        observed: "the byte 0x" + String(bytes[start + invalid], radix: 16, uppercase: true),
        expected: "text in UTF-8",
        hint: "save the file as UTF-8"
      )
    }
    let delimiter = Self.delimiter(of: bytes[start...].prefix { $0 != UInt8(ascii: "\n") })
    var fields: [CSVField] = []
    let outcome = CSVGrammar(bytes, delimiter: delimiter).scanRecord(from: start, into: &fields)
    if let fault = outcome.fault {
      throw InputError(
        location: location,
        observed: fault.message.observed ?? "something behind a closing quotation mark",
        expected: fault.message.expected,
        hint: fault.message.hint
      )
    }
    names = fields.map { String(decoding: CSVField.content(of: $0, in: bytes), as: UTF8.self) }
    self.delimiter = delimiter
    text = Array(bytes[start..<outcome.end])
    length = outcome.next
    lineBreaks = blanks + outcome.lineBreaks
    var seen: Set<String> = []
    for name in names where !name.isEmpty && !seen.insert(name).inserted {
      throw InputError(location: location, found: name, expected: "each column once")
    }
  }

  private static func delimiter(of line: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}

extension CSVField {
  /// What a field says: its bytes, quotation marks that are written twice taken once.
  static func content(of field: CSVField, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let text = bytes[field.start..<field.end]
    guard field.quoting == .quotedWithDoubles else { return Array(text) }
    var content: [UInt8] = []
    content.reserveCapacity(text.count)
    var isSecond = false
    for byte in text {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { content.append(byte) }
    }
    return content
  }
}

extension CSVHeader {
  /// The offset behind the last complete row, of those that begin at the first byte; `nil` where none ends.
  package func endOfLastRow(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    CSVGrammar(bytes, delimiter: delimiter).endOfLastRecord()
  }
}
