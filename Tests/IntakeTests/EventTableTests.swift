import Chronicle
import Foundation
import Gazetteer
import Geo
import GeoFormats
import Ledger
import Reading
import Testing

@testable import Intake

/// Tables of events coded by others. The rows are invented; only the columns are those of ACLED.
@Suite struct EventTableTests {
  private static let geoData = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GeoData").path

  private static let header =
    "event_id_cnty,event_date,year,disorder_type,event_type,sub_event_type,iso,country,admin1,admin2,admin3,"
    + "location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"

  private struct Row {
    var id: String
    var date = "2023-01-05"
    var type = "Protests"
    var country = "Peru"
    var admin = "Puno,El Collao,Ilave"
    var place = "Ilave"
    var position = "-16.0866,-69.6386"
    var precision = "1"
    var notes: String
    var fatalities = "0"
    var timestamp = "1673300000"

    var line: String {
      "\(id),\(date),2023,Demonstrations,\(type),Peaceful protest,604,\(country),\(admin),\(place),\(position),"
        + "\(precision),Invented Herald,\"\(notes)\",\(fatalities),\(timestamp)\n"
    }
  }

  private static let blocked = "Neighbours set up barricades in Ilave and let nobody pass."

  private func read(
    _ rows: [Row]
  ) throws -> (collection: ReportCollection, account: EventAccount) {
    let bytes = Array((Self.header + rows.map(\.line).joined()).utf8)
    let locator = try Locator(CountryPack.read(folder: Self.geoData))
    let words = try ReadingWords.read(locator.pack.country, folder: Self.geoData)
    let reader = EventReader(locator, reader: DispatchReader(locator, words: words))
    return reader.collection(of: try EventTable.events(in: bytes, file: "events.csv", name: "events.csv"))
  }

  @Test func `a table is known by its columns, whatever separates them`() {
    #expect(EventTable.isOne(Array(Self.header.utf8)))
    #expect(EventTable.isOne(Array(("\u{FEFF}" + Self.header).utf8)))
    #expect(EventTable.isOne(Array(Self.header.replacing(",", with: ";").utf8)))
    #expect(!EventTable.isOne(Array("report,kind,date\n".utf8)))
    #expect(!EventTable.isOne(Array("A text about an event_date.".utf8)))
    #expect(!EventTable.isOne([]))
  }

  @Test func `every event counts or is skipped`() throws {
    let (collection, account) = try read([
      Row(id: "A1", notes: Self.blocked),
      Row(id: "A2", notes: "Teachers sang in the square.", fatalities: "0"),
      Row(id: "A3", type: "Riots", notes: "A man was killed in a fight.", fatalities: "1"),
      Row(id: "A4", notes: Self.blocked, fatalities: "2"),
      Row(id: "A5", country: "Bolivia", position: "-17.4,-66.1", notes: Self.blocked),
      Row(id: "A1", notes: Self.blocked, timestamp: "1673300001"),
    ])
    #expect(account.addsUp)
    var expected = EventAccount()
    (expected.events, expected.blockades, expected.deadly, expected.both) = (6, 2, 2, 1)
    (expected.other, expected.elsewhere, expected.repeated) = (1, 1, 1)
    #expect(account == expected)
    #expect(collection.reports.map(\.id.text) == ["ACLED A1", "ACLED A3", "ACLED A4"])
    #expect(Set(collection.observations.map(\.report)) == Set(collection.reports.map(\.id)))
  }

  @Test func `a blockade stands at the position given, as sure as its precision, with its words`() throws {
    for (precision, metres) in [("1", 5_000.0), ("2", 25_000), ("3", 100_000)] {
      let (collection, _) = try read([Row(id: "A1", precision: precision, notes: Self.blocked)])
      let observation = try #require(collection.observations.first)
      guard case .blockade(let blockade) = observation.statement else {
        Issue.record("no blockade")
        continue
      }
      let location = try #require(blockade.placement.location)
      let given = try #require(Coordinate(longitude: -69.6386, latitude: -16.0866))
      #expect(location.geometry == .point(given))
      #expect(location.uncertainty.metres == metres)
      #expect(location.method == .given)
      // The district is believed where the position is the place's own, the department in any case.
      #expect(location.region?.text == (precision == "1" ? "210501" : precision == "2" ? "2105" : "21"))
      #expect(blockade.status == .blocked)
      #expect(blockade.cause == .protest)
      #expect(blockade.when.days.lowerBound.description == "2023-01-05")
      let quote = try #require(observation.quote)
      #expect(Self.blocked.contains(quote) && quote.contains("barricades"))
      #expect(observation.origin == "events.csv:2")
    }
  }

  @Test(arguments: [
    ("Police removed a roadblock in Ilave.", BlockadeStatus.cleared),
    ("Some hundred people blocked the road for hours.", .blocked),
    ("Drivers disrupted traffic to ask for cheaper fuel.", .blocked),
  ])
  func `words without a place count at the event's own`(notes: String, status: BlockadeStatus) throws {
    let (collection, account) = try read([Row(id: "A1", notes: notes)])
    #expect(account.blockades == 1)
    guard case .blockade(let blockade)? = collection.observations.first?.statement else {
      Issue.record("no blockade in “\(notes)”")
      return
    }
    #expect(blockade.status == status)
  }

  @Test func `people killed at one place and day are one incident, whoever counts the events`() throws {
    let note = "Several people died."
    let (collection, _) = try read([
      Row(id: "A1", type: "Riots", notes: note, fatalities: "3"),
      Row(id: "A2", type: "Riots", notes: note, fatalities: "2"),
      Row(id: "A3", date: "06 January 2023", type: "Riots", notes: note, fatalities: "4"),
    ])
    let tolls = collection.observations.compactMap { observation -> TollStatement? in
      if case .toll(let toll) = observation.statement { toll } else { nil }
    }
    #expect(tolls.map(\.value) == [5, 4])
    #expect(tolls.allSatisfy { $0.isOfIncident && $0.measure == .killed && $0.category == .all })
    #expect(collection.observations.first?.origin == "events.csv:2, events.csv:3")
  }

  @Test(arguments: [
    ("2023-13-05", "1", "0", "-16.1,-69.6"), ("2023-01-05", "4", "0", "-16.1,-69.6"),
    ("2023-01-05", "1", "some", "-16.1,-69.6"), ("2023-01-05", "1", "0", "91,-69.6"),
    ("2023-01-05", "1", "0", ",-69.6"),
  ])
  func `a row that cannot be read refuses the table, with its line`(
    date: String,
    precision: String,
    fatalities: String,
    position: String
  ) {
    let bad = Row(
      id: "A2",
      date: date,
      position: position,
      precision: precision,
      notes: "x",
      fatalities: fatalities
    )
    let bytes = Array((Self.header + Row(id: "A1", notes: "x").line + bad.line).utf8)
    let reader = DocumentReader(description: nil)
    let member = InputMember(name: "events.csv", bytes: bytes)
    let error = #expect(throws: InputError.self) {
      try reader.entry(of: member, path: "events.csv", as: .table)
    }
    #expect(error?.location.line == 3)
  }
}
