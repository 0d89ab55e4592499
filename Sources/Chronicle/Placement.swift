public import Gazetteer

/// Where a statement puts what it tells of.
public enum Placement: Hashable, Sendable {
  indirect case located(Location)
  /// No position was found for the words of the report, and why.
  case unlocated(reference: String, reason: String)

  /// The location, where there is one.
  public var location: Location? {
    switch self {
    case .located(let location): location
    case .unlocated: nil
    }
  }
}
