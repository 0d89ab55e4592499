#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The limit that a system may set to the size of files.
enum FileSizeLimit {
  /// Makes a file that grows past the limit an error like a full disk, where the system would end the program.
  static func makeAnError() { signal(SIGXFSZ, SIG_IGN) }
}
