import Foundation

/// The machine's QGIS, where there is one.
enum QGIS {
  static let isThere: Bool = {
    let (code, _) = (try? run("/usr/bin/python3", ["-c", "import qgis.core"])) ?? (1, "")
    return code == 0
  }()

  static func run(
    _ path: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> (code: Int32, text: String) {
    let folder = try TemporaryFolder()
    let file = folder.file("out")
    try Data().write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = try FileHandle(forWritingTo: file)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
