import ArgumentParser
import Chronicle

/// Which days, and what was known.
struct PeriodOptions: ParsableArguments {
  @Option(help: "The first day, YYYY-MM-DD.")
  var from: Day?

  @Option(help: "The last day, YYYY-MM-DD.")
  var to: Day?

  func validate() throws {
    if let from, let to, from > to { throw ValidationError("--from \(from) is after --to \(to)") }
  }

  /// The days asked for, cut to those that a timeline has; `nil` where they have none in common.
  func days(of timeline: Timeline) -> ClosedRange<Day>? { timeline.days(from: from, to: to) }
}

extension Timeline {
  /// The days from one to another, as far as there are any.
  func days(from: Day?, to: Day?) -> ClosedRange<Day>? {
    guard let all = days else { return nil }
    let first = max(from ?? all.lowerBound, all.lowerBound)
    let last = min(to ?? all.upperBound, all.upperBound)
    return first <= last ? first...last : nil
  }
}
