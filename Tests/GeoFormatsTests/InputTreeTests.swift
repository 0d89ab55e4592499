import Foundation
import GeoFormats
import Testing

@Suite struct InputTreeTests {
  @Test func `files below a folder come in order, and a loop of links is not entered`() throws {
    let folder = try TemporaryFolder()
    let root = URL(filePath: folder.path).appending(path: "root")
    let files = FileManager.default
    try files.createDirectory(at: root.appending(path: "b"), withIntermediateDirectories: true)
    for name in ["z.json", "b/a.json", ".hidden", "b/c.json"] {
      try Data("x".utf8).write(to: root.appending(path: name))
    }
    try files.createSymbolicLink(at: root.appending(path: "b/loop"), withDestinationURL: root)
    try files.createSymbolicLink(
      atPath: root.appending(path: "circle").path,
      withDestinationPath: root.appending(path: "circle").path
    )
    try files.createSymbolicLink(
      at: root.appending(path: "y.json"),
      withDestinationURL: root.appending(path: "b/a.json")
    )
    let found = try InputTree.files(at: root.path).map { $0.replacing(root.path + "/", with: "") }
    // A link that leads in a circle is for whoever opens it to tell.
    #expect(found == ["b/a.json", "b/c.json", "circle", "y.json", "z.json"])
    #expect(try InputTree.files(at: root.path + "/z.json").count == 1)
    #expect(throws: InputError.self) { try InputTree.files(at: root.path + "/circle") }
    #expect(throws: InputError.self) { try InputTree.files(at: root.path + "/none") }
    #expect(InputTree.exists(root.path + "/z.json"))
    #expect(!InputTree.exists(root.path + "/circle"))
  }
}
