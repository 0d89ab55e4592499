internal import Chronicle

/// Days as reports name them, seen from the day of the report.
struct ReportCalendar {
  /// The day of the report or of the part of it that is being read.
  var today: Day

  /// A day and month without a year: the latest such day that is at most two weeks off in the future.
  func day(_ day: Int, month: Int) -> Day? {
    let year = today.components.year
    for candidate in [year + 1, year, year - 1, year - 2, year - 3, year - 4] {
      if let found = Day(year: candidate, month: month, day: day), found.number <= today.number + 14 {
        return found
      }
    }
    return nil
  }

  /// The day of a month, without the month, that is such a weekday: of those three weeks around today the nearest.
  func day(_ day: Int, on weekday: Int) -> Day? {
    (-14...7).map { today.advanced(by: $0) }
      .filter { $0.components.day == day && ReportCalendar(today: $0).weekday(weekday) == $0 }
      .min { abs($0.number - today.number) < abs($1.number - today.number) }
  }

  /// The latest such weekday that is not after today.
  func weekday(_ weekday: Int) -> Day {
    // 1970-01-01 was a Thursday.
    let current = ((today.number + 3) % 7 + 7) % 7 + 1
    return today.advanced(by: -((current - weekday + 7) % 7))
  }

  /// All days of a month; without a year the latest such month that began already.
  func month(_ month: Int, year: Int? = nil) -> ClosedRange<Day>? {
    let chosen = year ?? (month <= today.components.month ? today.components.year : today.components.year - 1)
    guard let first = Day(year: chosen, month: month, day: 1) else { return nil }
    let next =
      month == 12 ? Day(year: chosen + 1, month: 1, day: 1) : Day(year: chosen, month: month + 1, day: 1)
    return first...(next?.previous ?? first.advanced(by: 30))
  }

  func year(_ year: Int) -> ClosedRange<Day>? {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return nil
    }
    return first...last
  }
}
