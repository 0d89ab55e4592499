import Foundation
import Testing

@testable import GeoFormats

@Suite struct FolderReplacementTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func replace(_ destination: String = "Output", with files: [String: String]) throws {
    var output = try FolderReplacement(of: temporary(destination), managing: ["layers", "counts", "all.csv"])
    for (path, text) in files { try output.write(Array(text.utf8), to: path) }
    try output.commit()
  }

  @Test func `a folder that is missing is made, with its parents`() throws {
    try replace("a/b/Output", with: ["all.csv": "1", "layers/x/deaths.geojson": "2"])
    #expect(temporary.contents() == ["a/b/Output/all.csv": "1", "a/b/Output/layers/x/deaths.geojson": "2"])
  }

  @Test func `what is managed is replaced whole and what is not stays`() throws {
    try temporary.write("old", to: "Output/layers/gone.geojson")
    try temporary.write("old", to: "Output/counts/gone.csv")
    try temporary.write("mine", to: "Output/map.qgz")
    try temporary.write("mine", to: "Output/notes/deep/a.txt")
    try temporary.folder("Output/empty")
    try FileManager.default.createSymbolicLink(
      atPath: temporary("Output/link"),
      withDestinationPath: "layers/gone.geojson"
    )
    let inode = try temporary.inode("Output/map.qgz")

    try replace(with: ["layers/new.geojson": "new"])

    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: temporary("Output/link"))
        == "layers/gone.geojson"
    )
    try FileManager.default.removeItem(atPath: temporary("Output/link"))
    #expect(
      temporary.contents() == [
        "Output/layers/new.geojson": "new", "Output/map.qgz": "mine", "Output/notes/deep/a.txt": "mine",
        "Output/empty/": "",
      ]
    )
    #expect(try temporary.inode("Output/map.qgz") == inode, "a program that has it open goes on with it")
  }

  @Test func `until the commit, and without one, nothing changes`() throws {
    try temporary.write("old", to: "Output/all.csv")
    do {
      var output = try FolderReplacement(of: temporary("Output"), managing: ["all.csv"])
      try output.write([1], to: "all.csv")
      #expect(temporary.contents("Output") == ["all.csv": "old"])
    }
    #expect(temporary.contents() == ["Output/all.csv": "old"])
  }

  @Test func `a trailing slash and a symbolic link lead to the same folder`() throws {
    try temporary.write("old", to: "real/all.csv")
    try FileManager.default.createSymbolicLink(atPath: temporary("Output"), withDestinationPath: "real")
    try replace("Output/", with: ["all.csv": "new"])
    #expect(temporary.contents("real") == ["all.csv": "new"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: temporary("Output")) == "real")
  }

  @Test func `the folder keeps its permissions`() throws {
    try temporary.folder("Output")
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: temporary("Output"))
    try replace(with: ["all.csv": "1"])
    let attributes = try FileManager.default.attributesOfItem(atPath: temporary("Output"))
    #expect(attributes[.posixPermissions] as? Int == 0o750)
  }

  @Test(arguments: [
    "../all.csv", "layers/../../x", "/all.csv", "layers//x", "layers/./x", "", "layers/", "other.csv",
    "lay\0ers",
  ])
  func `a path that leaves the folder or is not managed is refused`(_ path: String) throws {
    var output = try FolderReplacement(of: temporary("Output"), managing: ["layers", "all.csv"])
    #expect(throws: OutputError.self) { try output.write([1], to: path) }
    try output.commit()
    #expect(temporary.contents() == ["Output/": ""])
  }

  @Test func `a file is written once`() throws {
    var output = try FolderReplacement(of: temporary("Output"), managing: ["all.csv"])
    try output.write([1], to: "all.csv")
    let error = try #require(throws: OutputError.self) { try output.write([1], to: "all.csv") }
    #expect("\(error)" == "\(temporary("Output"))/all.csv: cannot write the file: File exists")
  }

  @Test func `something else may write a file, which then is one of the output`() throws {
    try temporary.write("old", to: "Output/layers/a.db")
    var output = try FolderReplacement(of: temporary("Output"), managing: ["layers"])
    try output.write(to: "layers/a.db") { path in
      #expect(!FileManager.default.fileExists(atPath: path))
      try "new".write(toFile: path, atomically: false, encoding: .utf8)
      #expect(temporary.contents("Output") == ["layers/a.db": "old"])
    }
    try output.commit()
    #expect(temporary.contents() == ["Output/layers/a.db": "new"])
  }

  @Test func `a writer that fails, writes nothing or comes twice is an error that names the destination`()
    throws
  {
    try temporary.write("old", to: "Output/all.csv")
    let shown = temporary("Output") + "/all.csv"
    do {
      var output = try FolderReplacement(of: temporary("Output"), managing: ["all.csv"])
      let failed = try #require(throws: OutputError.self) {
        try output.write(to: "all.csv") { throw OutputError(path: $0, action: "write", reason: "disk full") }
      }
      #expect(failed == OutputError(path: shown, action: "write", reason: "disk full"))
      let absent = try #require(throws: OutputError.self) { try output.write(to: "all.csv") { _ in } }
      #expect("\(absent)" == "\(shown): cannot write the file: No such file or directory")
      try output.write([1], to: "all.csv")
      let again = try #require(throws: OutputError.self) { try output.write(to: "all.csv") { _ in } }
      #expect("\(again)" == "\(shown): cannot write the file: File exists")
      #expect(throws: OutputError.self) { try output.write(to: "../all.csv") { _ in Issue.record("called") } }
    }
    #expect(temporary.contents() == ["Output/all.csv": "old"])
  }

  @Test func `a destination that is no folder is refused and left alone`() throws {
    try temporary.write("file", to: "file")
    try FileManager.default.createSymbolicLink(atPath: temporary("link"), withDestinationPath: "file")
    try FileManager.default.createSymbolicLink(atPath: temporary("nowhere"), withDestinationPath: "none")
    for (path, reason) in [
      (temporary("file"), "Not a directory"), (temporary("link"), "Not a directory"),
      (temporary("nowhere"), "No such file or directory"), (temporary("file/Output"), "Not a directory"),
      ("", "the path is empty"), ("/", "the path has no folder name at its end"),
      ("/dev/null/Output", "Not a directory"), ("a\0b", "Invalid argument"),
    ] {
      let error = try #require(throws: OutputError.self) {
        _ = try FolderReplacement(of: path, managing: ["all.csv"])
      }
      #expect(error.path == path)
      #expect(error.reason == reason)
    }
    #expect(temporary.contents() == ["file": "file", "link": "file", "nowhere": "?"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a parent that may not be written is an error`() throws {
    try temporary.folder("locked")
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: temporary("locked"))
    let error = try #require(throws: OutputError.self) {
      _ = try FolderReplacement(of: temporary("locked/Output"), managing: ["all.csv"])
    }
    #expect("\(error)".hasSuffix("cannot create a folder beside it: Permission denied"))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: temporary("locked"))
  }

  @Test func `what killed runs left is removed, what is not ours is not`() throws {
    try temporary.write("old", to: "Output/all.csv")
    try temporary.write("half", to: ".Output.staging-abc/layers/half.geojson")
    try temporary.write("older", to: ".Output.previous-xyz/all.csv")
    try temporary.write("keep", to: ".Output2.staging-abc/a")
    try replace(with: ["all.csv": "new"])
    #expect(temporary.contents() == ["Output/all.csv": "new", ".Output2.staging-abc/a": "keep"])
  }

  @Test func `an old output that a killed run had moved aside comes back`() throws {
    // As left between the two renames of a file system that cannot exchange.
    try temporary.write("half", to: ".Output.staging-abc/layers/half.geojson")
    try temporary.write("old", to: ".Output.previous-abc/all.csv")
    try temporary.write("mine", to: ".Output.previous-abc/map.qgz")
    do {
      _ = try FolderReplacement(of: temporary("Output"), managing: ["all.csv"])
    }
    #expect(temporary.contents() == ["Output/all.csv": "old", "Output/map.qgz": "mine"])
  }

  @Test(arguments: FolderReplacement.Method.allCases)
  func `every way to change places gives the same folder`(_ method: FolderReplacement.Method) throws {
    try temporary.write("old", to: "Output/all.csv")
    try temporary.write("old", to: "Output/layers/gone")
    try temporary.write("mine", to: "Output/notes/map.qgz")
    var output = try FolderReplacement(of: temporary("Output"), managing: ["all.csv", "layers"])
    output.methods = [method]
    try output.write(Array("new".utf8), to: "all.csv")
    try output.commit()
    #expect(temporary.contents() == ["Output/all.csv": "new", "Output/notes/map.qgz": "mine"])
  }

  @Test func `two runs at once do not mix, and the later commit wins whole`() throws {
    try temporary.write("mine", to: "Output/map.qgz")
    var first = try FolderReplacement(of: temporary("Output"), managing: ["all.csv", "layers"])
    try first.write([UInt8(ascii: "1")], to: "layers/one")
    var second = try FolderReplacement(of: temporary("Output"), managing: ["all.csv", "layers"])
    try second.write([UInt8(ascii: "2")], to: "layers/two")
    try first.write([UInt8(ascii: "1")], to: "all.csv")
    try first.commit()
    #expect(temporary.contents("Output") == ["layers/one": "1", "all.csv": "1", "map.qgz": "mine"])
    try second.commit()
    #expect(temporary.contents() == ["Output/layers/two": "2", "Output/map.qgz": "mine"])
  }

  @Test func `runs in parallel each commit whole`() async throws {
    let path = temporary("Output")
    try temporary.write("mine", to: "Output/map.qgz")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for run in 0..<8 {
        group.addTask {
          var output = try FolderReplacement(of: path, managing: ["layers"])
          for file in 0..<5 { try output.write(Array("\(run)".utf8), to: "layers/\(file)") }
          try output.commit()
        }
      }
      try await group.waitForAll()
    }
    let contents = temporary.contents()
    #expect(contents.count == 6)
    #expect(contents["Output/map.qgz"] == "mine")
    #expect(Set(contents.filter { $0.key.contains("layers") }.values).count == 1)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "mounting a small disk needs Linux and root"))
  func `a full disk is one error, and the old output stands`() throws {
    try temporary.folder("disk")
    let disk = try SmallDisk(at: temporary("disk"), kibibytes: 256)
    try temporary.write("old", to: "disk/Output/all.csv")
    try temporary.write("mine", to: "disk/Output/map.qgz")
    do {
      var output = try FolderReplacement(of: temporary("disk/Output"), managing: ["all.csv", "layers"])
      try output.write(Array(repeating: 0, count: 100_000), to: "all.csv")
      let error = try #require(throws: OutputError.self) {
        try output.write(Array(repeating: 0, count: 300_000), to: "layers/big")
      }
      #expect(
        "\(error)"
          == "\(temporary("disk/Output"))/layers/big: cannot write the file: No space left on device"
      )
    }
    #expect(temporary.contents("disk") == ["Output/all.csv": "old", "Output/map.qgz": "mine"])
    withExtendedLifetime(disk) {}
  }
}

/// A file system in memory that is quickly full.
final class SmallDisk {
  private let path: String

  static var isPossible: Bool {
    #if os(Linux)
      geteuid() == 0
        && (try? TemporaryFolder()).map { (try? SmallDisk(at: $0.path, kibibytes: 64)) != nil } == true
    #else
      false
    #endif
  }

  init(at path: String, kibibytes: Int) throws {
    self.path = path
    try Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path])
  }

  deinit {
    try? Self.run("umount", [path])
  }

  private struct Failure: Error {}

  private static func run(_ command: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
  }
}
