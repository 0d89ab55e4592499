import Foundation
import Testing

@Suite struct FileDiffTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    func write(_ name: String, _ features: String) throws {
      try Data("{\"type\":\"FeatureCollection\",\"features\":[\n\(features)\n]}\n".utf8).write(
        to: folder.file(name)
      )
    }
    try write(
      "monday.geojson",
      """
      {"type":"Feature","id":1,"properties":{"code":"a","status":"blocked","lanes":2},"geometry":{"type":"Point","coordinates":[-70.1,-15.5]}},
      {"type":"Feature","id":2,"properties":{"code":"b","status":"blocked"},"geometry":null},
      {"type":"Feature","id":3,"properties":{"code":"c","status":"blocked"},"geometry":null}
      """
    )
    try write(
      "tuesday.geojson",
      """
      {"type":"Feature","id":4,"properties":{"code":"d","status":"blocked"},"geometry":null},
      { "id": 3.0, "geometry": null, "properties": {"status":"blocked", "code":"\\u0063"}, "type": "Feature" },
      {"type":"Feature","id":1,"properties":{"code":"a","status":"restricted","toll":true},"geometry":{"type":"Point","coordinates":[-70.1,-15.51]}}
      """
    )
    try write(
      "bad.geojson",
      "{\"type\":\"Feature\",\"properties\":{}},\n{\"type\":\"Feature\",\"id\":3,\"properties\":{}}"
    )
    try Data("{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"id\":1 \"x\":2}]}".utf8)
      .write(to: folder.file("broken.geojson"))
  }

  private func run(_ arguments: String...) throws -> Program.Answer {
    try Program.run(["diff"] + arguments, in: folder.url)
  }

  @Test func `two files are compared by the values of their features`() throws {
    for format in ["text", "json", "geojson"] {
      let answer = try run("monday.geojson", "tuesday.geojson", "--format", format)
      #expect(answer.code == 0 && answer.errors.isEmpty, "\(answer.errors)")
      try Snapshot.expect(answer.output, named: "diff-files.\(format == "text" ? "txt" : format)")
    }
    #expect(try run("monday.geojson", "tuesday.geojson", "--exit-code").code == 1)
    #expect(try run("monday.geojson", "monday.geojson", "--exit-code").code == 0)
  }

  @Test func `a property may tell features apart`() throws {
    let answer = try run("monday.geojson", "tuesday.geojson", "--key", "code", "--exit-code")
    #expect(answer.code == 1)
    #expect(answer.output.contains("told apart by property “code”"))
    #expect(answer.output.contains("    = \"a\"\n"))
    #expect(answer.output.contains("    - \"b\"\n"))
    #expect(answer.output.contains("    + \"d\"\n"))
  }

  @Test func `a packed file is unpacked`() throws {
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/sh")
    gzip.arguments = ["-c", "gzip -k tuesday.geojson"]
    gzip.currentDirectoryURL = folder.url
    try gzip.run()
    gzip.waitUntilExit()
    try #require(gzip.terminationStatus == 0)
    let packed = try run("monday.geojson", "tuesday.geojson.gz")
    let plain = try run("monday.geojson", "tuesday.geojson")
    #expect(packed.code == 0)
    #expect(
      packed.output.split(separator: "\n").dropFirst() == plain.output.split(separator: "\n").dropFirst()
    )
  }

  @Test func `a feature that cannot be told apart costs one message, and the run only if strict`() throws {
    let answer = try run("bad.geojson", "monday.geojson")
    #expect(answer.code == 0)
    #expect(
      answer.errors
        == "bad.geojson:2:1: error: not compared: found a Feature without “id”, expected one to tell it by\n"
    )
    #expect(try run("bad.geojson", "monday.geojson", "--strict").code == 5)
  }

  @Test func `a file that is no collection is named with the place`() throws {
    let broken = try run("monday.geojson", "broken.geojson")
    #expect(broken.code == 2 && broken.output.isEmpty)
    #expect(broken.errors == "error: broken.geojson:2:26: found “\"x\"”, expected a comma or }\n")
    let missing = try run("monday.geojson", "wednesday.geojson")
    #expect(missing.code == 2)
    #expect(missing.errors.contains("wednesday.geojson"))
    #expect(try run("monday.geojson", ".").code == 2)
  }

  @Test(arguments: [
    ["monday.geojson", "2023-01-05"], ["2023-01-05", "monday.geojson"], ["2023-13-05", "monday.geojson"],
    ["2023-01-05", "2023-01-06", "--key", "code"],
    ["monday.geojson", "tuesday.geojson", "--as-of", "2023-01-05"],
  ])
  func `days and files are not compared with each other`(_ arguments: [String]) throws {
    let answer = try Program.run(["diff"] + arguments, in: folder.url)
    #expect(answer.code == 64)
    #expect(answer.output.isEmpty)
  }
}
