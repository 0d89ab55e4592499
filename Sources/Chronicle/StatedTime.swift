/// The time that a statement is about, as finely as it was said.
public enum StatedTime: Hashable, Sendable {
  /// Whole local days, the last included.
  case days(ClosedRange<Day>)
  /// One moment, or the moments from the first to the last at which the statement was seen to hold.
  case moments(ClosedRange<Moment>)

  /// One whole day.
  public static func day(_ day: Day) -> StatedTime { .days(day...day) }

  /// One moment.
  public static func moment(_ moment: Moment) -> StatedTime { .moments(moment...moment) }

  /// The first moment it is about.
  public var start: Moment {
    switch self {
    case .days(let days): days.lowerBound.start
    case .moments(let moments): moments.lowerBound
    }
  }

  /// The last moment it is about, to the second.
  public var last: Moment {
    switch self {
    case .days(let days): Moment(clamping: days.upperBound.start.seconds + Moment.secondsPerDay - 1)
    case .moments(let moments): moments.upperBound
    }
  }

  /// The days it touches.
  public var days: ClosedRange<Day> {
    switch self {
    case .days(let days): days
    case .moments(let moments): moments.lowerBound.day...moments.upperBound.day
    }
  }
}
