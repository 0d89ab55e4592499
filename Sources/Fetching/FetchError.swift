/// Why nothing came from an address.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
  public let address: String
  /// What went wrong, as a clause.
  public let reason: String
  /// Whether trying again may help.
  let isPassing: Bool

  init(address: String, reason: String, isPassing: Bool = false) {
    self.address = address
    self.reason = reason
    self.isPassing = isPassing
  }

  public var description: String { "\(address): \(reason)" }
}
