internal import CZLIB

/// Writes a ZIP archive (PKWARE's APPNOTE 6.3.3): packed files, all of one fixed date, so that the same files
/// make the same bytes.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The first day that the format knows, 1 January 1980, at midnight.
  private static let date: (time: UInt16, day: UInt16) = (0, 1 << 5 | 1)
  /// 2.0, for deflated files.
  private static let version: UInt16 = 20
  /// Names are in UTF-8.
  private static let flags: UInt16 = 1 << 11
  private static let deflated: UInt16 = 8

  /// Adds a file.
  ///
  /// - Precondition: The name and the content are ours, and small: far below 64 KiB and 4 GiB.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let name = Array(name.utf8.prefix(Int(UInt16.max)))
    let packed = Self.deflated(content)
    let offset = bytes.count
    let checksum = UInt32(truncatingIfNeeded: crc32(0, content, UInt32(clamping: content.count)))
    var header: [UInt8] = []
    for field in [Self.version, Self.flags, Self.deflated, Self.date.time, Self.date.day] {
      Self.append(field, to: &header)
    }
    Self.append(checksum, to: &header)
    Self.append(UInt32(clamping: packed.count), to: &header)
    Self.append(UInt32(clamping: content.count), to: &header)
    Self.append(UInt16(name.count), to: &header)
    // No extra field.
    Self.append(UInt16(0), to: &header)

    bytes += [0x50, 0x4B, 3, 4] + header + name + packed
    directory += [0x50, 0x4B, 1, 2]
    // Made by: this version, on no system in particular.
    Self.append(Self.version, to: &directory)
    directory += header
    // No comment, on the first disk, no attributes.
    directory += [UInt8](repeating: 0, count: 2 + 2 + 2 + 4)
    Self.append(UInt32(clamping: offset), to: &directory)
    directory += name
    count += 1
  }

  /// Ends the archive.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    Self.append(UInt16(clamping: count), to: &bytes)
    Self.append(UInt16(clamping: count), to: &bytes)
    Self.append(UInt32(clamping: directory.count), to: &bytes)
    Self.append(UInt32(clamping: start), to: &bytes)
    Self.append(UInt16(0), to: &bytes)
    return bytes
  }

  /// Packs bytes without a header of their own (RFC 1951).
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    // zlib keeps the address, so the stream stays where it is.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      deflateEnd(stream)
      stream.deinitialize(count: 1)
      stream.deallocate()
    }
    let size = Int32(MemoryLayout<z_stream>.size)
    // −15: the whole window, and no header. It fails only without memory.
    deflateInit2_(stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    var input = content
    return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(stream, UInt(input.count)))) {
      buffer,
      filled in
      input.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(clamping: input.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(clamping: buffer.count)
        _ = deflate(stream, Z_FINISH)
        filled = buffer.count - Int(stream.pointee.avail_out)
      }
    }
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
