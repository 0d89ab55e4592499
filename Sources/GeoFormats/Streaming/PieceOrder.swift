/// Puts what was made of pieces back in their order: keeps what comes early until its turn. Of the pieces of a
/// ``PieceSupply`` that is a few for each processor at most.
public struct PieceOrder<Outcome> {
  private var next = 0
  private var waiting: [Int: Outcome] = [:]

  public init() {}

  /// Takes what was made of a piece, and hands over what is due now, in order.
  public mutating func release<Failure: Error>(
    _ outcome: consuming Outcome,
    of number: Int,
    _ take: (Outcome) throws(Failure) -> Void
  ) throws(Failure) {
    guard number == next else {
      waiting[number] = outcome
      return
    }
    try take(outcome)
    next += 1
    while let outcome = waiting.removeValue(forKey: next) {
      try take(outcome)
      next += 1
    }
  }
}
