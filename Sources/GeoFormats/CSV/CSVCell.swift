/// Writes single cells of tables in CSV.
package enum CSVCell {
  /// Appends a cell, in quotation marks where it must be; what a spreadsheet would run as a formula gets an
  /// apostrophe in front (see ``CSVWriter``).
  package static func append(
    _ cell: String,
    delimiter: UInt8 = UInt8(ascii: ","),
    to bytes: inout [UInt8]
  ) {
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
          bytes.append(contentsOf: "\u{FFFD}".utf8)
        } else {
          bytes.append(byte)
        }
      }
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }
  }
}
