import Chronicle
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("2023-01-05", "2023-01-05T00:00:00"), ("2023-01-05T15:30", "2023-01-05T15:30:00"),
    ("2023-01-05T15:30:07", "2023-01-05T15:30:07"), ("1969-12-31T23:59:59", "1969-12-31T23:59:59"),
    ("0001-01-01T00:00", "0001-01-01T00:00:00"), ("9999-12-31T23:59:59", "9999-12-31T23:59:59"),
  ])
  func `a moment is printed to the second, without an offset`(_ text: String, _ printed: String) throws {
    #expect(try Morland.moment(text).description == printed)
  }

  @Test(arguments: [
    "2023-01-05T24:00", "2023-01-05T12:60", "2023-01-05T12:00:60", "2023-01-05T", "2023-01-05T12",
    "2023-01-05 12:00", "2023-01-05T12:00Z", "2023-01-05T12:00:00Z", "2023-01-05T1200", "2023-02-29T12:00",
    "2023-01-05T12.00", "2023-01-05T12:00.30", "2023-01-05T-1:00",
  ])
  func `what is no moment of the calendar is not read`(_ text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(arguments: ["1969-12-31", "1970-01-01", "2023-01-05", "0001-01-01"])
  func `a day runs from its midnight to the next, which is the next day's`(_ text: String) throws {
    let day = try Morland.day(text)
    #expect(day.start.day == day)
    #expect(day.end.day == day.next)
    #expect(day.end == day.next.start)
    let lastSecond = try #require(Moment(day, hour: 23, minute: 59, second: 59))
    #expect(lastSecond.day == day)
    #expect(lastSecond.startOfDay == day.start)
    #expect(day.start < lastSecond)
    #expect(lastSecond < day.end)
  }

  @Test(arguments: [
    ("2031-03-02T23:30Z", 630, "2031-03-03T10:00:00"),
    ("2031-03-02T23:30:05+00:00", -300, "2031-03-02T18:30:05"),
    ("2031-03-02T00:10-0500", -300, "2031-03-02T00:10:00"), ("2031-03-02T00:10+02", 0, "2031-03-01T22:10:00"),
    ("2031-03-02T00:10", 630, "2031-03-02T00:10:00"), ("2031-03-02", 630, "2031-03-02T00:00:00"),
  ])
  func `an offset is turned into local time`(text: String, minutes: Int, local: String) {
    #expect(Moment(text, minutesFromUTC: minutes)?.description == local)
  }

  @Test(arguments: [
    "2031-03-02Z", "2031-03-02T10:00+", "2031-03-02T10:00+1", "2031-03-02T10:00+25:00",
    "2031-03-02T10:00+02:60",
    "2031-03-02T10:00ZZ", "T+02", "", "2031-03-02T10:00 +02:00", "2031-03-02T10:00+02:00:00",
  ])
  func `what has no offset of the standard's form is no moment`(text: String) {
    #expect(Moment(text, minutesFromUTC: 0) == nil)
  }
}
