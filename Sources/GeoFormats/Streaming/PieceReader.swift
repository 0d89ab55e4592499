/// Reads a file from the beginning to the end in pieces that end where records end, in memory that does not grow
/// with the file.
///
/// Files that gzip or xz packed are unpacked on the way; a UTF-8 byte order mark is left out.
public struct PieceReader: ~Copyable {
  /// Where the records end that begin at the start of some bytes: the offset behind the last that is complete, or
  /// `nil` where none is.
  public typealias Cut = @Sendable (UnsafeBufferPointer<UInt8>) -> Int?

  /// A record that is longer than this, because its end was forgotten, is cut after its first line.
  static let longestRecord = 1 << 24

  /// The usual size of a piece, and one that fits a processor's own cache with what is made of it.
  public static let usualSize = 1 << 20
  public static let smallSize = 1 << 18

  private let source: PeekingSource?
  private let file: OpenFile?
  private let path: String
  private let size: Int
  /// What was read behind the last piece.
  private var rest: [UInt8] = []
  private var number = 0
  private var isAtEnd = false
  /// Whether the place is passed where a byte order mark may stand.
  private var isPastMark = false

  /// Opens a file.
  ///
  /// - Parameter size: How large a piece is about, in bytes; one that would hold no whole record is larger.
  /// - Throws: Where nothing is at the path, or a folder, or something that may not be read.
  public init(at path: String, size: Int = usualSize) throws(InputError) {
    self.path = path
    self.size = max(size, 1)
    let plain = try Self.open(path)
    let start = try Self.start(of: plain, path: path)
    let isGzip = start.starts(with: GzipSource.mark)
    guard isGzip || start.elementsEqual(XZSource.mark) else {
      source = nil
      file = consume plain
      rest = start
      return
    }
    let packed = PeekingSource(ConcatenatedSource(start, FileSource(consume plain, path: path)))
    source = PeekingSource(isGzip ? try GzipSource(packed, file: path) : try XZSource(packed, file: path))
    file = nil
  }

  private static func open(_ path: String) throws(InputError) -> OpenFile {
    do throws(SystemError) {
      let file = try OpenFile(path, for: .read)
      guard try file.status().kind != .folder else { throw SystemError.isFolder }
      return file
    } catch {
      throw FileSource.failure(error, path: path)
    }
  }

  /// The first bytes of a file, as many as show whether it is packed.
  private static func start(of file: borrowing OpenFile, path: String) throws(InputError) -> [UInt8] {
    let count = XZSource.mark.count
    var start: [UInt8] = []
    do throws(SystemError) {
      // A pipe may give them one by one.
      while start.count < count, try file.read(count - start.count, onto: &start) > 0 {}
    } catch {
      throw FileSource.failure(error, path: path)
    }
    return start
  }

  /// Fills a piece with the records that come next; `false` at the end of the file.
  ///
  /// - Parameter cut: Tells where records end. It is not asked about the last piece.
  public mutating func next(into piece: inout InputPiece, cut: Cut) throws(InputError) -> Bool {
    try next(into: &piece, size: size, cut: cut)
  }

  /// Fills a piece with the beginning of the file, of the usual size. It comes again, but for what is passed.
  public mutating func look(ahead piece: inout InputPiece) throws(InputError) {
    _ = try next(into: &piece, size: Self.usualSize) { $0.count }
    rest = Array(piece.storage[piece.range])
    number = 0
  }

  /// Passes bytes that ``look(ahead:)`` showed, such as a header.
  public mutating func pass(_ count: Int) { rest.removeFirst(min(max(count, 0), rest.count)) }

  private mutating func next(
    into piece: inout InputPiece,
    size: Int,
    cut: Cut
  ) throws(InputError) -> Bool {
    guard !isAtEnd || !rest.isEmpty else { return false }
    if piece.storage.count < size { piece.storage = Array(repeating: 0, count: size) }
    var filled = 0
    var end: Int?
    repeat {
      if filled == piece.storage.count {
        piece.storage.append(contentsOf: repeatElement(0, count: piece.storage.count))
      }
      filled = try fill(&piece.storage, from: filled)
      if !isPastMark, piece.storage[..<filled].starts(with: UTF8Check.byteOrderMark) {
        piece.storage.removeFirst(UTF8Check.byteOrderMark.count)
        filled -= UTF8Check.byteOrderMark.count
      }
      isPastMark = true
      if isAtEnd, rest.isEmpty {
        end = filled
      } else {
        end = piece.storage.withUnsafeBufferPointer { cut(UnsafeBufferPointer(rebasing: $0[..<filled])) }
        if end == nil, filled > Self.longestRecord {
          end = piece.storage[..<filled].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        }
      }
    } while end == nil
    let length = end ?? filled
    rest.insert(contentsOf: piece.storage[length..<filled], at: 0)
    piece.range = 0..<length
    piece.number = number
    number += 1
    return length > 0
  }

  /// Fills the storage with what was read before, and then from the file until it ends.
  private mutating func fill(_ storage: inout [UInt8], from start: Int) throws(InputError) -> Int {
    let kept = min(rest.count, storage.count - start)
    storage.replaceSubrange(start..<start + kept, with: rest[..<kept])
    rest.removeFirst(kept)
    var filled = start + kept
    while filled < storage.count, !isAtEnd {
      let count = try read(into: &storage, at: filled)
      if count == 0 { isAtEnd = true }
      filled += count
    }
    return filled
  }

  private func read(into storage: inout [UInt8], at place: Int) throws(InputError) -> Int {
    switch file {
    case .some(let file):
      do throws(SystemError) {
        return try storage.withUnsafeMutableBufferPointer { (bytes) throws(SystemError) in
          try file.read(
            into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[place...]))
          )
        }
      } catch {
        throw FileSource.failure(error, path: path)
      }
    case .none:
      guard let part = try source?.read(min(storage.count - place, 1 << 17)) else { return 0 }
      storage.replaceSubrange(place..<place + part.count, with: part)
      return part.count
    }
  }
}

/// Bytes, then what a source gives.
private final class ConcatenatedSource: ByteSource {
  private var first: [UInt8]
  private let rest: any ByteSource

  init(_ first: [UInt8], _ rest: any ByteSource) {
    self.first = first
    self.rest = rest
  }

  func next() throws(InputError) -> [UInt8] {
    guard !first.isEmpty else { return try rest.next() }
    defer { first = [] }
    return first
  }
}
