/// Tells the cells that a spreadsheet would run as a formula from plain values.
///
/// Spreadsheets take `=`, `+`, `-` or `@` at the start of a cell for a formula, some also after a tab or a
/// carriage return, and a formula can send the sheet's contents elsewhere ("CSV injection"). A signed number
/// is harmless, and so is a sign on its own, which many tables use for "none".
enum SpreadsheetFormula {
  @inline(__always)
  static func isFormula(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    // All that matter come before the letters, which decides most cells at once.
    let first = bytes[start]
    guard first <= UInt8(ascii: "@") else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard end - start > 1 else { return false }
      return !isNumberList(bytes, from: start, to: end)
    default:
      return false
    }
  }

  /// Whether the bytes are numbers with commas, semicolons or spaces between them, as coordinates are: none of
  /// these makes a formula of them.
  private static func isNumberList(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool
  {
    var position = start
    while position < end {
      let number = DecimalNumber(scanning: bytes, from: position, to: end)
      guard number.isPlain, number.end > position else { return false }
      position = number.end
      let separators = position
      while position < end,
        bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: ";")
          || bytes[position] == UInt8(ascii: " ")
      {
        position += 1
      }
      // A sign right after a number would be a sum.
      guard position > separators || position == end else { return false }
    }
    return true
  }
}
