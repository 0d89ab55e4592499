import Chronicle
import Foundation
import Gazetteer
import GeoFormats
import Ledger
import Reading
import Testing

@testable import Intake

/// Texts as they were published become dispatches with a whole header and the same text.
@Suite struct DispatchFormTests {

  private func form(_ text: String, _ details: DispatchDetails = DispatchDetails()) throws -> (
    report: Report, text: String, findings: [Finding]
  ) {
    let document = try document(Array(text.utf8), details)
    let dispatch = try Dispatch(
      document.bytes,
      file: "note.txt",
      id: Report.ID("note"),
      minutesFromUTC: SampleFeed.locator().pack.country.minutesFromUTC
    )
    return (dispatch.report, dispatch.text, document.findings)
  }

  private func document(
    _ bytes: [UInt8],
    _ details: DispatchDetails = DispatchDetails()
  ) throws -> DispatchForm.Document {
    let words = try ReadingWords.read(language: "en", folder: Self.geoData)
    let reader = DispatchReader(try SampleFeed.locator(), words: [words])
    return try DispatchForm(reader: reader, details: details).document(bytes, path: "note.txt")
  }

  private static let geoData = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData").path

  @Test func `a dispatch with a whole header stays as it is`() throws {
    let text = "publisher: Herald\r\ntitle: Strike\r\npublished: 2031-03-02T09:30\r\n\r\nRoads.\r\n"
    let document = try document(Array(text.utf8))
    #expect(document.bytes == Array(text.utf8))
    #expect(document.findings.isEmpty)
  }

  @Test func `what a header lacks comes from the text, character by character as published`() throws {
    let text = "\nThe road is closed 🚧 – says José.\r\n\r\nIt was blocked on 2 March 2031.\r\n"
    let (report, body, findings) = try form(text)
    #expect(report.title == "The road is closed 🚧 – says José.")
    #expect(report.published.day == Day("2031-03-02"))
    #expect(!report.hasTime)
    #expect(report.language == "en")
    #expect(body == text)
    #expect(report.publisher == "unknown")
    #expect(findings.count == 1)
  }

  @Test func `a first line may give the day and who published it`() throws {
    let (report, body, findings) = try form(" date 2031-03-02 Harbour Post\n\nThe road is blocked.\n")
    #expect(report.publisher == "Harbour Post")
    #expect(report.title == "The road is blocked.")
    #expect(report.published.day == Day("2031-03-02"))
    #expect(body.hasPrefix(" date 2031-03-02"))
    #expect(findings.isEmpty)
    // A sentence behind the day is the text, not a name.
    #expect(try form("date 2031-03-02 The road is blocked.").report.title == "The road is blocked.")
  }

  @Test func `what the user says goes before what the text says`() throws {
    var details = DispatchDetails()
    details.publisher = "Radio\nCosta"
    details.title = "Afternoon note"
    details.published = Moment("2031-03-03T18:00")
    details.url = "https://radio.example/1"
    let (report, body, findings) = try form(
      "source: Herald\ndate: 2031-03-02\n\nThe road is blocked.",
      details
    )
    #expect(report.publisher == "Radio Costa")
    #expect(report.title == "Afternoon note")
    #expect(report.published == Moment("2031-03-03T18:00"))
    #expect(report.hasTime)
    #expect(report.url == "https://radio.example/1")
    #expect(body == "The road is blocked.")
    #expect(findings.isEmpty)
  }

  @Test func `a moment with an offset becomes the country's own time`() throws {
    // The invented country is 10 hours 30 minutes ahead of UTC.
    let header = "publisher: Herald\ntitle: Strike\npublished: 2031-03-02T23:30Z\n\nThe road is blocked."
    #expect(try form(header).report.published == Moment("2031-03-03T10:00"))
    var details = DispatchDetails()
    details.title = "Other"
    #expect(try form(header, details).report.published == Moment("2031-03-03T10:00"))
  }

  @Test func `older encodings become UTF-8`() throws {
    var details = DispatchDetails()
    details.encoding = .windows1252
    details.published = Moment("2031-03-03")
    let document = try document(
      Array("El ".utf8) + [0x93, 0x50, 0xE1, 0x72, 0x61, 0x6D, 0x6F, 0x94],
      details
    )
    #expect(String(decoding: document.bytes, as: UTF8.self).hasSuffix("\n\nEl “Páramo”"))
  }

  @Test(arguments: [
    ("", "note.txt: found no text"),
    ("Hello.\n", "note.txt: found no date, expected a header line “published: 2023-01-31”"),
    ("published: 2031-02-30\n\nText.", "note.txt:1: found the date “2031-02-30”"),
    (
      "publisher: Herald\npublished: 2031-03-02\nheadline: Strike\n\nText.",
      "note.txt:3: found “headline: Strike”"
    ),
  ])
  func `a text that cannot be kept is told with its line`(text: String, message: String) throws {
    let error = #expect(throws: InputError.self) { try form(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }

  @Test func `bytes that are not UTF-8 are told with their line and what to do`() throws {
    let error = #expect(throws: InputError.self) {
      try document(Array("date 2031-03-02\nEl P".utf8) + [0xE1] + Array("ramo".utf8))
    }
    #expect(error?.location.line == 2)
    #expect(error?.description.contains("--encoding latin1") == true)
  }
}
