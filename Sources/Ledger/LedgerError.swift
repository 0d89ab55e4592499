/// Why a ledger cannot be used. The ledger itself is unharmed by any of them.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    /// Another process kept it busy for longer than the time waited.
    case locked
    /// It may not be written to.
    case readOnly
    /// It cannot be opened: no such folder, no permission, or a folder stands in its place.
    case cannotOpen
    /// It is damaged, or no database at all.
    case damaged
    /// It is a database of another program.
    case foreign
    /// A later version of this program has written it.
    case newerVersion
    /// The disk is full, or the device fails.
    case device(String)
    /// Anything else that the database says.
    case other(String)
  }

  /// The ledger's path as it was given.
  public let path: String
  public let reason: Reason

  public var description: String {
    let words =
      switch reason {
      case .locked: "another process is using it; try again when that is done"
      case .readOnly: "it may not be written to"
      case .cannotOpen: "it cannot be opened; is its folder there, and may it be read?"
      case .damaged: "it is damaged or no ledger; move it away and add the reports again"
      case .foreign: "it is a database of another program; name another with --ledger"
      case .newerVersion: "a newer version of this program has written it"
      case .device(let message): "the disk does not take or give the data (\(message))"
      case .other(let message): "the database says: \(message)"
      }
    return "\(path): \(words)"
  }
}
