/// Standard error, where messages for people go.
enum StandardError {
  /// Writes a line.
  static func write(_ message: String) { writePart(message + "\n") }

  /// Writes text that ends no line. There is nobody left to tell where that fails.
  static func writePart(_ text: String) { _ = StandardStream.error.write(Array(text.utf8)) }
}
