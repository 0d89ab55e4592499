/// Reads the files in a tar archive (POSIX ustar, with the extensions of GNU and pax for long names), one after
/// another and in memory: nothing is written anywhere.
struct TarReader {
  private static let block = 512

  private let source: PeekingSource
  private let file: String
  private let largest: Int

  init(_ source: PeekingSource, file: String, largest: Int) {
    self.source = source
    self.file = file
    self.largest = largest
  }

  /// Whether these bytes begin a tar archive: a header whose checksum is right.
  static func isArchive(_ start: ArraySlice<UInt8>) -> Bool {
    start.count == block && TarHeader(start) != nil
  }

  /// The next regular file; `nil` at the end. Links, devices and folders are passed over.
  ///
  /// - Throws: For an archive that is cut off or damaged, a name that leads out of the archive, and a file
  ///   that is too large.
  mutating func next() throws(InputError) -> InputMember? {
    var longName: String?
    while true {
      let block = try source.read(Self.block)
      // An archive ends with empty blocks, or where the file does.
      if block.isEmpty || block.allSatisfy({ $0 == 0 }) { return nil }
      guard block.count == Self.block, let header = TarHeader(block) else {
        throw failure("a damaged header")
      }
      switch header.kind {
      case .longName:
        longName = String(decoding: try body(of: header).prefix { $0 != 0 }, as: UTF8.self)
      case .extended:
        longName = TarHeader.path(inExtended: try body(of: header)) ?? longName
      case .file:
        let name = longName ?? header.name
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
          throw failure("a file called \(name)", expected: "names that stay inside the archive")
        }
        return InputMember(name: name, bytes: Array(try body(of: header)))
      case .other:
        longName = nil
        try pass(header.paddedSize)
      }
    }
  }

  private func body(of header: TarHeader) throws(InputError) -> ArraySlice<UInt8> {
    guard header.size <= largest else {
      throw failure("\(header.name) of \(header.size) bytes", expected: "files of at most \(largest) bytes")
    }
    let bytes = try source.read(header.size)
    guard bytes.count == header.size else { throw failure("an end before its time") }
    try pass(header.paddedSize - header.size)
    return bytes
  }

  private func pass(_ count: Int) throws(InputError) {
    guard try source.skip(count) == count else { throw failure("an end before its time") }
  }

  private func failure(_ observed: String, expected: String = "a whole tar archive") -> InputError {
    InputError(location: InputLocation(file: file), observed: observed, expected: expected)
  }
}
