/// Writes single cells of tables in CSV.
package enum CSVCell {
  /// Appends a cell, in quotation marks where it must be; what a spreadsheet would run as a formula gets an
  /// apostrophe in front (see ``CSVWriter``).
  package static func append(
    _ cell: String,
    delimiter: UInt8 = UInt8(ascii: ","),
    to bytes: inout [UInt8]
  ) {
    write(cell, delimiter: delimiter, to: &bytes)
  }

  /// As ``append(_:delimiter:to:)``.
  package static func append(
    _ cell: String,
    delimiter: UInt8 = UInt8(ascii: ","),
    to bytes: inout ByteBuffer
  ) {
    write(cell, delimiter: delimiter, to: &bytes)
  }

  @inline(__always)
  private static func write(_ cell: String, delimiter: UInt8, to bytes: inout some TextSink & ~Copyable) {
    var cell = cell
    cell.withUTF8 { text in
      let isFormula = SpreadsheetFormula.isFormula(text, from: 0, to: text.count)
      let needsQuotes = text.contains { byte in
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      for byte in text {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        if byte == 0 {
          for byte in "\u{FFFD}".utf8 { bytes.append(byte) }
        } else {
          bytes.append(byte)
        }
      }
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }
  }
}
