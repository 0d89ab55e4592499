public import GeoFormats
internal import Synchronization

/// Where all processors write what they made of pieces, which comes out in the order of the file.
///
/// Nobody waits for another to write: what comes early is left to whoever writes what is due.
public final class OrderedOutput<Sink: ByteSink & Sendable & ~Copyable>: Sendable {
  private struct Target: ~Copyable, Sendable {
    var sink: Sink
    /// How many bytes the next piece's begin with and should not: the comma before the first record.
    var superfluous = 0

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
      guard !bytes.isEmpty else { return }
      try sink.write(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[superfluous...])))
      superfluous = 0
    }
  }

  private struct State: ~Copyable {
    /// Taken out by whoever writes.
    var target: Target?
    /// The piece that is due or being written.
    var next = 0
    /// What was made of pieces behind it.
    var waiting: [Int: [UInt8]] = [:]
  }

  private let state: Mutex<State>

  /// - Parameter sink: Where everything goes.
  public init(_ sink: consuming sending Sink) { state = Mutex(State(target: Target(sink: sink))) }

  /// Takes the sink out, once all is written; afterwards there is none.
  public func takeSink() -> Sink? {
    state.withLock { state in
      guard let target = state.target.take() else { return nil }
      return target.sink
    }
  }

  /// Writes what comes before all pieces, or after them.
  ///
  /// - Parameter superfluous: How many bytes the first record to come begins with and should not.
  func write(_ bytes: [UInt8], superfluous: Int = 0) throws(OutputError) {
    try state.withLock { (state) throws(OutputError) in
      try state.target?.sink.write(bytes)
      state.target?.superfluous = superfluous
    }
  }

  /// Writes what was made of a piece, and what waits for it; where it is early, keeps a copy.
  ///
  /// - Throws: Where the sink refuses; then nothing is written any more.
  func write(_ bytes: UnsafeBufferPointer<UInt8>, ofPiece number: Int) throws(OutputError) {
    var target: Target?
    let isDue = state.withLock { state in
      guard number == state.next else {
        state.waiting[number] = Array(bytes)
        return false
      }
      target = state.target.take()
      return true
    }
    guard isDue else { return }
    try target?.write(bytes)
    while let next = finishPiece(&target) {
      try next.withUnsafeBufferPointer { (bytes) throws(OutputError) in try target?.write(bytes) }
    }
  }

  /// Notes that a piece is written, and gives what was made of the next one; where it is not there yet, puts the
  /// target back.
  private func finishPiece(_ target: inout Target?) -> [UInt8]? {
    state.withLock { state in
      state.next += 1
      let next = state.waiting.removeValue(forKey: state.next)
      if next == nil { state.target = target.take() }
      return next
    }
  }
}
