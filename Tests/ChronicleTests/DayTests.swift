import Chronicle
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2000-03-01", 11017),
    ("2023-01-05", 19362), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `a date is read as its day number and printed as it was written`(_ text: String, _ number: Int) throws
  {
    let day = try Morland.day(text)
    #expect(day.number == number)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2023-02-30", "2023-04-31", "2023-00-10", "2023-13-01", "2023-01-00",
    "2023-01-32", "0000-01-01", "2023-1-05", "2023-01-5", "23-01-05", "2023/01/05", "2023-01-05 ",
    " 2023-01-05", "+023-01-05", "2023-01-05T00:00", "２０２３-01-05", "", "-2023-01-05", "12023-01-05",
  ])
  func `what is no date of the calendar is not read`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [2024, 2000, 1600, 4]) func `a leap year has a 29 February`(_ year: Int) throws {
    let leapDay = try #require(Day(year: year, month: 2, day: 29))
    #expect(leapDay.next == Day(year: year, month: 3, day: 1))
    #expect(leapDay.previous == Day(year: year, month: 2, day: 28))
  }

  @Test func `number, components and text name the same day all through the calendar`() throws {
    for number in stride(from: Day.earliest.number, through: Day.latest.number, by: 101) {
      let day = Day(clamping: number)
      let (year, month, dayOfMonth) = day.components
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
      #expect(Day(day.description) == day)
    }
  }

  @Test func `months follow each other without a gap through four hundred years`() throws {
    var day = try Morland.day("1800-01-01")
    for year in 1800..<2200 {
      for (month, length) in [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        #expect(Day(year: year, month: month + 1, day: 1) == day)
        day = day.advanced(by: month == 1 ? (isLeap ? 29 : 28) : length)
      }
    }
  }

  @Test func `arithmetic stays inside the calendar`() {
    #expect(Day.latest.next == .latest)
    #expect(Day.earliest.previous == .earliest)
    #expect(Day.latest.advanced(by: .max) == .latest)
    #expect(Day.earliest.advanced(by: .min) == .earliest)
    #expect(Day.earliest.advanced(by: .max) == .latest)
    #expect(Day(clamping: .min) == .earliest)
    #expect(Day.latest.end == .latest)
  }

  @Test func `a range of days runs over each once`() throws {
    let days = try Array(Morland.day("2023-02-27")...Morland.day("2023-03-02")).map(\.description)
    #expect(days == ["2023-02-27", "2023-02-28", "2023-03-01", "2023-03-02"])
    #expect(Array(Day.latest.previous...Day.latest).count == 2)
  }
}
