/// A column of a table with typed cells.
public struct TableColumn: Hashable, Sendable {
  /// What its cells hold. Any cell may be empty.
  public enum Kind: Hashable, Sendable {
    case integer
    case real
    case text
    /// A day in ISO 8601: `2023-01-05`.
    case date
    /// A local moment in ISO 8601 without offset: `2023-01-05T14:30:00`.
    case dateTime
  }

  public var name: String
  public var kind: Kind

  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
