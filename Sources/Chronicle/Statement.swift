/// What an observation says.
public enum Statement: Hashable, Sendable {
  indirect case blockade(BlockadeStatement)
  indirect case toll(TollStatement)
  indirect case tally(TallyStatement)

  /// The days it is about.
  public var days: ClosedRange<Day> {
    switch self {
    case .blockade(let blockade): blockade.when.days
    case .toll(let toll): toll.period
    case .tally(let tally): tally.when.days
    }
  }
}
