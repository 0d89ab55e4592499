import Chronicle
import Testing

@testable import Ledger

@Suite struct LedgerTests {
  private func entries() throws -> [LedgerEntry] {
    [
      try .snapshot("2031-01-01T09:00", ["a", "b"]),
      try .snapshot("2031-01-01T12:00", ["b", "c", "b"]),
      try .snapshot("2031-01-02T09:00", []),
      try .snapshot("2031-01-03T09:00", ["a"]),
      .dispatch("one"), .dispatch("two"),
    ]
  }

  @Test func `contents do not depend on the order of adding, nor on how it was cut into transactions`() throws
  {
    let entries = try entries()
    let ledger = try TemporaryLedger()
    try ledger.add(entries)
    let contents = try ledger.contents()
    #expect(contents.snapshots.count == 4)
    #expect(contents.documents.count == 2)
    #expect(contents.states.count == 3)
    let other = try TemporaryLedger()
    for entry in entries.reversed() { try other.add([entry]) }
    #expect(try other.contents() == contents)
  }

  @Test func `the same entry twice adds nothing`() throws {
    let ledger = try TemporaryLedger()
    let entries = try entries()
    #expect(try ledger.add(entries).allSatisfy { $0 == .new })
    let contents = try ledger.contents()
    #expect(try ledger.add(entries).allSatisfy { $0 == .known })
    #expect(try ledger.contents() == contents)
  }

  @Test func `a state is kept once, with the moments it was first and last seen`() throws {
    let ledger = try TemporaryLedger()
    try ledger.add(entries())
    let contents = try ledger.contents()
    let seen = Dictionary(
      uniqueKeysWithValues: contents.states.map {
        (
          String(decoding: $0.content, as: UTF8.self),
          "\($0.seen.lowerBound) \($0.seen.upperBound)"
        )
      }
    )
    #expect(
      seen == [
        "a": "2031-01-01T09:00:00 2031-01-03T09:00:00", "b": "2031-01-01T09:00:00 2031-01-01T12:00:00",
        "c": "2031-01-01T12:00:00 2031-01-01T12:00:00",
      ]
    )
  }

  @Test func `the rows of a snapshot come back with every field as it came`() throws {
    let ledger = try TemporaryLedger()
    try ledger.add(entries())
    let contents = try ledger.contents()
    for entry in try entries() {
      guard case .listing(let listing) = entry.content else { continue }
      let snapshot = try #require(contents.snapshots.first { $0.digest == entry.digest })
      #expect(contents.rows(of: snapshot) == listing.rows)
      #expect(snapshot.passingFields == listing.passingFields)
    }
  }

  @Test func `a transaction that is dropped leaves the ledger as it was`() throws {
    let ledger = try TemporaryLedger()
    try ledger.add([.snapshot("2031-01-01T09:00", ["a"])])
    let before = try ledger.contents()
    do {
      var transaction = try LedgerTransaction(in: Ledger(writingTo: ledger.path))
      _ = try transaction.add(.snapshot("2031-01-02T09:00", ["b"]))
    }
    #expect(try ledger.contents() == before)
    // Nothing is locked any more.
    #expect(try ledger.add([.snapshot("2031-01-02T09:00", ["b"])]) == [.new])
  }

  @Test func `one content at two moments is two snapshots, and at none is the ones it has`() throws {
    let named = [
      try LedgerEntry.snapshot("2031-01-01T09:00", ["a"]), try .snapshot("2031-01-02T09:00", ["a"]),
    ]
    let unnamed = try LedgerEntry.snapshot("2031-01-01T08:30", ["a"], named: false)
    let first = try TemporaryLedger()
    #expect(try first.add(named + [unnamed]) == [.new, .new, .known])
    let last = try TemporaryLedger()
    #expect(try last.add([unnamed] + named) == [.new, .new, .new])
    #expect(try first.contents().snapshots == last.contents().snapshots)
    #expect(try first.contents().snapshots.map(\.moment.description).count == 2)
  }

  @Test func `a state that no shown snapshot has is seen when its report was`() throws {
    let ledger = try TemporaryLedger()
    try ledger.add([.snapshot("2031-01-01T08:30", ["a"], named: false)])
    let state = try #require(try ledger.contents().states.first)
    #expect(state.seen.lowerBound.description == "2031-01-01T08:30:00")
  }
}
