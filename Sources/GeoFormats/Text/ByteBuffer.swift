/// Text that is put together piece by piece, in memory that serves one text after the other.
///
/// It does what an array of bytes does, without asking at each step whether somebody else holds the memory.
package struct ByteBuffer: ~Copyable {
  @usableFromInline package private(set) var start: UnsafeMutablePointer<UInt8>
  @usableFromInline package private(set) var capacity: Int
  /// How many bytes it holds.
  @usableFromInline package var count = 0

  /// Makes an empty one.
  ///
  /// - Parameter capacity: How many bytes there is room for at first; it grows by itself.
  package init(capacity: Int = 1 << 10) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// The bytes, valid until the buffer changes.
  @inlinable package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Forgets all bytes and keeps the memory.
  @inlinable package mutating func removeAll() { count = 0 }

  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  /// Appends bytes that lie outside the buffer.
  @inlinable @inline(__always)
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: first, count: bytes.count)
    count &+= bytes.count
  }

  @inlinable @inline(__always)
  package mutating func append(_ bytes: borrowing [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a number with so many decimals at most (see ``DecimalText/append(_:decimals:to:)``).
  package mutating func append(_ value: Double, decimals: Int) {
    reserve(DecimalText.longest)
    count &+= DecimalText.write(value, decimals: decimals, at: start + count)
  }

  /// Sees to it that so many bytes more have room.
  @inlinable @inline(__always)
  package mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(by: more) }
  }

  @inline(never) @usableFromInline
  package mutating func grow(by more: Int) {
    let larger = max(2 * capacity, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: start, count: count)
    start.deallocate()
    start = moved
    capacity = larger
  }
}

/// What text can be appended to.
protocol TextSink: ~Copyable {
  mutating func append(_ byte: UInt8)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension ByteBuffer: TextSink {}

extension [UInt8]: TextSink {
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { append(contentsOf: bytes) }
}
