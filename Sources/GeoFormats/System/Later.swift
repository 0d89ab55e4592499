internal import Dispatch
internal import Synchronization

/// A value that another core works out in the meantime.
///
/// The work is waited for even where its value is not wanted any more: what it uses is there until it is done.
///
/// ```swift
/// let counts = Later { try timeline.counts(by: .route, days: days) }
/// // other work
/// let table = try counts.value()
/// ```
public final class Later<Value: Sendable>: Sendable {
  private final class Outcome: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }

  private let outcome = Outcome()
  private let group = DispatchGroup()

  /// Begins the work.
  public init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [outcome] in
      let result = Result(catching: work)
      outcome.result.withLock { $0 = result }
    }
  }

  deinit { group.wait() }

  /// The value, waited for where it is not there yet.
  public func value() throws -> Value {
    while true {
      group.wait()
      if let result = outcome.result.withLock({ $0 }) { return try result.get() }
    }
  }
}
