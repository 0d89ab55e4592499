/// Texts that are written over and over, side by side in memory.
package struct ByteTexts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init(_ texts: some Sequence<[UInt8]>) {
    for text in texts {
      bytes += text
      ends.append(bytes.count)
    }
  }

  package var count: Int { ends.count }

  /// Appends one of them.
  @inline(__always)
  package func append(_ number: Int, to buffer: inout ByteBuffer) {
    let range = (number == 0 ? 0 : ends[number - 1])..<ends[number]
    bytes.withUnsafeBufferPointer { buffer.append(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
