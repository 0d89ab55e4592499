/// Counts Unicode scalars up to a byte, from marks set every few words.
struct ScalarOffsets: Sendable {
  /// Fewer than 256, so that the scalars of a step are counted in bytes, many at a time.
  private static let step = 192
  /// How many scalars begin before each mark.
  private var marks: [Int] = []

  /// - Complexity: O(*n*).
  init(_ text: [UInt8]) {
    var count = 0
    var position = 0
    marks.reserveCapacity(text.count / Self.step + 2)
    while position < text.count {
      marks.append(count)
      let end = min(position + Self.step, text.count)
      count += Self.count(text, position..<end)
      position = end
    }
    marks.append(count)
  }

  /// How many scalars begin before a byte.
  ///
  /// - Complexity: O(1).
  func scalar(at byte: Int, in text: [UInt8]) -> Int {
    let mark = min(byte / Self.step, marks.count - 1)
    return marks[mark] + Self.count(text, min(mark * Self.step, byte)..<byte)
  }

  /// How many scalars begin in a range of at most a step.
  private static func count(_ text: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    return text.withUnsafeBufferPointer { text in
      var count: UInt8 = 0
      var position = range.lowerBound
      while position < range.upperBound {
        count &+= text[position] & 0xC0 != 0x80 ? 1 : 0
        position &+= 1
      }
      return Int(count)
    }
  }
}
