import Chronicle
import Testing

@testable import Intake

@Suite struct FileMomentTests {
  @Test(
    arguments: [
      ("2023-01-19T1604.json", "2023-01-19T16:04:00"),
      ("alerts_20230119_1604.json", "2023-01-19T16:04:00"),
      ("feed 2023-01-19 16:04.json", "2023-01-19T16:04:00"),
      ("7-2023-01-19T160459.json", "2023-01-19T16:04:00"),
    ]
  )
  func `a file's name tells its moment`(name: String, moment: String) {
    #expect(FileMoment.moment(in: name)?.description == moment)
  }

  @Test(arguments: [
    "feed.json", "2023-01-19.json", "2023-13-19T1604.json", "2023-02-30T1604", "2023-01-19T2460",
  ])
  func `a name without a moment that exists tells none`(name: String) {
    #expect(FileMoment.moment(in: name) == nil)
  }
}
