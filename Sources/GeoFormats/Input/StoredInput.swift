/// A file that can be read at any place, again and again.
///
/// A regular file stays where it is. What can be read only once, or is packed by gzip or xz, is held in memory,
/// unpacked.
public final class StoredInput: Sendable {
  /// What stays on the disk; `nil` for what is in ``memory``.
  private let file: OpenFile?
  private let memory: [UInt8]
  /// The path, which errors print.
  public let path: String

  /// Opens a file; pipes and packed files are read to their end.
  ///
  /// - Throws: Where nothing is at the path, or a folder, an archive of several files, or something that may
  ///   not be read.
  public init(at path: String) throws(InputError) {
    self.path = path
    let opened = try Self.open(path)
    guard try Self.isReadOnce(opened, path: path) else {
      file = consume opened
      memory = []
      return
    }
    file = nil
    var members = try InputMembers(FileSource(consume opened, path: path), path: path, largest: .max - 1)
    guard !members.isArchive, let member = try members.next() else {
      throw InputError(location: InputLocation(file: path), observed: "an archive", expected: "a single file")
    }
    memory = member.bytes
  }

  private static func open(_ path: String) throws(InputError) -> OpenFile {
    do throws(SystemError) {
      return try OpenFile(path, for: .read)
    } catch {
      throw FileSource.failure(error, path: path)
    }
  }

  /// Whether a file gives its bytes only in order: a pipe, or one that has to be unpacked.
  private static func isReadOnce(_ file: borrowing OpenFile, path: String) throws(InputError) -> Bool {
    do throws(SystemError) {
      switch try file.status().kind {
      case .folder: throw SystemError.isFolder
      case .symbolicLink, .other: return true
      case .file:
        var mark = [UInt8](repeating: 0, count: XZSource.mark.count)
        try mark.withUnsafeMutableBufferPointer { (mark) throws(SystemError) in
          _ = try file.read(at: 0, into: UnsafeMutableRawBufferPointer(mark))
        }
        return mark.starts(with: GzipSource.mark) || mark.starts(with: XZSource.mark)
      }
    } catch {
      throw FileSource.failure(error, path: path)
    }
  }

  /// What is in memory already.
  ///
  /// - Parameter path: The name to print in errors.
  public init(_ bytes: [UInt8], path: String) {
    self.path = path
    file = nil
    memory = bytes
  }

  /// Fills a buffer with the bytes from an offset on and gives their number: less than asked for only at the
  /// end of the file.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    switch file {
    case .some(let file):
      do throws(SystemError) {
        return try file.read(at: offset, into: buffer)
      } catch {
        throw FileSource.failure(error, path: path)
      }
    case .none:
      let part = memory[min(max(offset, 0), memory.count)...].prefix(buffer.count)
      buffer.copyBytes(from: part)
      return part.count
    }
  }

  /// The bytes of a range, fewer where the file ends before.
  ///
  /// - Parameter padding: How many zeros to put behind them.
  func bytes(in range: Range<Int>, padding: Int = 0) throws(InputError) -> [UInt8] {
    var failure: InputError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count + padding) { buffer, count in
      do throws(InputError) {
        count = try read(
          at: range.lowerBound,
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<range.count])
        )
        buffer[count..<(count + padding)].initialize(repeating: 0)
        count += padding
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
