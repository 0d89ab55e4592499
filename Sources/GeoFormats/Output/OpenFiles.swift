/// Files that are written by turns, of which only so many are open at a time.
struct OpenFiles {
  /// Half of what the system lets a process have, which is a few hundred at least.
  static let limit = min(max(Files.mostOpen / 2, 64), 1024)

  /// A class only because dictionaries hold nothing that cannot be copied.
  private final class Entry: Sendable {
    let file: OpenFile
    init(_ file: consuming OpenFile) { self.file = file }
  }

  private var paths: [String: String] = [:]
  private var open: [String: Entry] = [:]

  /// Makes a file.
  ///
  /// - Parameter name: What it is called here.
  mutating func create(_ name: String, at path: String) throws(SystemError) {
    try keep(OpenFile(path, for: .create(mode: 0o666)), as: name)
    paths[name] = path
  }

  /// Writes behind what is in a file; `false` where none of that name was made.
  mutating func append(_ bytes: [UInt8], to name: String) throws(SystemError) -> Bool {
    if open[name] == nil {
      guard let path = paths[name] else { return false }
      try keep(OpenFile(path, for: .append), as: name)
    }
    try open[name]?.file.write(bytes)
    return true
  }

  mutating func closeAll() { open.removeAll() }

  private mutating func keep(_ file: consuming OpenFile, as name: String) {
    if open.count == Self.limit { closeAll() }
    open[name] = Entry(file)
  }
}
