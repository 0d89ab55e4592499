internal import CLZMA

/// Unpacks xz, of one or several streams in a row.
final class XZSource: ByteSource {
  static let mark: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
  private static let step = 1 << 17
  /// What its strongest preset needs, twice over.
  private static let memoryLimit: UInt64 = 140 << 20

  private let source: any ByteSource
  private let file: String
  private let stream: UnsafeMutablePointer<lzma_stream>
  private var input: [UInt8] = []
  private var offset = 0
  private var isInputOver = false
  private var isOver = false

  init(_ source: any ByteSource, file: String) throws(InputError) {
    self.source = source
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: lzma_stream())
    guard lzma_stream_decoder(stream, Self.memoryLimit, roadblocks_lzma_concatenated) == LZMA_OK else {
      throw failure("no memory to unpack it")
    }
  }

  deinit {
    lzma_end(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  func next() throws(InputError) -> [UInt8] {
    while !isOver {
      if offset == input.count, !isInputOver {
        input = try source.next()
        offset = 0
        isInputOver = input.isEmpty
      }
      var code = LZMA_OK
      let output = [UInt8](unsafeUninitializedCapacity: Self.step) { buffer, filled in
        input.withUnsafeBufferPointer { bytes in
          let rest = UnsafeBufferPointer(rebasing: bytes[offset...])
          stream.pointee.next_in = rest.baseAddress
          stream.pointee.avail_in = rest.count
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = buffer.count
          code = lzma_code(stream, isInputOver ? LZMA_FINISH : LZMA_RUN)
          filled = buffer.count - stream.pointee.avail_out
        }
      }
      offset = input.count - stream.pointee.avail_in
      switch code {
      case LZMA_OK: break
      case LZMA_STREAM_END: isOver = true
      case LZMA_BUF_ERROR where !isInputOver: break
      case LZMA_BUF_ERROR: throw failure("an end before its time")
      case LZMA_MEMLIMIT_ERROR: throw failure("data that take more than 140 MiB to unpack")
      default: throw failure("damaged data")
      }
      if !output.isEmpty { return output }
    }
    return []
  }

  private func failure(_ observed: String) -> InputError {
    InputError(location: InputLocation(file: file), observed: observed, expected: "a whole xz file")
  }
}
