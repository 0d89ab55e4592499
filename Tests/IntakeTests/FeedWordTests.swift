import Chronicle
import Testing

@testable import Intake

@Suite struct FeedWordTests {
  private let reader = FeedDateReader(
    order: [.day, .month, .year],
    serialOrigin: Day(year: 1899, month: 12, day: 30) ?? .earliest
  )

  @Test(
    arguments: [
      ("18/01/2023 10:45 HORAS", "2023-01-18T10:45:00"), ("9/1/2023", "2023-01-09T00:00:00"),
      ("44930", "2023-01-04T00:00:00"), ("44930.75", "2023-01-04T18:00:00"),
      ("08/01/2023'", "2023-01-08T00:00:00"),
      ("18/01/23", "2023-01-18T00:00:00"), ("2023-01-18 07:05", "2023-01-18T07:05:00"),
      ("31/12/2023 24:00", "2024-01-01T00:00:00"), ("19/01/2023  15:30  HORAS", "2023-01-19T15:30:00"),
    ]
  )
  func `dates are read as people type them`(text: String, moment: String) {
    #expect(reader?.moment(text)?.description == moment)
  }

  @Test(arguments: [
    "", "ayer", "31/02/2023", "32/13/2023", "18/01", "7", "18/01/2023 25:70", "99999999999999999999",
  ])
  func `what is no date is none`(text: String) {
    #expect(reader?.moment(text) == nil)
  }

  @Test func `a date that exists only with day and month swapped says so`() throws {
    let march = try #require(Moment("2023-03-13"))
    #expect(reader?.reading(of: "3/13/2023") == .swapped(march))
    #expect(reader?.reading(of: "13/3/2023") == .found(march))
  }

  @Test(
    arguments: [
      ("CLIMATOLOGICO", "weather", true), ("climatológico", "weather", true),
      ("CHLIMATOLIGO", "weather", false),
      ("HUMANOO", "protest", false), ("INFRAESTUCTURA", "works", false),
    ]
  )
  func `words are found as written or nearly so`(word: String, meaning: String, isExact: Bool) {
    let words = FeedWords([
      (word: "HUMANO", meaning: "protest"), (word: "CLIMATOLOGICO", meaning: "weather"),
      (word: "INFRAESTRUCTURA", meaning: "works"),
    ])
    switch words.reading(of: word) {
    case .found(let found): #expect(found == meaning && isExact)
    case .nearly(let found, _): #expect(found == meaning && !isExact)
    case .unknown: Issue.record("\(word) is unknown")
    }
  }

  @Test(arguments: ["", "VOLCAN", "HUM"])
  func `a word that is like none is unknown`(word: String) {
    guard case .unknown = FeedWords([(word: "HUMANO", meaning: 1)]).reading(of: word) else {
      Issue.record("\(word) is read as HUMANO")
      return
    }
  }

  @Test(
    arguments: [
      ("TRUCE / (BRIDGE OLD TOWN) STRIKE", BlockadeStatus.suspended, "BRIDGE OLD TOWN"),
      ("(OLD TOWN) TRUCE / STRIKE", .suspended, "OLD TOWN"), ("STRIKE, NO TRUCE", nil, nil),
      ("(CENTRE : NORTH - SOUTH) STRIKE", nil, "CENTRE NORTH - SOUTH"),
      ("BRIDGE NORTH STRIKE, ROAD OPEN AGAIN", .cleared, "BRIDGE NORTH"),
      ("STRIKE / ROAD OPEN AGAIN BY NIGHT", .cleared, nil), ("TRUCE / ROAD OPEN AGAIN", .cleared, nil),
      ("\"BRIDGE URU. STRIKE", nil, "BRIDGE URU"), ("", nil, nil), ("() / ( STRIKE", nil, nil),
    ] as [(String, BlockadeStatus?, String?)]
  )
  func `beginnings of a description tell status and place`(
    text: String,
    status: BlockadeStatus?,
    place: String?
  ) throws {
    let event = FeedEvent(text, description: try SampleFeed.description())
    #expect(event.status == status)
    #expect(event.place == place)
  }
}
