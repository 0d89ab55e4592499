public import GeoFormats
internal import Synchronization

/// Where all processors write what they made of pieces, which comes out in the order of the file.
public final class OrderedOutput<Sink: ByteSink & Sendable & ~Copyable>: Sendable {
  private struct State: ~Copyable {
    var sink: Sink?
    var order = PieceOrder<[UInt8]>()
    /// How many bytes the next piece's begin with and should not: the comma before the first record.
    var superfluous = 0
  }

  private let state: Mutex<State>

  /// - Parameter sink: Where everything goes.
  public init(_ sink: consuming sending Sink) { state = Mutex(State(sink: sink)) }

  /// Takes the sink out, once all is written; afterwards there is none.
  public func takeSink() -> Sink? { state.withLock { $0.sink.take() } }

  /// Writes what comes before all pieces, or after them.
  ///
  /// - Parameter superfluous: How many bytes the first record to come begins with and should not.
  func write(_ bytes: [UInt8], superfluous: Int = 0) throws(OutputError) {
    try state.withLock { (state) throws(OutputError) in
      try state.sink?.write(bytes)
      state.superfluous = superfluous
    }
  }

  /// Writes what was made of a piece, or keeps it until those before it are written.
  func write(_ bytes: [UInt8], ofPiece number: Int) throws(OutputError) {
    try state.withLock { (state) throws(OutputError) in
      var order = PieceOrder<[UInt8]>()
      // Taken out while it is in use, because the sink beside it is too.
      swap(&order, &state.order)
      defer { swap(&order, &state.order) }
      try order.release(bytes, of: number) { (bytes) throws(OutputError) in
        guard !bytes.isEmpty else { return }
        try state.sink?.write(state.superfluous == 0 ? bytes : Array(bytes.dropFirst(state.superfluous)))
        state.superfluous = 0
      }
    }
  }
}
