import Foundation

/// Files that nobody may write to: by their permissions, and for the superuser, whom these do not bind, by the
/// attribute that some file systems have.
enum ReadOnlyFile {
  /// Whether this user, on this file system, can be kept from writing at all.
  static let isPossible: Bool = {
    let path = FileManager.default.temporaryDirectory.appending(path: "ro-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard FileManager.default.createFile(atPath: path, contents: Data("x".utf8)) else { return false }
    return with(path) { FileHandle(forWritingAtPath: path) == nil }
  }()

  static func with<Answer>(_ path: String, _ body: () throws -> Answer) rethrows -> Answer {
    run("chmod", "a-w", path)
    run("chattr", "+i", path)
    defer {
      run("chattr", "-i", path)
      run("chmod", "u+w", path)
    }
    return try body()
  }

  private static func run(_ arguments: String...) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return }
    process.waitUntilExit()
  }
}
