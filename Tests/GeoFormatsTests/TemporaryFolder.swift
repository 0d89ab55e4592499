import Foundation

/// A folder that lives as long as a test.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "geo-formats-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func callAsFunction(_ relative: String) -> String { path + "/" + relative }

  func write(_ text: String, to relative: String) throws {
    let file = URL(filePath: self(relative))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  func folder(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: self(relative), withIntermediateDirectories: true)
  }

  /// Every file below the folder with its text, hidden ones too; an empty folder as its path and a slash.
  func contents(_ relative: String = ".") -> [String: String] {
    var found: [String: String] = [:]
    let root = self(relative)
    guard let names = FileManager.default.enumerator(atPath: root) else { return [:] }
    for case let name as String in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
      if isFolder.boolValue {
        if (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + name))?.isEmpty == true {
          found[name + "/"] = ""
        }
      } else {
        found[name] = (try? String(contentsOfFile: root + "/" + name, encoding: .utf8)) ?? "?"
      }
    }
    return found
  }

  func inode(_ relative: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: self(relative))[.systemFileNumber] as? Int
  }
}
