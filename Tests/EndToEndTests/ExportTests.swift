import Foundation
import Testing

@Suite struct ExportTests {
  @Test func `an invented country comes out as it should, file by file`() throws {
    let folder = try TemporaryFolder()
    let answer = try Program.run([
      "export", "--cause", "all", "--data", Program.arcadia.path, "--output", folder.file("Out").path,
    ])
    #expect(answer.code == 0, "\(answer.errors)")
    let contents = try TemporaryFolder.contents(of: folder.file("Out"))
    #expect(contents.count > 10)
    // The pictures, the page and the database are not for reading.
    let texts = contents.filter { file in ![".svg", ".html", ".gpkg"].contains { file.key.hasSuffix($0) } }
    for (name, bytes) in texts.sorted(by: { $0.key < $1.key }) {
      try Snapshot.expect(String(decoding: bytes, as: UTF8.self), named: "Arcadia/\(name)")
    }
  }

  @Test func `two runs give the same bytes, wherever the pack and the output lie`() throws {
    let folder = try TemporaryFolder()
    let copy = try folder.copy(of: Program.arcadia)
    for (data, output) in [(Program.arcadia, "one"), (copy, "deep/er/two")] {
      let answer = try Program.run(["export", "--data", data.path, "--output", folder.file(output).path])
      #expect(answer.code == 0, "\(answer.errors)")
    }
    #expect(
      try TemporaryFolder.contents(of: folder.file("one"))
        == TemporaryFolder.contents(of: folder.file("deep/er/two"))
    )
  }

  @Test func `what others keep in the output stays, what is outdated goes`() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("Out")
    #expect(try Program.run(["export", "--data", Program.arcadia.path, "--output", output.path]).code == 0)
    try "a project".write(to: output.appending(path: "mine.qgz"), atomically: true, encoding: .utf8)
    try "a style".write(to: output.appending(path: "layers/blockades.qml"), atomically: true, encoding: .utf8)
    let arguments = ["export", "--data", Program.arcadia.path, "--output", output.path, "--to", "2031-03-02"]
    #expect(try Program.run(arguments).code == 0)
    let contents = try TemporaryFolder.contents(of: output)
    #expect(contents["mine.qgz"] == Data("a project".utf8))
    #expect(contents["layers/blockades.qml"] == Data("a style".utf8), "a style of one's own stays")
    #expect(
      contents["layers/deaths.qml"].map { String(decoding: $0, as: UTF8.self) }?.contains("<qgis") == true
    )
    #expect(
      contents.keys.filter { $0.hasPrefix("by-date/") }.allSatisfy { $0.hasPrefix("by-date/2031-03-02/") }
    )
  }

  @Test func `pictures of the days are drawn when asked for, and outdated ones do not stay`() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("Out")
    let arguments = ["export", "--data", Program.arcadia.path, "--output", output.path]
    #expect(try Program.run(arguments + ["--pictures"]).code == 0)
    let days = try FileManager.default.contentsOfDirectory(atPath: output.appending(path: "by-date").path)
    let pictures = try FileManager.default.contentsOfDirectory(
      atPath: output.appending(path: "pictures").path
    )
    #expect(pictures.sorted() == (days.map { "\($0).svg" } + ["period.svg"]).sorted())
    try "mine".write(to: output.appending(path: "pictures/mine.png"), atomically: true, encoding: .utf8)
    #expect(try Program.run(arguments).code == 0)
    let left = try TemporaryFolder.contents(of: output).keys.filter { $0.hasPrefix("pictures/") }
    #expect(left == ["pictures/mine.png"])
  }

  @Test func `a folder that somebody else filled is not replaced`() throws {
    let folder = try TemporaryFolder()
    let layers = folder.file("Out/layers")
    try FileManager.default.createDirectory(at: layers, withIntermediateDirectories: true)
    try "years of work".write(to: layers.appending(path: "survey.txt"), atomically: true, encoding: .utf8)
    try "mine,too".write(to: folder.file("Out/tolls.csv"), atomically: true, encoding: .utf8)
    let answer = try Program.run([
      "export", "--data", Program.arcadia.path, "--output", folder.file("Out").path,
    ])
    #expect(answer.code == 3)
    #expect(answer.errors.contains("not written by this program"))
    #expect(
      try TemporaryFolder.contents(of: folder.file("Out")).keys.sorted() == [
        "layers/survey.txt", "tolls.csv",
      ]
    )
  }

  @Test func `an output that cannot be written leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    try "a file".write(to: folder.file("Out"), atomically: true, encoding: .utf8)
    let answer = try Program.run([
      "export", "--data", Program.arcadia.path, "--output", folder.file("Out").path,
    ])
    #expect(answer.code == 3)
    #expect(answer.errors.contains("Out"))
    #expect(try TemporaryFolder.contents(of: folder.url).keys.sorted() == ["Out"])
  }

  @Test func `an outlined country whose reports say nothing still exports`() throws {
    let folder = try TemporaryFolder()
    let pack = try folder.copy(of: Program.arcadia)
    try FileManager.default.removeItem(at: pack.appending(path: "dispatches"))
    try FileManager.default.removeItem(at: pack.appending(path: "observations.csv"))
    let answer = try Program.run(["export", "--data", pack.path, "--output", folder.file("Out").path])
    #expect(answer.code == 0, "\(answer.errors)")
    let contents = try TemporaryFolder.contents(of: folder.file("Out"))
    #expect(contents.keys.contains("layers/blockades.geojson"))
    #expect(!contents.keys.contains { $0.hasPrefix("by-date/") })
  }
}
