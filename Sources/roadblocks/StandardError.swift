#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Standard error, where messages for people go.
enum StandardError {
  /// Writes a line.
  static func write(_ message: String) { writePart(message + "\n") }

  /// Writes text that ends no line.
  static func writePart(_ text: String) {
    Array(text.utf8).withUnsafeBytes { bytes in
      #if canImport(Darwin)
        _ = Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        _ = Musl.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
      #else
        _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
