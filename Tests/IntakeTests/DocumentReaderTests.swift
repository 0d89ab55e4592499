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

  @Test(arguments: [
    ("note,blockade,2031-02-30,blocked,Brisca", 2), ("note,siege,2031-03-02,blocked,Brisca", 2),
    ("note,blockade,2031-03-02,closed,Brisca", 2), (",blockade,2031-03-02,blocked,Brisca", 2),
    ("note,blockade,2031-03-02,blocked,Brisca\nnote,toll,2031-03-02,,Brisca", 3),
  ])
  func `a table with a wrong row is refused with its line`(rows: String, line: Int) {
    let needed = ObservationColumn.allCases.filter { !ObservationColumn.optional.contains($0) }
    let given: [ObservationColumn] = [.report, .kind, .date, .status, .reference]
    let rest = needed.filter { !given.contains($0) }
    var table = (given + rest).map(\.rawValue).joined(separator: ",") + "\n"
    for row in rows.split(separator: "\n") { table += row + String(repeating: ",", count: rest.count) + "\n" }
    let member = InputMember(name: "table.csv", bytes: Array(table.utf8))
    let error = #expect(throws: InputError.self) {
      try DocumentReader(description: nil).entry(of: member, path: "table.csv", as: .table)
    }
    #expect(error?.location.line == line)
  }

  @Test func `a table is checked without the dispatches it speaks of`() throws {
    let needed = ObservationColumn.allCases.filter { !ObservationColumn.optional.contains($0) }
    let cells: [ObservationColumn: String] = [
      .report: "later", .kind: "blockade", .date: "2031-03-02", .status: "blocked", .reference: "Brisca",
    ]
    let table = [needed.map(\.rawValue), needed.map { cells[$0] ?? "" }].map {
      $0.joined(separator: ",") + "\n"
    }
    let member = InputMember(name: "table.csv", bytes: Array(table.joined().utf8))
    let entry = try DocumentReader(description: nil).entry(of: member, path: "table.csv", as: .table).entry
    #expect(entry.kind == .table)
  }
}
