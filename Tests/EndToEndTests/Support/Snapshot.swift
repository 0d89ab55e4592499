import Foundation
import Testing

/// Texts as they should be, kept beside the tests.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes them anew; a run that records fails, so that nobody takes what was
/// just written for what was expected.
enum Snapshot {
  static func expect(_ text: String, named name: String, at location: SourceLocation = #_sourceLocation)
    throws
  {
    let file = Program.tests.appending(path: "EndToEndTests/Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(name): read it, then run again without RECORD_SNAPSHOTS",
        sourceLocation: location
      )
      return
    }
    // Bytes: a string that is read by its encoding would lose its byte order mark.
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "\(name) differs", sourceLocation: location)
  }
}
