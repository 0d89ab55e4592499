import Chronicle
import GeoFormats
import Ledger
import Testing

@testable import Intake

@Suite struct DocumentReaderTests {
  private static let dispatch = "publisher: Herald\ntitle: Strike\npublished: 2031-03-02\n\nText."
  private static let table =
    ObservationColumn.allCases.map(\.rawValue).joined(separator: ",") + "\n"

  private func kind(of text: String) throws -> LedgerEntry.Kind {
    let reader = DocumentReader(description: try SampleFeed.description())
    let member = InputMember(name: "2031-03-02T1000", bytes: Array(text.utf8))
    let kind = try DocumentReader.kind(of: member.bytes, path: "document")
    return try reader.entry(of: member, path: "document", as: kind).entry.kind
  }

  @Test func `what a document is shows in its content`() throws {
    #expect(try kind(of: #"{"closed": []}"#) == .snapshot)
    #expect(try kind(of: "\u{FEFF} \n{\"closed\": []}") == .snapshot)
    #expect(try kind(of: Self.dispatch) == .dispatch)
    #expect(try kind(of: Self.table) == .table)
  }

  @Test(arguments: ["", "  \n", "Hello.\n", "<html>", "{", "publisher: Herald\n\nno title"])
  func `what is none of them is refused`(text: String) {
    #expect(throws: InputError.self) { try kind(of: text) }
  }

  @Test func `a snapshot needs a pack that describes its feed`() {
    let member = InputMember(name: "2031-03-02T1000", bytes: Array(#"{"closed": []}"#.utf8))
    #expect(throws: InputError.self) {
      try DocumentReader(description: nil).entry(of: member, path: "document", as: .snapshot)
    }
  }
}
