/// Turns byte offsets into lines and columns, remembering where it was.
///
/// Asked for offsets in ascending order it reads every byte once, however often it is asked.
struct TextPosition: Hashable, Sendable {
  private(set) var offset: Int
  private(set) var line = 1
  /// In Unicode scalars, from 1.
  private(set) var column = 1

  /// The position of the first character, at the given offset (3 after a byte order mark, else 0).
  init(startingAt offset: Int) {
    self.offset = offset
  }

  /// Moves on to a byte offset; offsets behind the present one or beyond the end are drawn to it.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    let target = min(target, bytes.count)
    guard target > offset else { return }
    bytes.withUnsafeBufferPointer { all in
      let passed = UnsafeBufferPointer(rebasing: all[offset..<target])
      // Two plain counts, which the compiler turns into vector code.
      var breaks = 0
      for byte in passed { breaks &+= byte == UInt8(ascii: "\n") ? 1 : 0 }
      var rest = passed
      if breaks > 0 {
        line += breaks
        column = 1
        let lastBreak = passed.lastIndex(of: UInt8(ascii: "\n")) ?? 0
        rest = UnsafeBufferPointer(rebasing: passed[(lastBreak + 1)...])
      }
      var scalars = 0
      for byte in rest { scalars &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      column += scalars
    }
    offset = target
  }

  /// Counts offsets from here on.
  mutating func restart() { offset = 0 }

  func location(in file: String) -> InputLocation {
    InputLocation(file: file, line: line, column: column)
  }
}
