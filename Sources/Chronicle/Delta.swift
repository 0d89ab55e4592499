/// What becomes of one thing from one situation to another.
///
/// Deltas are made from what was before and what is after, so that each says what it is: ``same(_:)`` only of
/// equal values, ``changed(from:to:)`` only of different ones.
public enum Delta<Value: Hashable & Sendable>: Hashable, Sendable {
  case added(Value)
  case removed(Value)
  case changed(from: Value, to: Value)
  case same(Value)

  /// The delta between two values, or `nil` between nothing and nothing.
  public init?(before: Value?, after: Value?) {
    switch (before, after) {
    case (nil, nil): return nil
    case (nil, let after?): self = .added(after)
    case (let before?, nil): self = .removed(before)
    case (let before?, let after?): self = before == after ? .same(before) : .changed(from: before, to: after)
    }
  }

  /// The value before, `nil` where there was none.
  public var before: Value? {
    switch self {
    case .added: nil
    case .removed(let value), .changed(from: let value, to: _), .same(let value): value
    }
  }

  /// The value after, `nil` where there is none.
  public var after: Value? {
    switch self {
    case .removed: nil
    case .added(let value), .changed(from: _, to: let value), .same(let value): value
    }
  }

  /// The delta the other way round.
  public var inverse: Delta {
    switch self {
    case .added(let value): .removed(value)
    case .removed(let value): .added(value)
    case .changed(let before, let after): .changed(from: after, to: before)
    case .same: self
    }
  }
}
