#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds bytes with what the C library has for it, which looks at many at once.
package enum ByteSearch {
  /// The offset of the first such byte, or `nil` where there is none.
  package static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let place = memchr(start, Int32(byte), bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(place) - UnsafeRawPointer(start)
  }
}
