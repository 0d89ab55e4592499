internal import CZLIB

/// Unpacks gzip (RFC 1952), of one or several members in a row.
final class GzipSource: ByteSource {
  static let mark: [UInt8] = [0x1F, 0x8B]
  private static let step = 1 << 17

  private let source: any ByteSource
  private let file: String
  /// zlib keeps the address, so the stream stays where it is.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var offset = 0
  private var isMemberOpen = true

  init(_ source: any ByteSource, file: String) throws(InputError) {
    self.source = source
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for the gzip wrapper.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      throw failure("no memory to unpack it")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  func next() throws(InputError) -> [UInt8] {
    while true {
      if offset == input.count {
        input = try source.next()
        offset = 0
        if input.isEmpty {
          guard !isMemberOpen else { throw failure("an end before its time") }
          return []
        }
      }
      if !isMemberOpen {
        // Zeros behind the last member are padding.
        while offset < input.count, input[offset] == 0 { offset += 1 }
        guard offset < input.count else { continue }
        inflateReset(stream)
        isMemberOpen = true
      }
      var code = Z_OK
      let output = [UInt8](unsafeUninitializedCapacity: Self.step) { buffer, filled in
        input.withUnsafeMutableBufferPointer { bytes in
          let rest = UnsafeMutableBufferPointer(rebasing: bytes[offset...])
          stream.pointee.next_in = rest.baseAddress
          stream.pointee.avail_in = UInt32(clamping: rest.count)
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(clamping: buffer.count)
          code = inflate(stream, Z_NO_FLUSH)
          filled = buffer.count - Int(stream.pointee.avail_out)
        }
      }
      offset = input.count - Int(stream.pointee.avail_in)
      switch code {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isMemberOpen = false
      default: throw failure("damaged data")
      }
      if !output.isEmpty { return output }
    }
  }

  private func failure(_ observed: String) -> InputError {
    InputError(
      location: InputLocation(file: file),
      observed: observed,
      expected: "a whole gzip file"
    )
  }
}
