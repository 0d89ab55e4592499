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

  private struct State {
    let id: Int64
    var first: Moment
    var last: Moment
    var isChanged = false
  }

  private let ledger: Ledger
  private var states: [ContentDigest: State] = [:]

  /// Begins a transaction; another process that is writing is waited for.
  ///
  /// - Complexity: O(*n*) in the distinct states that the ledger has.
  public init(in ledger: Ledger) throws(LedgerError) {
    self.ledger = ledger
    do {
      try ledger.database.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    } catch {
      throw LedgerError(error, path: ledger.path)
    }
    // From here on the transaction is open, and ends with this value.
    do {
      states = try ledger.database.writeWithoutTransaction(Self.states)
    } catch {
      throw LedgerError(error, path: ledger.path)
    }
  }

  deinit {
    // What is not committed by now is not wanted; where even this fails, closing the file does the same.
    try? ledger.database.writeWithoutTransaction { if $0.isInsideTransaction { try $0.rollback() } }
  }

  private static func states(_ database: Database) throws -> [ContentDigest: State] {
    var states: [ContentDigest: State] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT digest, id, first_seen, last_seen FROM state")
    while let row = try rows.next() {
      let (digest, first, last): (Data, String, String) = (row[0], row[2], row[3])
      guard let digest = ContentDigest(bytes: digest), let first = Moment(first), let last = Moment(last)
      else { throw LedgerError(path: "", reason: .damaged) }
      states[digest] = State(id: row[1], first: first, last: last)
    }
    return states
  }

  /// Adds an entry, unless the ledger has it: the same digest at the same moment; without a moment from
  /// outside the document, the same digest.
  public mutating func add(_ entry: LedgerEntry) throws(LedgerError) -> Outcome {
    do {
      return try ledger.database.writeWithoutTransaction { database in
        guard try !isKnown(entry, in: database) else { return .known }
        var (content, listed, passing): (Data?, [UInt8]?, [UInt8]?)
        var (rowCount, fields) = (0, 0)
        switch entry.content {
        case .document(let bytes):
          content = Data(bytes)
        case .listing(let rows):
          rowCount = rows.count
          fields = rows.first?.passing.count ?? 0
          listed = try numbers(of: rows, at: entry.moment ?? .latest, in: database)
          passing = ListingCode.passing(of: rows)
        }
        try database.cachedStatement(
          sql: """
            INSERT INTO report (digest, moment, is_moment_named, kind, name, content, row_count, states,
              passing_fields, passing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          Data(entry.digest.bytes), entry.moment?.description ?? "", entry.isMomentNamed,
          entry.kind.rawValue, entry.name, content, rowCount, listed.map { Data($0) }, fields,
          passing.map { Data($0) },
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
    of rows: [ListedRow],
    at moment: Moment,
    in database: Database
  ) throws -> [UInt8] {
    var numbers: [UInt8] = []
    for row in rows {
      let digest = ContentDigest(of: row.state)
      if let known = states[digest] {
        if moment < known.first || moment > known.last {
          states[digest]?.first = min(known.first, moment)
          states[digest]?.last = max(known.last, moment)
          states[digest]?.isChanged = true
        }
        ListingCode.append(Int(known.id), to: &numbers)
      } else {
        try database.cachedStatement(
          sql: "INSERT INTO state (digest, content, first_seen, last_seen) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
          Data(digest.bytes), Data(row.state), moment.description, moment.description,
        ])
        let id = database.lastInsertedRowID
        states[digest] = State(id: id, first: moment, last: moment)
        ListingCode.append(Int(id), to: &numbers)
      }
    }
    return numbers
  }

  /// Keeps what was added.
  public consuming func commit() throws(LedgerError) {
    do {
      try ledger.database.writeWithoutTransaction { database in
        for state in states.values where state.isChanged {
          try database.cachedStatement(sql: "UPDATE state SET first_seen = ?, last_seen = ? WHERE id = ?")
            .execute(arguments: [state.first.description, state.last.description, state.id])
        }
        try database.commit()
      }
    } catch {
      throw LedgerError(error, path: ledger.path)
    }
  }
}
