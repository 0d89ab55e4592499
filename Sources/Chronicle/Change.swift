/// One thing of a situation that changes, or stays: a blockade, an incident or a tally.
public protocol Change: Hashable, Sendable {
  associatedtype Key: Hashable & Comparable & Sendable
  associatedtype Value: Hashable & Sendable

  /// What tells the thing from all others of its kind in one situation.
  static func key(of value: Value) -> Key

  /// The name of a thing in an error.
  static func mismatch(_ key: Key) -> DifferenceMismatch

  var key: Key { get }
  var delta: Delta<Value> { get }

  /// Makes a change.
  ///
  /// - Parameter isForward: Whether it goes forward in time, or at least not back.
  init(key: Key, delta: Delta<Value>, isForward: Bool)
}

extension Change {
  /// The changes from one set of things to another, in the order of their keys.
  static func between(_ before: [Value], _ after: [Value], isForward: Bool) -> [Self] {
    let old = byKey(before)
    let new = byKey(after)
    return Set(old.keys).union(new.keys).sorted().compactMap { key in
      Delta(before: old[key], after: new[key]).map { Self(key: key, delta: $0, isForward: isForward) }
    }
  }

  /// The things after some changes, in the order of their keys.
  ///
  /// - Throws: The first thing that is not as the changes take it to be.
  static func apply(_ changes: [Self], to values: [Value]) throws(DifferenceMismatch) -> [Value] {
    var left = byKey(values)
    var result: [Value] = []
    for change in changes {
      guard left.removeValue(forKey: change.key) == change.delta.before else { throw mismatch(change.key) }
      if let after = change.delta.after { result.append(after) }
    }
    if let unknown = left.keys.min() { throw mismatch(unknown) }
    return result
  }

  /// Two sets of changes, one after the other, as one.
  ///
  /// - Throws: The first thing that the second set takes to be other than the first leaves it.
  static func join(
    _ first: [Self],
    _ second: [Self],
    isForward: Bool
  ) throws(DifferenceMismatch) -> [Self] {
    var deltas: [Key: Delta<Value>] = [:]
    for change in first { deltas[change.key] = change.delta }
    var joined: [Key: Delta<Value>] = [:]
    for change in second {
      let earlier = deltas.removeValue(forKey: change.key)
      guard earlier?.after == change.delta.before else { throw mismatch(change.key) }
      joined[change.key] = Delta(before: earlier?.before, after: change.delta.after)
    }
    for key in deltas.keys.sorted() {
      guard let delta = deltas[key], delta.after == nil else { throw mismatch(key) }
      joined[key] = delta
    }
    return joined.keys.sorted().compactMap { key in
      joined[key].map { Self(key: key, delta: $0, isForward: isForward) }
    }
  }

  /// The later of two values, in time, and the earlier one.
  static func inTime(_ delta: Delta<Value>, isForward: Bool) -> (earlier: Value?, later: Value?) {
    isForward ? (delta.before, delta.after) : (delta.after, delta.before)
  }

  private static func byKey(_ values: [Value]) -> [Key: Value] {
    Dictionary(values.map { (key(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
