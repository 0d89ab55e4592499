internal import GRDB

extension LedgerError {
  /// Sorts what the database said into the reasons that a user can act on.
  init(_ error: any Error, path: String) {
    self.path = path
    guard let error = error as? DatabaseError else {
      reason = (error as? LedgerError)?.reason ?? .other("\(error)")
      return
    }
    reason =
      switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      case .SQLITE_CANTOPEN: .cannotOpen
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
      case .SQLITE_FULL, .SQLITE_IOERR: .device(error.message ?? "no further word")
      default: .other(error.message ?? error.resultCode.description)
      }
  }
}
