internal import Dispatch
internal import Synchronization

/// Keeps those who work on the pieces of a file from running away from the one who is last: what they make of
/// later pieces has to wait for its turn, in memory.
final class PieceWindow: Sendable {
  private struct State {
    /// The first piece that somebody has still to finish.
    var first = 0
    /// Those behind it that are finished.
    var finished: Set<Int> = []
    /// Those who wait for ``first`` to move on. Each has a signal of its own, which nobody else can take.
    var waiting: [DispatchSemaphore] = []
    var isAbandoned = false
  }

  private let size: Int
  private let state = Mutex(State())

  /// - Parameter size: How many pieces, from the first that is not finished on, may be worked on; at least as many
  ///   as there are workers.
  init(size: Int) { self.size = max(size, 1) }

  /// Waits until a piece may be worked on.
  ///
  /// - Returns: `false` where nobody is to go on.
  func enter(_ number: Int) -> Bool {
    while true {
      let moved = DispatchSemaphore(value: 0)
      let answer = state.withLock { state -> Bool? in
        if state.isAbandoned { return false }
        if number - state.first < size { return true }
        state.waiting.append(moved)
        return nil
      }
      if let answer { return answer }
      moved.wait()
    }
  }

  /// Notes that a piece is finished.
  func finish(_ number: Int) {
    change { state in
      state.finished.insert(number)
      while state.finished.remove(state.first) != nil { state.first += 1 }
    }
  }

  /// Lets nobody go on: a piece will never be finished.
  func abandon() { change { $0.isAbandoned = true } }

  private func change(_ change: (inout State) -> Void) {
    let waiting = state.withLock { state in
      change(&state)
      defer { state.waiting = [] }
      return state.waiting
    }
    for moved in waiting { moved.signal() }
  }
}
