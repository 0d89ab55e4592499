/// Finds the files below a path.
public enum InputTree {
  /// How deep folders are followed.
  static let maximumDepth = 64

  /// A file itself, or all files below a folder in the order of their paths. Names that begin with a dot are
  /// passed over; symbolic links below the folder are followed to files, not to folders, so no loop is entered. A
  /// link that leads nowhere, or in a circle, is among the files, for whoever opens it to tell.
  ///
  /// - Throws: Where nothing is at the path, or a folder may not be read.
  public static func files(at path: String) throws(InputError) -> [String] {
    do throws(SystemError) {
      let top = try Files.resolved(path)
      guard try Files.status(ofLink: top)?.kind == .folder else { return [path] }
      var files: [String] = []
      try collect(path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0, into: &files)
      return files
    } catch {
      throw InputError(
        location: InputLocation(file: path),
        observed: error.reason,
        expected: "a file or a folder that can be read"
      )
    }
  }

  /// Whether anything is at a path; a symbolic link that leads nowhere is nothing.
  public static func exists(_ path: String) -> Bool { (try? Files.resolved(path)) != nil }

  private static func collect(_ folder: String, depth: Int, into files: inout [String]) throws(SystemError) {
    guard depth < maximumDepth else { return }
    for name in try Files.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      switch try Files.status(ofLink: path)?.kind {
      case .folder: try collect(path, depth: depth + 1, into: &files)
      case .file: files.append(path)
      case .symbolicLink: if try isFile(linkedBy: path) { files.append(path) }
      case .other, nil: break
      }
    }
  }

  private static func isFile(linkedBy path: String) throws(SystemError) -> Bool {
    guard let target = try? Files.resolved(path) else { return true }
    return try Files.status(ofLink: target)?.kind == .file
  }
}
