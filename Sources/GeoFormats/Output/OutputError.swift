/// Why output could not be written. Whatever was there before is still there, unchanged.
///
/// Prints on one line: `Output: cannot create the folder: Permission denied`.
public struct OutputError: Error, Hashable, Sendable {
  /// What was to be written, as the caller named it.
  public var path: String
  /// What failed, as in "cannot …": "create the folder".
  public var action: String
  /// The system's reason, or ours.
  public var reason: String

  public init(path: String, action: String, reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }
}

extension OutputError: CustomStringConvertible {
  public var description: String {
    "\(path.printable(limit: 4096)): cannot \(action): \(reason.printable(limit: 400))"
  }
}
