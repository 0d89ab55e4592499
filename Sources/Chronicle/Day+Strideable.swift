extension Day: Strideable {
  /// The number of days from this day to another; negative where the other is earlier.
  public func distance(to other: Day) -> Int { other.number - number }

  /// The day that many days later, or the calendar's first or last where that lies beyond it.
  public func advanced(by days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .earliest : .latest) : Day(clamping: sum)
  }
}
