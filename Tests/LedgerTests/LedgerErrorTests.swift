import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct LedgerErrorTests {
  private func reason(_ body: () throws -> Void) -> LedgerError.Reason? {
    #expect(throws: LedgerError.self, performing: body)?.reason
  }

  @Test func `two writers take turns, and one that waits too long says so`() throws {
    let ledger = try TemporaryLedger()
    let holder = try Ledger(writingTo: ledger.path)
    let transaction = try LedgerTransaction(in: holder)
    let other = reason {
      let late = try LedgerTransaction(in: Ledger(writingTo: ledger.path, patience: 0.05))
      try late.commit()
    }
    #expect(other == .locked)
    try transaction.commit()
    #expect(try ledger.add([.dispatch("after")]) == [.new])
  }

  @Test func `a file that is no database is damaged, and stays as it is`() throws {
    let ledger = try TemporaryLedger()
    let bytes = Data(repeating: 0x41, count: 4096)
    try bytes.write(to: URL(filePath: ledger.path))
    #expect(reason { _ = try Ledger(writingTo: ledger.path) } == .damaged)
    #expect(reason { _ = try Ledger(readingFrom: ledger.path) } == .damaged)
    #expect(try Data(contentsOf: URL(filePath: ledger.path)) == bytes)
  }

  @Test func `a ledger cut in half is damaged`() throws {
    let ledger = try TemporaryLedger()
    let words = (0..<2000).map { "\($0) " + String(repeating: "x", count: 200) }
    try ledger.add([.snapshot("2031-01-01T09:00", words)])
    let file = URL(filePath: ledger.path)
    let whole = try Data(contentsOf: file)
    try whole.prefix(whole.count / 2).write(to: file)
    #expect(reason { _ = try Ledger(readingFrom: ledger.path).contents() } == .damaged)
  }

  @Test func `a database of another program is left alone`() throws {
    let ledger = try TemporaryLedger()
    try DatabaseQueue(path: ledger.path).write { try $0.execute(sql: "CREATE TABLE cake (id INTEGER)") }
    #expect(reason { _ = try Ledger(writingTo: ledger.path) } == .foreign)
    #expect(reason { _ = try Ledger(readingFrom: ledger.path) } == .foreign)
  }

  @Test func `a ledger of a newer version is not touched`() throws {
    let ledger = try TemporaryLedger()
    try ledger.add([.dispatch("one")])
    try DatabaseQueue(path: ledger.path).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 something to come')")
    }
    #expect(reason { _ = try Ledger(writingTo: ledger.path) } == .newerVersion)
    #expect(reason { _ = try Ledger(readingFrom: ledger.path) } == .newerVersion)
  }

  @Test func `a ledger that is not there cannot be read, nor made in a folder that is not there`() throws {
    let ledger = try TemporaryLedger()
    #expect(reason { _ = try Ledger(readingFrom: ledger.path) } == .cannotOpen)
    #expect(reason { _ = try Ledger(writingTo: ledger.path + "/no/ledger.sqlite") } == .cannotOpen)
    let folder = URL(filePath: ledger.path).deletingLastPathComponent().path
    #expect(reason { _ = try Ledger(writingTo: folder) } == .cannotOpen)
    #expect(reason { _ = try Ledger(readingFrom: folder) } == .cannotOpen)
  }

  @Test(.enabled(if: ReadOnlyFile.isPossible, "nothing keeps this user from writing to a file"))
  func `a ledger that may not be written to is read, and takes nothing`() throws {
    let ledger = try TemporaryLedger()
    try ledger.add([.dispatch("one"), .snapshot("2031-01-01T09:00", ["a"])])
    let (contents, bytes) = try (ledger.contents(), Data(contentsOf: URL(filePath: ledger.path)))
    try ReadOnlyFile.with(ledger.path) {
      #expect(reason { try ledger.add([.dispatch("two")]) } == .readOnly)
      let still = try ledger.contents()
      #expect(still == contents)
    }
    #expect(try Data(contentsOf: URL(filePath: ledger.path)) == bytes)
    #expect(try ledger.add([.dispatch("two")]) == [.new])
  }

  @Test func `each reason is one line that names the ledger`() {
    let reasons: [LedgerError.Reason] = [
      .locked, .readOnly, .cannotOpen, .damaged, .foreign, .newerVersion, .device("full"), .other("odd"),
    ]
    for reason in reasons {
      let text = LedgerError(path: "GeoData/ledger.sqlite", reason: reason).description
      #expect(text.hasPrefix("GeoData/ledger.sqlite: "))
      #expect(!text.contains("\n"))
    }
  }
}
