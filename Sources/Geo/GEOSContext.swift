internal import CGEOS

/// One GEOS context: what every GEOS call needs, and where its messages arrive.
///
/// Everything made with it holds it, so it goes last. Not for two tasks at once.
package final class GEOSContext {
  let handle: GEOSContextHandle_t

  /// How many GEOS objects made with this context have not been destroyed or handed over yet.
  package private(set) var liveHandles = 0

  /// What GEOS said last and nobody has taken yet.
  private var message: String?

  package init() throws(TopologyError) {
    guard let handle = GEOS_init_r() else {
      throw TopologyError(.setUp, message: "no context could be made")
    }
    self.handle = handle
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, context in
        guard let text, let context else { return }
        Unmanaged<GEOSContext>.fromOpaque(context).takeUnretainedValue().message = String(cString: text)
      },
      Unmanaged.passUnretained(self).toOpaque()
    )
  }

  deinit {
    GEOS_finish_r(handle)
  }

  /// The one door for failure: an error with GEOS's message, which is cleared.
  package func failure(_ operation: TopologyError.Operation) -> TopologyError {
    defer { message = nil }
    return TopologyError(operation, message: message ?? "no reason given")
  }

  /// A pointer that a call returned, or the error that its absence stands for.
  func require(
    _ pointer: OpaquePointer?,
    _ operation: TopologyError.Operation
  ) throws(TopologyError) -> OpaquePointer {
    guard let pointer else { throw failure(operation) }
    return pointer
  }

  /// The answer of a predicate: 1 for yes, 0 for no, anything else an error.
  func require(_ answer: CChar, _ operation: TopologyError.Operation) throws(TopologyError) -> Bool {
    switch answer {
    case 0: return false
    case 1: return true
    default: throw failure(operation)
    }
  }

  /// Throws where a call that returns nothing left a message.
  func requireSilence(_ operation: TopologyError.Operation) throws(TopologyError) {
    if message != nil { throw failure(operation) }
  }

  /// A count in the form that GEOS takes.
  func count(_ count: Int) throws(TopologyError) -> CUnsignedInt {
    guard let count = CUnsignedInt(exactly: count) else {
      throw TopologyError(.buildGeometry, message: "\(count) parts are more than a geometry can have")
    }
    return count
  }

  /// Notes that an object came into being.
  func noteBirth() { liveHandles += 1 }

  /// Notes that objects were destroyed or handed over to a larger one.
  func noteDeath(of count: Int = 1) { liveHandles -= count }
}

@available(*, unavailable)
extension GEOSContext: Sendable {}
