import Testing

@testable import Chronicle

@Suite struct DayTextTests {
  private func day(_ text: String) -> Day? {
    Array(text.utf8).withUnsafeBufferPointer { DayText.day($0, in: 0..<$0.count) }
  }

  @Test(arguments: [
    "2023-01-05", "2023-01-05T23:59:59Z", "2023-01-05 10:00", "2023/01/05", "20230105", "5 January 2023",
    "05 Jan 2023", " 2023-01-05", "20230105T1200",
  ])
  func `a day is read as tables write it`(_ text: String) {
    #expect(day(text) == Day(year: 2023, month: 1, day: 5))
  }

  @Test(arguments: [
    "", " ", "2023", "2023-01", "2023-1-5", "2023-02-29", "2023-13-01", "05/01/2023", "2023-01-051",
    "202301051",
    "5 Foo 2023", "5 Ja 2023", "32 January 2023", "January 5 2023", "2023-01/05", "0000-01-01",
  ])
  func `what is no day, or could be two, is not read`(_ text: String) {
    #expect(day(text) == nil)
  }
}
