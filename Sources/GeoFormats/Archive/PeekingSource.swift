/// A source that can be looked at before it is read, and read by count.
///
/// - Complexity: Linear in the bytes read, whatever the sizes asked for.
final class PeekingSource {
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  /// Where the bytes begin that are not read yet.
  private var start = 0
  private var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  /// The next bytes, as many as asked for unless the source ends, left unread.
  func peek(_ count: Int) throws(InputError) -> ArraySlice<UInt8> {
    try fill(count)
    return buffer[start...].prefix(count)
  }

  /// The next bytes, as many as asked for unless the source ends.
  func read(_ count: Int) throws(InputError) -> ArraySlice<UInt8> {
    let bytes = try peek(count)
    start += bytes.count
    return bytes
  }

  /// All the rest, or so many bytes of it as asked for; without a copy where nothing was read before.
  func readAll(upTo limit: Int) throws(InputError) -> [UInt8] {
    try fill(limit)
    defer { start = min(buffer.count, start + limit) }
    guard start > 0 || buffer.count > limit else {
      defer { buffer = [] }
      return buffer
    }
    return Array(buffer[start...].prefix(limit))
  }

  /// Passes bytes, and tells how many there were: fewer than asked for where the source ends.
  func skip(_ count: Int) throws(InputError) -> Int {
    var left = count
    while left > 0 {
      try fill(1)
      guard start < buffer.count else { break }
      let part = min(left, buffer.count - start)
      start += part
      left -= part
    }
    return count - left
  }

  private func fill(_ count: Int) throws(InputError) {
    while buffer.count - start < count, !isAtEnd {
      let more = try source.next()
      if more.isEmpty { isAtEnd = true }
      if start == buffer.count {
        buffer = more
        start = 0
      } else {
        // What was read goes once it is more than what is left, so that each byte moves once on average.
        if start > buffer.count - start {
          buffer.removeFirst(start)
          start = 0
        }
        buffer += more
      }
    }
  }
}

extension PeekingSource: ByteSource {
  func next() throws(InputError) -> [UInt8] {
    try fill(1)
    defer { start = buffer.count }
    return start == 0 ? buffer : Array(buffer[start...])
  }
}
