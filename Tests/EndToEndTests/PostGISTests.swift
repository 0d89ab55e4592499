import Foundation
import Testing

/// The tables in a real PostgreSQL with PostGIS, by `Scripts/check-postgis`, which starts a server of its own: the
/// same as in the GeoPackage, replaced whole or not at all.
@Suite(
  .enabled(
    if: PostGISServer.isThere,
    "there is no PostgreSQL server with PostGIS (Debian: postgresql-postgis)"
  ),
  .serialized
)
struct PostGISTests {
  private func check(_ source: GeoPackageTests.Source, _ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try source.export(to: folder.file("Out"), in: folder)
    let process = Process()
    process.executableURL = Program.repository.appending(path: "Scripts/check-postgis")
    process.arguments = [folder.file("Out").path, try Program.path] + arguments
    process.currentDirectoryURL = Program.repository
    let messages = folder.file("messages")
    try Data().write(to: messages)
    process.standardOutput = try FileHandle(forWritingTo: messages)
    process.standardError = process.standardOutput
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: messages, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("tables of the database are those of the GeoPackage"), "\(text)")
  }

  @Test func `the shipped country is the same in a database`() throws { try check(.peru, []) }

  @Test func `an invented country is the same in a database`() throws {
    try check(.arcadia, ["--cause", "all", "--data", Program.arcadia.path])
  }
}

/// The machine's PostgreSQL, where there is one.
enum PostGISServer {
  static let isThere = ["/usr/lib/postgresql", "/usr/bin/psql", "/usr/bin/ogr2ogr"].allSatisfy {
    FileManager.default.fileExists(atPath: $0)
  }
}

/// What needs no server.
@Suite struct DatabaseAddressTests {
  @Test func `a database that is not there is one clear line`() throws {
    let answer = try Program.run([
      "export", "--data", Program.arcadia.path, "--to", "postgresql://nobody@/none?host=/nowhere",
    ])
    #expect(answer.code == 3)
    #expect(answer.errors.contains("error: cannot connect to the database: "))
    #expect(answer.output.isEmpty)
  }

  @Test(arguments: [
    ["--to", "mysql://x"], ["--to", "2031-03-02", "--to", "2031-03-03"], ["--to", "2031-02-30"],
    ["--to", "postgresql://x", "--pictures"],
  ])
  func `an end that is neither a day nor a database is refused`(_ arguments: [String]) throws {
    #expect(try Program.run(["export", "--data", Program.arcadia.path] + arguments).code == 64)
  }
}
