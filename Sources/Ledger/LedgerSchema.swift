internal import GRDB

/// The tables of a ledger, version by version.
enum LedgerSchema {
  /// Marks a database file as a ledger: the letters RBLK.
  static let applicationID = 0x5242_4C4B

  /// - `report`: one document at one moment. Snapshots keep their rows as the numbers of their states and what
  ///   is written anew each time; other documents keep their bytes. The moment is empty where the document
  ///   itself tells it.
  /// - `state`: one state of an alert as the feed wrote it, and when it was first and last listed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 reports and states") { database in
      try database.execute(
        sql: """
          PRAGMA application_id = \(applicationID);
          CREATE TABLE report (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL,
            moment TEXT NOT NULL,
            is_moment_named INTEGER NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            content BLOB,
            row_count INTEGER NOT NULL,
            states BLOB,
            passing_fields INTEGER NOT NULL,
            passing BLOB,
            UNIQUE (digest, moment)
          );
          CREATE TABLE state (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE,
            content BLOB NOT NULL,
            first_seen TEXT NOT NULL,
            last_seen TEXT NOT NULL
          );
          """
      )
    }
    // Which fields were left out of the states, so that another description of the feed can read them again.
    migrator.registerMigration("2 names of passing fields") { database in
      try database.execute(sql: "ALTER TABLE report ADD COLUMN passing_names BLOB")
    }
    return migrator
  }
}
