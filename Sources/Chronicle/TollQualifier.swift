/// How a report hedges a number.
public enum TollQualifier: String, CaseIterable, Hashable, Sendable {
  case exact
  case atLeast = "at_least"
  case nearly
  case moreThan = "more_than"
  case upTo = "up_to"

  /// What a number so hedged says.
  ///
  /// | said | low | best | high |
  /// |---|---|---|---|
  /// | exactly *v* | *v* | *v* | *v* |
  /// | at least *v* | *v* | *v* | not stated |
  /// | nearly *v* | not stated | *v* | *v* |
  /// | more than *v* | *v* + 1 | *v* + 1 | not stated |
  /// | up to *v* | not stated | *v* | *v* |
  ///
  /// "More than 30" excludes 30, so the number to show is the least that it allows. "Nearly 30" is kept
  /// as 30, which is the only number it names, though it is likely to be a little less. The greatest
  /// integer has no successor and stays.
  public func bounds(of value: Int) -> TollBounds {
    switch self {
    case .exact:
      return TollBounds(low: value, best: value, high: value)
    case .atLeast:
      return TollBounds(low: value, best: value, high: nil)
    case .nearly, .upTo:
      return TollBounds(low: nil, best: value, high: value)
    case .moreThan:
      let (sum, overflow) = value.addingReportingOverflow(1)
      let least = overflow ? value : sum
      return TollBounds(low: least, best: least, high: nil)
    }
  }
}
