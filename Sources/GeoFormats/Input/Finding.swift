/// Something worth telling about the input that did not stop the run.
///
/// Findings travel beside the results; the library never prints them.
public struct Finding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Part of the input was left out or is wrong.
    case error
    /// The result stands but may not be what was meant.
    case warning
    /// For the record.
    case note
  }

  public var severity: Severity
  /// What it is about; `nil` where no single place in the input is to blame.
  public var location: InputLocation?
  /// A sentence without its full stop.
  public var message: String

  public init(severity: Severity, location: InputLocation? = nil, message: String) {
    self.severity = severity
    self.location = location
    self.message = message
  }
}
