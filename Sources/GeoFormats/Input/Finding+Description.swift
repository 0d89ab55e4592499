extension Finding: CustomStringConvertible {
  /// One line, as compilers print it: `places.csv:12:5: warning: …`.
  public var description: String {
    let text = "\(severity.rawValue): \(message.printable(limit: 1000))"
    guard let location else { return text }
    return "\(location): \(text)"
  }
}
