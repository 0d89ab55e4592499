/// A local date and time of day, to the second, with no offset.
///
/// It spans 0001-01-01T00:00:00 through 9999-12-31T23:59:59; what would leave that range stays at its end.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00 of the local calendar, every day having 86,400 of them.
  let seconds: Int

  static let secondsPerDay = 86_400

  /// 9999-12-31T23:59:59.
  public static let latest = Moment(clamping: .max)

  init(clamping seconds: Int) {
    let first = Day.earliest.number * Self.secondsPerDay
    let last = Day.latest.number * Self.secondsPerDay + Self.secondsPerDay - 1
    self.seconds = min(max(seconds, first), last)
  }

  /// Makes a moment, or `nil` where the time of day is none: hours 0 through 23, minutes and seconds 0
  /// through 59.
  public init?(_ day: Day, hour: Int, minute: Int, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    seconds = day.number * Self.secondsPerDay + hour * 3600 + minute * 60 + second
  }

  /// The day it falls on.
  public var day: Day {
    let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: Self.secondsPerDay)
    return Day(clamping: remainder < 0 ? quotient - 1 : quotient)
  }

  /// The midnight with which its day begins.
  public var startOfDay: Moment { day.start }

  /// The same moment in UTC, for a place whose clocks are so many minutes ahead of it.
  public func atUTC(minutesAhead: Int) -> Moment {
    let (shift, isOver) = minutesAhead.multipliedReportingOverflow(by: 60)
    return isOver ? self : Moment(clamping: seconds - shift)
  }

  /// Hour, minute and second of its day.
  public var time: (hour: Int, minute: Int, second: Int) {
    let ofDay = seconds - startOfDay.seconds
    return (hour: ofDay / 3600, minute: ofDay / 60 % 60, second: ofDay % 60)
  }

  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}
