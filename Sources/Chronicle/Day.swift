/// A calendar day of the proleptic Gregorian calendar, local to the country, from 0001-01-01 through
/// 9999-12-31.
///
/// A day is not an instant: it knows no time zone and no length. Arithmetic never traps; what would
/// leave the calendar stays at its first or last day.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int

  /// 0001-01-01.
  public static let earliest = Day(clamping: -719_162)
  /// 9999-12-31.
  public static let latest = Day(clamping: 2_932_896)

  /// The day that many days after 1970-01-01, or the nearest day the calendar has.
  public init(clamping number: Int) {
    self.number = min(max(number, -719_162), 2_932_896)
  }

  /// Makes a day, or `nil` where the calendar has none such, as 29 February 2023 or a year beyond 1
  /// through 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Years are counted from March, so that the leap day is the last one and the months before it
    // follow one linear rule: 306 days to the end of December, 153 in every five months.
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    number = shifted * 365 + leapDays + dayOfYear - 719_468
  }

  /// The next day; the last day the calendar has is its own next day.
  public var next: Day { advanced(by: 1) }

  /// The day before; the first day the calendar has is its own day before.
  public var previous: Day { advanced(by: -1) }

  /// The midnight with which the day begins.
  public var start: Moment { Moment(clamping: number * Moment.secondsPerDay) }

  /// The midnight with which the next day begins; on the last day the calendar has, its last second.
  public var end: Moment { Moment(clamping: (number + 1) * Moment.secondsPerDay) }

  /// Year, month from 1 and day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let sinceMarch = number + 719_468
    let era = sinceMarch / 146_097
    let dayOfEra = sinceMarch % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
