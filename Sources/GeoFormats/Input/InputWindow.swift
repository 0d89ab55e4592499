/// A part of a file in memory that moves on through it.
///
/// ``JSONCursor/padding`` zeros always follow the part.
final class InputWindow {
  /// Small enough to stay in a processor's second cache with what else is at work.
  static let usualSize = 1 << 18

  private let input: StoredInput
  private var buffer: UnsafeMutableRawBufferPointer
  /// Where in the file the window begins.
  private(set) var offset = 0
  /// How many bytes it holds.
  private(set) var count = 0
  /// Whether it ends where the file ends.
  private(set) var isAtEnd = false

  /// Opens a window on the beginning of a file; empty until ``readOn(keepingFrom:)``.
  init(on input: StoredInput, size: Int = usualSize) {
    self.input = input
    buffer = .allocate(byteCount: size + JSONCursor.padding, alignment: 64)
    clear(from: 0)
  }

  deinit { buffer.deallocate() }

  /// The bytes, valid until the window moves. Zeros follow.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count])
  }

  /// A cursor in the window, valid until it moves.
  func cursor(at place: Int) -> JSONCursor {
    JSONCursor(buffer.baseAddress!.assumingMemoryBound(to: UInt8.self), count: count, at: place)
  }

  /// Moves the window on: it then begins at a place in it, and reaches farther. Where what is kept fills more
  /// than half of it, it grows to twice the size.
  func readOn(keepingFrom place: Int) throws(InputError) {
    let kept = UnsafeMutableRawBufferPointer(rebasing: buffer[min(max(place, 0), count)..<count])
    let size = buffer.count - JSONCursor.padding
    if kept.count > size / 2 {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 2 * size + JSONCursor.padding,
        alignment: 64
      )
      larger.copyMemory(from: UnsafeRawBufferPointer(kept))
      buffer.deallocate()
      buffer = larger
    } else {
      // The two may overlap.
      buffer.copyMemory(from: UnsafeRawBufferPointer(kept))
    }
    offset += count - kept.count
    count = kept.count
    defer { clear(from: count) }
    let free = UnsafeMutableRawBufferPointer(
      rebasing: buffer[count..<(buffer.count - JSONCursor.padding)]
    )
    let read = try input.read(at: offset + count, into: free)
    isAtEnd = read < free.count
    count += read
  }

  private func clear(from place: Int) {
    UnsafeMutableRawBufferPointer(rebasing: buffer[place..<(place + JSONCursor.padding)])
      .initializeMemory(as: UInt8.self, repeating: 0)
  }
}
