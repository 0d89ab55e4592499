/// Reads whole files.
public enum InputFile {
  /// All bytes of a file. Pipes and the like are read to their end.
  ///
  /// - Parameter maximum: The largest size that is accepted, in bytes; `nil` for any.
  /// - Throws: Where nothing is at the path, or a folder, or something that may not be read, or too much.
  public static func bytes(at path: String, maximum: Int? = nil) throws(InputError) -> [UInt8] {
    let location = InputLocation(file: path)
    let limit = max(maximum ?? .max, 0)
    var bytes: [UInt8] = []
    do throws(SystemError) {
      let file = try OpenFile(path, for: .read)
      let status = try file.status()
      guard status.kind != .folder else { throw SystemError.isFolder }
      // One byte more than there should be, so that a regular file comes in one piece.
      let most = limit < .max ? limit + 1 : limit
      var step = status.kind == .file ? min(max(status.size, 0), most - 1) + 1 : 1 << 16
      while bytes.count <= limit, try file.read(step, onto: &bytes) > 0 {
        step = 1 << 16
      }
    } catch {
      throw InputError(
        location: location,
        observed: error == .isFolder ? "a folder" : error.reason,
        expected: "a file that can be read"
      )
    }
    guard bytes.count <= limit else {
      throw InputError(
        location: location,
        observed: "more than \(limit) bytes",
        expected: "a file of at most \(limit) bytes"
      )
    }
    return bytes
  }
}
