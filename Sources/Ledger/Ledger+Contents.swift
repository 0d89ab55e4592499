internal import Chronicle
internal import Foundation
internal import GRDB

extension Ledger {
  /// Reads everything in the ledger.
  ///
  /// A snapshot whose moment is known from outside the document stands only at such moments: one that came
  /// once more under a name that tells nothing is no other snapshot.
  ///
  /// - Complexity: O(*n* log *n*) in the documents and states; linear in the rows.
  public func contents() throws(LedgerError) -> LedgerContents {
    do {
      return try database.read { database in
        guard try database.tableExists("report") else { return .empty }
        let (states, places) = try Self.states(in: database)
        var snapshots: [LedgerContents.Snapshot] = []
        var documents: [LedgerContents.Document] = []
        // The same in nearly all snapshots.
        var fields: (bytes: Data?, names: [String]?) = (nil, nil)
        // A ledger that is only read is as the version that wrote it left it.
        let hasNames = try database.columns(in: "report").contains { $0.name == "passing_names" }
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT digest, kind, moment, name, content, states, passing_fields, passing,
              \(hasNames ? "passing_names" : "NULL") FROM report AS one
            WHERE is_moment_named OR NOT EXISTS (
              SELECT 1 FROM report AS other WHERE other.digest = one.digest AND other.is_moment_named
            )
            ORDER BY moment, digest
            """
        )
        while let row = try rows.next() {
          let (digestBytes, kindName): (Data, String) = (row[0], row[1])
          guard let digest = ContentDigest(bytes: digestBytes),
            let kind = LedgerEntry.Kind(rawValue: kindName)
          else { throw LedgerError(path: path, reason: .damaged) }
          if let content: Data = row[4] {
            documents.append(.init(kind: kind, digest: digest, name: row[3], bytes: [UInt8](content)))
            continue
          }
          let moment: String = row[2]
          let (listed, passing, names): (Data?, Data?, Data?) = (row[5], row[7], row[8])
          let count: Int = row[6]
          guard let moment = Moment(moment), let listed, let passing, count >= 0,
            let numbers = ListingCode.numbers(listed)
          else { throw LedgerError(path: path, reason: .damaged) }
          if names != fields.bytes {
            fields = (
              names,
              try names.map { names in
                guard let names = ListingCode.names([UInt8](names), count: count) else {
                  throw LedgerError(path: path, reason: .damaged)
                }
                return names
              }
            )
          }
          let rows = try numbers.map { number in
            guard let place = places[number] else { throw LedgerError(path: path, reason: .damaged) }
            return place
          }
          snapshots.append(
            .init(
              digest: digest,
              moment: moment,
              rows: rows,
              passingFields: fields.names,
              passing: [UInt8](passing),
              passingCount: count
            )
          )
        }
        return LedgerContents(snapshots: snapshots, documents: documents, states: states)
      }
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  private static func states(
    in database: Database
  ) throws -> (states: [LedgerContents.State], places: [Int: Int]) {
    var states: [LedgerContents.State] = []
    var places: [Int: Int] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT id, content, first_seen, last_seen FROM state ORDER BY digest"
    )
    while let row = try rows.next() {
      let (content, first, last): (Data, String, String) = (row[1], row[2], row[3])
      guard let first = Moment(first), let last = Moment(last), first <= last else {
        throw LedgerError(path: "", reason: .damaged)
      }
      places[row[0]] = states.count
      states.append(.init(content: [UInt8](content), seen: first...last))
    }
    return (states, places)
  }
}
