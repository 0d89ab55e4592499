import Foundation

/// A folder that is gone at the end of its life.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "roadblocks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appending(path: name) }

  /// Copies a country pack into this folder.
  func copy(of pack: URL) throws -> URL {
    let copy = file("pack")
    try FileManager.default.copyItem(at: pack, to: copy)
    return copy
  }

  /// Every file below a folder by its path, with its bytes.
  static func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    let root = folder.resolvingSymlinksInPath().path + "/"
    for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      ?? .init()
    {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      guard !isFolder.boolValue else { continue }
      contents[file.resolvingSymlinksInPath().path.replacing(root, with: "")] = try Data(contentsOf: file)
    }
    return contents
  }
}
