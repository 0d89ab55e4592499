internal import Chronicle
internal import Foundation
internal import GRDB

/// The states that a ledger has: their numbers, and when each was first and last seen.
struct KnownStates {
  private struct State {
    let id: Int64
    var first: Moment
    var last: Moment
    var isChanged = false
  }

  private var places: [ContentDigest: Int] = [:]
  private var states: [State] = []

  /// Reads them.
  ///
  /// - Complexity: O(*n*).
  init(in database: Database) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT digest, id, first_seen, last_seen FROM state")
    while let row = try rows.next() {
      let (digest, first, last): (Data, String, String) = (row[0], row[2], row[3])
      guard let digest = ContentDigest(bytes: digest), let first = Moment(first), let last = Moment(last)
      else { throw LedgerError(path: "", reason: .damaged) }
      places[digest] = states.count
      states.append(State(id: row[1], first: first, last: last))
    }
  }

  /// The number of a state that is seen at a moment; a new one is kept at once, a moment only with ``save(in:)``.
  mutating func number(of state: ListedState, at moment: Moment, in database: Database) throws -> Int64 {
    if let place = places[state.digest] {
      if moment < states[place].first || moment > states[place].last {
        states[place].first = min(states[place].first, moment)
        states[place].last = max(states[place].last, moment)
        states[place].isChanged = true
      }
      return states[place].id
    }
    try database.cachedStatement(
      sql: "INSERT INTO state (digest, content, first_seen, last_seen) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [
      Data(state.digest.bytes), Data(state.content), moment.description, moment.description,
    ])
    places[state.digest] = states.count
    states.append(State(id: database.lastInsertedRowID, first: moment, last: moment))
    return database.lastInsertedRowID
  }

  /// Keeps when the states were seen.
  mutating func save(in database: Database) throws {
    let update = try database.cachedStatement(
      sql: "UPDATE state SET first_seen = ?, last_seen = ? WHERE id = ?"
    )
    for place in states.indices where states[place].isChanged {
      let state = states[place]
      try update.execute(arguments: [state.first.description, state.last.description, state.id])
      states[place].isChanged = false
    }
  }
}
