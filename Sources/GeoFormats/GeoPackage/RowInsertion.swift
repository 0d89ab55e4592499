internal import GRDB
internal import GRDBSQLite

/// Inserts rows into a table, cell by cell, without a value of its own for each cell.
///
/// All calls of SQLite itself are here. They rest on two promises: the statement belongs to this insertion alone,
/// and nobody asks the database anything while a row is half bound but to insert it.
struct RowInsertion: ~Copyable {
  private let database: Database
  private let statement: Statement

  /// - Parameter columnCount: How many columns the table has.
  init(into table: String, columnCount: Int, of database: Database) throws {
    self.database = database
    let marks = Array(repeating: "?", count: columnCount).joined(separator: ", ")
    statement = try database.makeStatement(sql: "INSERT INTO \(table.sqlIdentifier) VALUES (\(marks))")
  }

  func bindNull(_ column: Int) throws {
    try check(sqlite3_bind_null(statement.sqliteStatement, Self.place(column)))
  }

  func bind(_ value: Int, _ column: Int) throws {
    try check(sqlite3_bind_int64(statement.sqliteStatement, Self.place(column), Int64(value)))
  }

  func bind(_ value: Double, _ column: Int) throws {
    try check(sqlite3_bind_double(statement.sqliteStatement, Self.place(column), value))
  }

  func bind(_ text: String, _ column: Int) throws {
    var text = text
    let code = text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(
          statement.sqliteStatement,
          Self.place(column),
          characters.baseAddress,
          CInt(clamping: characters.count),
          Self.copied
        )
      }
    }
    try check(code)
  }

  func bind(_ bytes: [UInt8], _ column: Int) throws {
    let code = bytes.withUnsafeBytes { bytes in
      sqlite3_bind_blob64(
        statement.sqliteStatement,
        Self.place(column),
        bytes.baseAddress,
        UInt64(bytes.count),
        Self.copied
      )
    }
    try check(code)
  }

  /// Inserts the row whose cells are bound, all of them anew for each row.
  func insert() throws {
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Columns count from 0 here, from 1 in SQLite.
  private static func place(_ column: Int) -> CInt { CInt(clamping: column + 1) }

  private func check(_ code: CInt) throws {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: CInt) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
  }
}

extension RowInsertion {
  /// Tells SQLite to keep a copy of what is bound (`SQLITE_TRANSIENT`, a macro that Swift does not see).
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
