/// How much of the country a figure covers.
public enum Scope: String, CaseIterable, Hashable, Comparable, Sendable {
  /// One event.
  case incident
  /// Everything in one place.
  case place
  /// Everything in one region.
  case region
  /// The whole country.
  case nation

  /// The smaller scope comes first.
  public static func < (left: Scope, right: Scope) -> Bool { left.width < right.width }

  private var width: Int {
    switch self {
    case .incident: 0
    case .place: 1
    case .region: 2
    case .nation: 3
    }
  }
}
