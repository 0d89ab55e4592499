extension InputError: CustomStringConvertible {
  public var description: String {
    var text = "\(location): found "
    if found.isEmpty {
      text += "nothing"
    } else if isVerbatim {
      text += "“\(found.printable(limit: 60))”"
    } else {
      text += found.printable(limit: 400)
    }
    text += ", expected \(expected.printable(limit: 400))"
    if let hint { text += " (\(hint.printable(limit: 400)))" }
    return text
  }
}
