/// Reads days as tables write them.
package enum DayText {
  /// The day that a cell begins with: `2023-01-05`, `2023/01/05`, `20230105`, or `5 January 2023`, with a time or
  /// nothing behind it. A day is taken as it is written: no time zone moves it.
  ///
  /// - Returns: `nil` where it is none of these, or a day that the calendar does not have. Day and month in figures
  ///   with the year last are not read: nobody can tell which comes first.
  package static func day(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Day? {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound])
    guard let year = number(text, 0, 4) else { return written(text) }
    if text.count >= 10, text[4] == UInt8(ascii: "-") || text[4] == UInt8(ascii: "/"), text[7] == text[4],
      let month = number(text, 5, 2), let day = number(text, 8, 2), isEnd(text, 10)
    {
      return Day(year: year, month: month, day: day)
    }
    if let month = number(text, 4, 2), let day = number(text, 6, 2), isEnd(text, 8) {
      return Day(year: year, month: month, day: day)
    }
    return nil
  }

  /// `5 January 2023`, `05 Jan 2023`.
  private static func written(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
    let words = String(decoding: text, as: UTF8.self).split(separator: " ", maxSplits: 3)
    guard words.count >= 3, words[0].utf8.count <= 2, let day = Int(words[0]), words[2].utf8.count == 4,
      let year = Int(words[2])
    else { return nil }
    let name = words[1].lowercased()
    guard name.count >= 3, let month = months.firstIndex(where: { $0.hasPrefix(name) }) else { return nil }
    return Day(year: year, month: month + 1, day: day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// Whether nothing follows, or what does is set apart as a time is.
  private static func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place < text.count else { return true }
    return text[place] == UInt8(ascii: "T") || text[place] == UInt8(ascii: " ")
  }

  @inline(__always)
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= text.count else { return nil }
    var number = 0
    for place in start..<start + count {
      let digit = text[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
