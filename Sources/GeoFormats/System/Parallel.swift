internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Spreads work over the processors.
public enum Parallel {
  /// How many processors there are to work on, at least 1.
  public static var processors: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

  /// The results of pieces of work that do not depend on each other, in their order, whatever order they end in.
  ///
  /// - Throws: The error of the first piece, in their order, that failed; the others are done all the same.
  public static func map<Result: Sendable, Failure: Error>(
    _ count: Int,
    _ work: @Sendable (Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let results = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: max(count, 0)))
    DispatchQueue.concurrentPerform(iterations: max(count, 0)) { index in
      let result: Swift.Result<Result, Failure>
      do throws(Failure) { result = .success(try work(index)) } catch { result = .failure(error) }
      results.withLock { $0[index] = result }
    }
    var values: [Result] = []
    values.reserveCapacity(count)
    for result in results.withLock({ $0 }) {
      if let result { values.append(try result.get()) }
    }
    return values
  }
}
