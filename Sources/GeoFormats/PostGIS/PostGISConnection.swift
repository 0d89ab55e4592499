internal import CPQ

/// A connection to a PostgreSQL server.
final class PostGISConnection {
  private let connection: OpaquePointer

  /// - Parameter address: A connection string or URI as libpq takes it. What it leaves out, such as a password,
  ///   comes from the environment and the user's files, as with psql.
  init(_ address: String) throws(PostGISError) {
    guard let connection = PQconnectdb(address) else {
      throw PostGISError(action: "connect to the database", reason: "out of memory")
    }
    guard PQstatus(connection) == CONNECTION_OK else {
      let reason = Self.message(of: connection)
      PQfinish(connection)
      throw PostGISError(action: "connect to the database", reason: reason)
    }
    self.connection = connection
  }

  deinit { PQfinish(connection) }

  /// Runs a statement and gives its first cell, where it has one.
  @discardableResult
  func run(_ statement: String, to action: String) throws(PostGISError) -> String? {
    let result = PQexec(connection, statement)
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_TUPLES_OK:
      guard PQntuples(result) > 0, PQnfields(result) > 0, let cell = PQgetvalue(result, 0, 0) else {
        return nil
      }
      return String(cString: cell)
    case PGRES_COMMAND_OK, PGRES_COPY_IN: return nil
    default: throw PostGISError(action: action, reason: Self.message(of: connection))
    }
  }

  /// Sends rows to the COPY that was begun.
  func send(_ bytes: [UInt8], to action: String) throws(PostGISError) {
    let sent = bytes.withUnsafeBytes { buffer in
      PQputCopyData(connection, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count))
    }
    guard sent == 1 else { throw PostGISError(action: action, reason: Self.message(of: connection)) }
  }

  /// Ends the COPY.
  func endCopy(to action: String) throws(PostGISError) {
    guard PQputCopyEnd(connection, nil) == 1 else {
      throw PostGISError(action: action, reason: Self.message(of: connection))
    }
    var reason: String?
    while let result = PQgetResult(connection) {
      if PQresultStatus(result) != PGRES_COMMAND_OK { reason = Self.message(of: connection) }
      PQclear(result)
    }
    if let reason { throw PostGISError(action: action, reason: reason) }
  }

  private static func message(of connection: OpaquePointer) -> String {
    let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    return lines.isEmpty ? "no reason given" : lines.joined(separator: "; ")
  }
}
