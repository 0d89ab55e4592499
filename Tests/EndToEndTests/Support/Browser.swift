import Foundation

/// A headless Chromium, driven from Python, where the machine has both.
enum Browser {
  private static let python = "/usr/bin/python3"

  /// Whether Debian's chromium, chromium-driver and python3-selenium are there.
  static let isThere: Bool = {
    let programs = ["/usr/bin/chromium", "/usr/bin/chromedriver", python]
    guard programs.allSatisfy(FileManager.default.isExecutableFile) else { return false }
    return (try? run(["-c", "import selenium"]))?.code == 0
  }()

  /// Runs Python and waits for it to end. What it writes to either stream is in the answer.
  static func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
