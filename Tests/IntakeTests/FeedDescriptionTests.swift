import GeoFormats
import Testing

@testable import Intake

@Suite struct FeedDescriptionTests {
  @Test(
    arguments: [
      ("field,state,status", "field,state,colour", "colour"), ("list,free,open", "list,free,empty", "empty"),
      ("passing,number", "skipping,number", "skipping"), ("setting,language", "setting,tongue", "tongue"),
      ("event,TRUCE,suspended", "event,TRUCE,paused", "paused"),
    ]
  )
  func `a word that means nothing is shown with its line`(right: String, wrong: String, found: String) {
    let table = SampleFeed.table.replacing(right, with: wrong)
    let error = #expect(throws: InputError.self) {
      try FeedDescription(Array(table.utf8), file: "feed.csv")
    }
    #expect(error?.found == found)
    #expect(error?.location.line != nil)
  }

  @Test(arguments: [
    "setting,publisher", "setting,date_order", "setting,serial_date_origin", "setting,update_tolerance",
  ])
  func `a setting that is needed is asked for`(start: String) {
    let table = SampleFeed.table.split(separator: "\n").filter { !$0.hasPrefix(start) }.joined(
      separator: "\n"
    )
    #expect(throws: InputError.self) { try FeedDescription(Array(table.utf8), file: "feed.csv") }
  }

  @Test func `the address is the table's`() throws {
    #expect(try SampleFeed.description().address == "https://roads.example/alerts")
  }
}
