/// What a situation is of: a whole day, or one moment of it.
public enum SituationTime: Hashable, Sendable {
  case day(Day)
  case moment(Moment)

  /// The day it is, or falls on.
  public var day: Day {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.day
    }
  }

  /// Its last moment.
  var last: Moment {
    switch self {
    case .day(let day): StatedTime.day(day).last
    case .moment(let moment): moment
    }
  }
}

extension SituationTime: Comparable {
  /// By their last moments: a day comes after the moments in it.
  public static func < (left: SituationTime, right: SituationTime) -> Bool {
    guard left.last == right.last, case .moment = left, case .day = right else {
      return left.last < right.last
    }
    return true
  }
}

extension SituationTime: CustomStringConvertible {
  /// Reads `YYYY-MM-DD`, a day, or `YYYY-MM-DDTHH:MM` with or without seconds, a moment.
  public init?(_ text: some StringProtocol) {
    if let day = Day(text) {
      self = .day(day)
    } else if let moment = Moment(text) {
      self = .moment(moment)
    } else {
      return nil
    }
  }

  public var description: String {
    switch self {
    case .day(let day): day.description
    case .moment(let moment): moment.description
    }
  }
}
