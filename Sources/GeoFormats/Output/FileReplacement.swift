/// Replaces one file whole, or not at all.
///
/// What is written goes into a hidden file beside it, which takes its place with ``commit()``; one that is let go
/// before leaves no trace. What is no regular file, such as a pipe or `/dev/null`, is written to as it is.
public struct FileReplacement: ByteSink, Sendable, ~Copyable {
  private let destination: String
  private let file: OpenFile
  /// The path of the hidden file, and where it goes; `nil` where the destination itself is written to.
  private let staging: (path: String, target: String)?
  private var isCommitted = false

  /// Begins a file.
  ///
  /// - Throws: Where a folder is at the path, or no file can be made there.
  public init(of destination: String) throws(OutputError) {
    self.destination = destination
    do throws(SystemError) {
      guard !destination.isEmpty else { throw SystemError.missing }
      let isThere = try Files.status(ofLink: destination) != nil
      let target = isThere ? try Files.resolved(destination) : destination
      let old = try Files.status(ofLink: target)
      guard old?.kind != .folder else { throw SystemError.isFolder }
      guard old == nil || old?.kind == .file else {
        file = try OpenFile(target, for: .write)
        staging = nil
        return
      }
      let path = Self.hiddenPath(beside: target)
      file = try OpenFile(path, for: .create(mode: 0o666))
      staging = (path, target)
      if let old { try? Files.setPermissions(old.permissions, of: path) }
    } catch {
      throw OutputError(path: destination, action: "write the file", reason: error.reason)
    }
  }

  deinit {
    if !isCommitted, let staging { try? Files.remove(staging.path) }
  }

  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    do {
      try file.write(bytes)
    } catch {
      throw OutputError(path: destination, action: "write the file", reason: error.reason)
    }
  }

  /// Puts what was written in the destination's place.
  public consuming func commit() throws(OutputError) {
    guard let staging else { return }
    do {
      try Files.move(staging.path, to: staging.target)
      isCommitted = true
    } catch {
      throw OutputError(path: destination, action: "replace the file", reason: error.reason)
    }
  }

  private static func hiddenPath(beside path: String) -> String {
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    guard let slash = path.lastIndex(of: "/") else { return ".\(path).staging-\(mark)" }
    return "\(path[...slash]).\(path[path.index(after: slash)...]).staging-\(mark)"
  }
}
