/// The files that a file holds: those in it, where it is a tar archive; itself, where it is not. Compression
/// by gzip or xz is undone. What it is shows in its content, not in its name.
///
/// Everything is read in memory, one file at a time.
public struct InputMembers {
  private enum Reading {
    case archive(TarReader)
    case single(PeekingSource)
    case over
  }

  private let path: String
  private let largest: Int
  private var reading: Reading

  /// Opens a file.
  ///
  /// - Parameter largest: The largest size of a file in it that is accepted, in bytes, unpacked.
  public init(at path: String, largest: Int) throws(InputError) {
    try self.init(FileSource(path), path: path, largest: largest)
  }

  /// Opens what is in memory.
  public init(_ bytes: [UInt8], path: String, largest: Int) throws(InputError) {
    try self.init(MemorySource(bytes), path: path, largest: largest)
  }

  init(_ source: any ByteSource, path: String, largest: Int) throws(InputError) {
    self.path = path
    self.largest = largest
    var source = PeekingSource(source)
    let start = try source.peek(XZSource.mark.count)
    if start.starts(with: GzipSource.mark) {
      source = PeekingSource(try GzipSource(source, file: path))
    } else if start.elementsEqual(XZSource.mark) {
      source = PeekingSource(try XZSource(source, file: path))
    }
    reading =
      TarReader.isArchive(try source.peek(512))
      ? .archive(TarReader(source, file: path, largest: largest)) : .single(source)
  }

  /// Whether there may be several files in it.
  public var isArchive: Bool {
    if case .archive = reading { return true }
    return false
  }

  /// The next file; `nil` after the last.
  public mutating func next() throws(InputError) -> InputMember? {
    switch reading {
    case .archive(var archive):
      let member = try archive.next()
      reading = .archive(archive)
      return member
    case .single(let source):
      reading = .over
      let bytes = try source.read(largest + 1)
      guard bytes.count <= largest else {
        throw InputError(
          location: InputLocation(file: path),
          observed: "more than \(largest) bytes",
          expected: "a file of at most \(largest) bytes"
        )
      }
      return InputMember(name: Self.name(of: path), bytes: Array(bytes))
    case .over:
      return nil
    }
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".gz", ".xz"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
    return name
  }
}
