/// Bytes that come piece by piece.
protocol ByteSource: AnyObject {
  /// The next bytes, some at least; none at the end.
  func next() throws(InputError) -> [UInt8]
}

/// A file, or standard input, as it is.
final class FileSource: ByteSource {
  private static let step = 1 << 17

  private let file: OpenFile
  private let path: String

  init(_ path: String) throws(InputError) {
    self.path = path
    do throws(SystemError) {
      file = try OpenFile(path, for: .read)
      guard try file.status().kind != .folder else { throw SystemError.isFolder }
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  init(_ file: consuming OpenFile, path: String) {
    self.file = file
    self.path = path
  }

  func next() throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(SystemError) {
      _ = try file.read(Self.step, onto: &bytes)
    } catch {
      throw Self.failure(error, path: path)
    }
    return bytes
  }

  static func failure(_ error: SystemError, path: String) -> InputError {
    InputError(
      location: InputLocation(file: path),
      observed: error == .isFolder ? "a folder" : error.reason,
      expected: "a file that can be read"
    )
  }
}

/// Bytes that are there already.
final class MemorySource: ByteSource {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
