import Foundation
import Testing

/// The program as it was built, run as a person would run it.
enum Program {
  struct Answer {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The folder that holds the tests.
  static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The root of the repository.
  static let repository = tests.deletingLastPathComponent()

  static let arcadia = tests.appending(path: "Fixtures/Arcadia")

  /// The program lies beside the bundle of the tests.
  private static var executable: URL {
    get throws {
      var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
        folder = bundle.bundleURL.deletingLastPathComponent()
      }
      let file = folder.appending(path: "roadblocks")
      try #require(FileManager.default.isExecutableFile(atPath: file.path), "no program at \(file.path)")
      return file
    }
  }

  /// Where the program lies.
  static var path: String { get throws { try executable.path } }

  /// Runs the program in a folder and waits for it to end.
  static func run(_ arguments: [String], in folder: URL = repository, input: String = "") throws -> Answer {
    let streams = try TemporaryFolder()
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files rather than pipes: nobody has to read while the other side writes.
    for name in ["in", "out", "err"] {
      try Data(name == "in" ? input.utf8 : "".utf8).write(to: streams.file(name))
    }
    process.standardInput = try FileHandle(forReadingFrom: streams.file("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.file("out"))
    process.standardError = try FileHandle(forWritingTo: streams.file("err"))
    try process.run()
    process.waitUntilExit()
    return Answer(
      code: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams.file("out")), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams.file("err")), as: UTF8.self)
    )
  }

  /// Runs the program and kills it after a time, unless it has ended by then.
  static func kill(_ arguments: [String], after duration: Duration, in folder: URL = repository) throws {
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: duration / .seconds(1))
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}
