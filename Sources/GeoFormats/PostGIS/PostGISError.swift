/// Why tables could not be written to a database; nothing of them is then in it.
public struct PostGISError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done, as "connect to the database".
  public let action: String
  /// The server's reason, or ours, on one line.
  public let reason: String

  public var description: String { "cannot \(action): \(reason)" }
}
