extension CSVGrammar.Fault {
  /// Where the fault is, and what is to be said about it.
  var message: (offset: Int, observed: String?, expected: String, hint: String?) {
    switch self {
    case .unterminated(let offset):
      (offset, "a quoted field that never ends", "a closing quotation mark", nil)
    case .strayQuote(let offset):
      (
        offset, "a quotation mark inside a field without quotation marks", "a comma or the end of the line",
        "put the whole field in quotation marks and double those inside"
      )
    case .afterQuote(let offset):
      (
        offset, nil, "a comma or the end of the line after a closing quotation mark",
        "double the quotation marks inside a field"
      )
    case .strayReturn(let offset):
      (offset, nil, "a line break as LF or CR LF", nil)
    }
  }
}
