/// A bar on standard error, where a person looks at it; nothing where none does.
struct ProgressLine {
  private static let width = 30

  private let isVisible = StandardStream.error.isTerminal
  private var shown = ""

  /// Shows how many files are done and how many documents were in them, if that has changed.
  mutating func show(done: Int, of count: Int, documents: Int) {
    guard isVisible, count > 0 else { return }
    let filled = done * Self.width / count
    let bar = String(repeating: "#", count: filled) + String(repeating: "·", count: Self.width - filled)
    // Each document would be a line to draw; every tenth is as good.
    let line = "\r[\(bar)] \(done)/\(count) files, \(documents / 10 * 10) documents"
    guard line != shown else { return }
    StandardError.writePart(line)
    shown = line
  }

  /// Takes the bar away, so that other words can be written.
  mutating func clear() {
    guard !shown.isEmpty else { return }
    StandardError.writePart("\r\u{1B}[K")
    shown = ""
  }
}
