/// A scale from 0 to a round number, in some five round steps of whole things.
struct ChartScale {
  let step: Int
  let top: Int

  /// - Parameter most: The largest number to show; beyond 10¹⁷ the scale ends there.
  init(most: Int) {
    let most = min(max(most, 1), 100_000_000_000_000_000)
    let units = sequence(first: 1) { $0 * 10 }
    let steps = units.lazy.flatMap { [$0, 2 * $0, 5 * $0] }
    step = steps.first { $0 >= (most + 3) / 4 } ?? most
    top = (most + step - 1) / step * step
  }
}
