extension InputLocation: CustomStringConvertible {
  public var description: String {
    var text = file.printable(limit: 4096)
    guard let line else { return text }
    text += ":\(line)"
    if let column { text += ":\(column)" }
    return text
  }
}
