internal import Chronicle
internal import Foundation
internal import GRDB

/// Entries that are kept together or not at all.
///
/// Dropped without ``commit()``, whatever the reason, it leaves the ledger as it was.
public struct LedgerTransaction: ~Copyable {
  /// What became of an entry.
  public enum Outcome: Hashable, Sendable {
    case new
    /// The ledger has it already.
    case known
  }

  private let ledger: Ledger
  private var states: KnownStates
  /// Changes whenever another connection has written, which none does in the meantime.
  private let version: Int

  /// Begins a transaction; another process that is writing is waited for.
  ///
  /// - Complexity: O(*n*) in the distinct states that the ledger has; O(1) where no other process has written
  ///   since the last transaction.
  public init(in ledger: Ledger) throws(LedgerError) {
    do {
      try ledger.database.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    } catch {
      throw LedgerError(error, path: ledger.path)
    }
    do {
      (states, version) = try ledger.database.writeWithoutTransaction { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
        if let known = ledger.known, known.version == version { return known }
        return (try KnownStates(in: database), version)
      }
    } catch {
      // What was begun has no other end yet.
      try? ledger.database.writeWithoutTransaction { try $0.rollback() }
      throw LedgerError(error, path: ledger.path)
    }
    ledger.known = nil
    self.ledger = ledger
  }

  deinit {
    // What is not committed by now is not wanted; where even this fails, closing the file does the same.
    try? ledger.database.writeWithoutTransaction { if $0.isInsideTransaction { try $0.rollback() } }
  }

  /// Adds an entry, unless the ledger has it: the same digest at the same moment; without a moment from
  /// outside the document, the same digest.
  public mutating func add(_ entry: LedgerEntry) throws(LedgerError) -> Outcome {
    do {
      return try ledger.database.writeWithoutTransaction { database in
        guard try !isKnown(entry, in: database) else { return .known }
        var (content, listed, passing): (Data?, [UInt8]?, [UInt8]?)
        var (rowCount, fields): (Int, [String]?) = (0, nil)
        switch entry.content {
        case .document(let bytes):
          content = Data(bytes)
        case .listing(let listing):
          rowCount = listing.states.count
          fields = listing.passingFields
          listed = try numbers(of: listing, at: entry.moment ?? .latest, in: database)
          passing = listing.passing
        }
        try database.cachedStatement(
          sql: """
            INSERT INTO report (digest, moment, is_moment_named, kind, name, content, row_count, states,
              passing_fields, passing, passing_names) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          Data(entry.digest.bytes), entry.moment?.description ?? "", entry.isMomentNamed,
          entry.kind.rawValue, entry.name, content, rowCount, listed.map { Data($0) },
          fields?.count ?? 0, passing.map { Data($0) }, fields.map { Data(ListingCode.names($0)) },
        ])
        return .new
      }
    } catch {
      throw LedgerError(error, path: ledger.path)
    }
  }

  private func isKnown(_ entry: LedgerEntry, in database: Database) throws -> Bool {
    let digest = Data(entry.digest.bytes)
    let statement = try database.cachedStatement(
      sql: "SELECT 1 FROM report WHERE digest = ? AND (moment = ? OR NOT ?) LIMIT 1"
    )
    let moment = entry.moment?.description ?? ""
    return try Int.fetchOne(statement, arguments: [digest, moment, entry.isMomentNamed]) != nil
  }

  private mutating func numbers(
    of listing: Listing,
    at moment: Moment,
    in database: Database
  ) throws -> [UInt8] {
    var numbers: [UInt8] = []
    numbers.reserveCapacity(2 * listing.states.count)
    for state in listing.states {
      ListingCode.append(Int(try states.number(of: state, at: moment, in: database)), to: &numbers)
    }
    return numbers
  }

  /// Keeps what was added.
  public consuming func commit() throws(LedgerError) {
    do {
      try ledger.database.writeWithoutTransaction { database in
        try states.save(in: database)
        try database.commit()
      }
      ledger.known = (states, version)
    } catch {
      throw LedgerError(error, path: ledger.path)
    }
  }
}
