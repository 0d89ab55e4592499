internal import Chronicle

/// Finds the moment in a file's name.
enum FileMoment {
  /// The first `YYYY-MM-DD` followed by an hour and a minute, with or without a sign between any two numbers,
  /// that is a moment: `2023-01-19T1604.json`, `alerts_20230119_1604.json`. `nil` where there is none.
  static func moment(in name: String) -> Moment? {
    let bytes = Array(name.utf8)
    for start in bytes.indices {
      // Digits that continue others are no year.
      if start > 0, isDigit(bytes[start - 1]) { continue }
      var position = start
      guard let year = number(of: 4, in: bytes, at: &position),
        let month = number(of: 2, in: bytes, at: &position),
        let day = number(of: 2, in: bytes, at: &position),
        let hour = number(of: 2, in: bytes, at: &position),
        let minute = number(of: 2, in: bytes, at: &position),
        let date = Day(year: year, month: month, day: day),
        let moment = Moment(date, hour: hour, minute: minute)
      else { continue }
      return moment
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func number(of digits: Int, in bytes: [UInt8], at position: inout Int) -> Int? {
    let signs = Array("-_T:. h".utf8)
    var start = position
    if digits == 2, start < bytes.count, signs.contains(bytes[start]) { start += 1 }
    guard start + digits <= bytes.count else { return nil }
    let text = bytes[start..<(start + digits)]
    guard text.allSatisfy(isDigit) else { return nil }
    position = start + digits
    return Int(String(decoding: text, as: UTF8.self))
  }
}
