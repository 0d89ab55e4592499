/// What a figure says of the true number.
public struct TollBounds: Hashable, Sendable {
  /// The least the true number can be; `nil` where no such bound was stated.
  public let low: Int?
  /// The number to show.
  public let best: Int
  /// The most the true number can be; `nil` where no such bound was stated.
  public let high: Int?

  init(low: Int?, best: Int, high: Int?) {
    self.low = low
    self.best = best
    self.high = high
  }
}
