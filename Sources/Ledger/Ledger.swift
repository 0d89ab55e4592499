internal import Foundation
internal import GRDB

/// The reports that a user has added, kept in one SQLite database.
///
/// Every distinct state of an alert is kept once; a snapshot is the list of the states it shows. Nothing is
/// interpreted here, so that a later version of the program reads more out of the same ledger.
///
/// A ledger belongs to one task. Several processes may use one file: they take turns, each waiting for the
/// others.
public final class Ledger {
  /// The path as it was given.
  public let path: String
  let database: DatabaseQueue
  /// The states as the last transaction left them, and the version of the database that has them.
  var known: (states: KnownStates, version: Int)?

  /// Opens a ledger to add to, making it where there is none.
  ///
  /// - Parameter patience: How many seconds to wait for another process.
  public convenience init(writingTo path: String, patience: Double = 60) throws(LedgerError) {
    try self.init(path, isReadOnly: false, patience: patience)
  }

  /// Opens a ledger that is there already, to read.
  ///
  /// - Parameter patience: How many seconds to wait for another process.
  public convenience init(readingFrom path: String, patience: Double = 60) throws(LedgerError) {
    try self.init(path, isReadOnly: true, patience: patience)
  }

  private init(_ path: String, isReadOnly: Bool, patience: Double) throws(LedgerError) {
    self.path = path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw LedgerError(path: path, reason: .cannotOpen)
    }
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(patience)
    configuration.label = "ledger"
    // A transaction spans the entries of a file, which come one after another.
    configuration.allowsUnsafeTransactions = true
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      if isReadOnly {
        try database.read(Self.check)
      } else {
        try database.writeWithoutTransaction { database in
          try database.inTransaction(.immediate) {
            try Self.check(database)
            return .commit
          }
        }
        try LedgerSchema.migrator.migrate(database)
      }
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Makes sure that a database is a ledger that this version understands; a new one may be empty.
  private static func check(_ database: Database) throws {
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard mark == LedgerSchema.applicationID || tables == 0 else {
      throw LedgerError(path: "", reason: .foreign)
    }
    if tables > 0, try LedgerSchema.migrator.hasBeenSuperseded(database) {
      throw LedgerError(path: "", reason: .newerVersion)
    }
  }
}
