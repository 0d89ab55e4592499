/// Writes a table in CSV (RFC 4180), in UTF-8 and with LF line ends; with a byte order mark only where one is asked
/// for.
///
/// The header and every row have all columns in the order of `Column.allCases`. Fields are quoted only where
/// they must be.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets show as
/// text: one that starts with `=`, `@`, a tab or a carriage return, or with `+` or `-` followed by something
/// that is not a number. The apostrophe is part of what was written: ``CSVReader`` gives it back. A NUL, which
/// no table can hold, becomes U+FFFD.
public struct CSVWriter<Column: CSVColumn>: Sendable {
  /// The table so far, less what was taken.
  public private(set) var bytes: [UInt8] = []

  /// Makes a table that holds the header.
  ///
  /// - Parameter isForSpreadsheets: Whether a byte order mark goes first. Excel takes a file without one for the
  ///   code page of the machine and garbles every letter beyond ASCII; programs that read bytes may take the mark
  ///   for a part of the first column's name.
  public init(isForSpreadsheets: Bool = false) {
    if isForSpreadsheets { bytes += UTF8Check.byteOrderMark }
    appendRecord(Column.allCases.map(\.rawValue))
  }

  /// Hands over what was written since the last time, so that a long table need not be held whole.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll() }
    return bytes
  }

  /// Appends a row.
  ///
  /// - Parameter cell: Called once for each column, in order. A `switch` over the column lets the compiler
  ///   check that none is forgotten.
  public mutating func write<Failure: Error>(
    _ cell: (Column) throws(Failure) -> String
  ) throws(Failure) {
    var cells: [String] = []
    cells.reserveCapacity(Column.allCases.count)
    for column in Column.allCases { cells.append(try cell(column)) }
    appendRecord(cells)
  }

  /// Appends a row; columns without an entry stay empty.
  public mutating func write(_ cells: [Column: String]) {
    write { cells[$0] ?? "" }
  }

  /// Appends a row whose first cells are written already, as cells of a table; the others are numbers.
  ///
  /// - Parameters:
  ///   - spelt: The cells, one or several with their commas in each part.
  ///   - numbers: One for each column behind them.
  package mutating func write(spelt: [[UInt8]], numbers: [Int]) {
    for part in spelt {
      bytes.append(contentsOf: part)
      bytes.append(UInt8(ascii: ","))
    }
    for number in numbers {
      DecimalText.append(number, to: &bytes)
      bytes.append(UInt8(ascii: ","))
    }
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
  }

  private mutating func appendRecord(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVCell.append(cell, to: &bytes)
    }
    // A line with nothing on it would read as a blank line.
    if cells == [""] { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(UInt8(ascii: "\n"))
  }
}
