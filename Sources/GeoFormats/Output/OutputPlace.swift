/// Where an output folder really is: an existing parent, and a name in it.
struct OutputPlace {
  let parent: String
  let name: String

  /// Follows symbolic links and makes the parents that are missing.
  init(_ destination: String) throws(OutputError) {
    func failure(_ action: String, _ reason: String) -> OutputError {
      OutputError(path: destination, action: action, reason: reason)
    }
    guard !destination.isEmpty else { throw failure("write there", "the path is empty") }
    var path = destination
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    do throws(SystemError) {
      if let status = try Files.status(ofLink: path) {
        // A link to nowhere fails here, with the system's reason.
        let real = try Files.resolved(path)
        let kind =
          status.kind == .symbolicLink ? try Files.status(ofLink: real)?.kind ?? .other : status.kind
        guard kind == .folder else { throw SystemError.notFolder }
        path = real
      }
    } catch {
      throw failure("replace the folder", error.reason)
    }
    let (folder, last) = Self.split(path)
    guard last != "", last != ".", last != ".." else {
      throw failure("replace the folder", "the path has no folder name at its end")
    }
    name = last
    do {
      try Self.makeFolders(folder)
      parent = try Files.resolved(folder)
    } catch {
      throw failure("create the parent folder", error.reason)
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// Makes a folder and those above it, as far as they are missing.
  private static func makeFolders(_ path: String) throws(SystemError) {
    var missing: [String] = []
    var path = path
    while try Files.status(ofLink: path) == nil {
      missing.append(path)
      path = split(path).folder
    }
    for folder in missing.reversed() {
      do {
        try Files.makeFolder(folder)
      } catch {
        // Another run may have made it meanwhile.
        guard try Files.status(ofLink: folder)?.kind == .folder else { throw error }
      }
    }
  }
}
