internal import Chronicle

/// Reads the dates of a feed as people type them: `9/1/2023`, `18/01/2023 10:45 HORAS`, with quotes and spaces
/// around, and the serial numbers that a spreadsheet leaves in place of a date.
struct FeedDateReader: Hashable, Sendable {
  enum Part: String, CaseIterable, Hashable, Sendable {
    case day, month, year
  }

  /// The order of a date's numbers: each part once.
  let order: [Part]
  /// Day 0 of a spreadsheet's serial numbers.
  let serialOrigin: Day

  /// - Parameter order: `nil` comes back for anything but each part once.
  init?(order: [Part], serialOrigin: Day) {
    guard order.count == 3, Set(order).count == 3 else { return nil }
    self.order = order
    self.serialOrigin = serialOrigin
  }

  /// What became of a date.
  enum Reading: Hashable, Sendable {
    case found(Moment)
    /// It exists only with day and month in the other order.
    case swapped(Moment)
    case none
  }

  /// The day and, where a time of day follows, the moment; midnight where none does. `nil` for text that holds
  /// no date that exists, in the feed's order or with day and month swapped.
  func moment(_ text: String) -> Moment? {
    switch reading(of: text) {
    case .found(let moment), .swapped(let moment): moment
    case .none: nil
    }
  }

  /// Reads a date, and tells whether its order was the feed's.
  func reading(of text: String) -> Reading {
    if let moment = moment(text, in: order) { return .found(moment) }
    let swapped = order.map { part in
      switch part {
      case .day: Part.month
      case .month: Part.day
      case .year: Part.year
      }
    }
    return moment(text, in: swapped).map { .swapped($0) } ?? .none
  }

  private func moment(_ text: String, in order: [Part]) -> Moment? {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    guard let first = numbers.first else { return nil }
    if numbers.count == 1 || (numbers.count == 2 && text.contains(".")) { return serial(numbers) }
    guard numbers.count >= 3, first.count <= 4 else { return nil }
    var parts: [Part: Int] = [:]
    // A year comes first only where it is written with four digits.
    let order = first.count == 4 ? [.year, .month, .day] : order
    for (part, number) in zip(order, numbers) { parts[part] = Int(number) }
    guard var year = parts[.year], let month = parts[.month], let day = parts[.day] else { return nil }
    if year < 100 { year += 2000 }
    guard let day = Day(year: year, month: month, day: day) else { return nil }
    guard numbers.count >= 5, let hour = Int(numbers[3]), let minute = Int(numbers[4]) else {
      return day.start
    }
    // The end of a day is sometimes called its 24th hour.
    if hour == 24, minute == 0 { return day.next.start }
    return Moment(day, hour: hour, minute: minute)
  }

  /// A spreadsheet's serial number: days, and after the point a part of a day.
  private func serial(_ numbers: [String]) -> Moment? {
    guard let days = Int(numbers[0]), (10_000..<100_000).contains(days) else { return nil }
    let day = serialOrigin.advanced(by: days)
    guard numbers.count == 2, let part = Double("0." + numbers[1]) else { return day.start }
    let minutes = Int((part * 1440).rounded())
    return minutes >= 1440 ? day.next.start : Moment(day, hour: minutes / 60, minute: minutes % 60)
  }
}
