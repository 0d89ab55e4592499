/// A part of a file in memory that moves on through it.
///
/// ``JSONCursor/padding`` zeros always follow the part.
final class InputWindow {
  /// Small enough to stay in a processor's second cache with what else is at work.
  static let usualSize = 1 << 18

  private let input: StoredInput
  private var start: UnsafeMutablePointer<UInt8>
  /// How many bytes it can hold.
  private var size: Int
  /// Where in the file the window begins.
  private(set) var offset: Int
  /// How many bytes it holds.
  private(set) var count = 0
  /// Whether it ends where the file ends.
  private(set) var isAtEnd = false

  /// Opens a window on a file; empty until ``readOn(keepingFrom:)``.
  ///
  /// - Parameters:
  ///   - offset: Where it begins.
  ///   - size: At least 2 bytes; it grows by itself.
  init(on input: StoredInput, at offset: Int = 0, size: Int = usualSize) {
    self.input = input
    self.offset = offset
    self.size = max(size, 2)
    start = .allocate(capacity: self.size + JSONCursor.padding)
    pad()
  }

  deinit { start.deallocate() }

  /// The bytes, valid until the window moves. Zeros follow.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// A cursor in the window, valid until it moves.
  @inline(__always)
  func cursor(at place: Int) -> JSONCursor { JSONCursor(start, count: count, at: place) }

  /// Moves the window on: it then begins at a place in it, and reaches farther. Where what is kept fills more
  /// than half of it, it grows to twice the size.
  func readOn(keepingFrom place: Int) throws(InputError) {
    let place = min(max(place, 0), count)
    let kept = count - place
    if kept > size / 2 {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * size + JSONCursor.padding)
      larger.update(from: start + place, count: kept)
      start.deallocate()
      start = larger
      size *= 2
    } else {
      // The two may overlap.
      start.update(from: start + place, count: kept)
    }
    offset += place
    count = kept
    defer { pad() }
    let free = UnsafeMutableRawBufferPointer(start: start + count, count: size - count)
    let read = try input.read(at: offset + count, into: free)
    isAtEnd = read < free.count
    count += read
  }

  private func pad() {
    (start + count).update(repeating: 0, count: JSONCursor.padding)
  }
}
