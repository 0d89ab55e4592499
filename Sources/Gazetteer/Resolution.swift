/// What became of a reference.
public enum Resolution: Hashable, Sendable {
  /// It means this place; `others` are what else it could mean.
  indirect case found(Location, others: [Candidate])
  /// It means one of several things, and nothing tells which.
  case ambiguous([Candidate])
  /// It means nothing in the country pack.
  case unknown(reason: String, nearest: [String])

  /// Something a reference could mean.
  public struct Candidate: Hashable, Sendable {
    /// What it is, for people: `Santa Rosa, district capital in Melgar, Puno`.
    public let title: String
    public let location: Location

    public init(title: String, location: Location) {
      self.title = title
      self.location = location
    }
  }

  /// The location, where it was found.
  public var location: Location? {
    if case .found(let location, _) = self { return location }
    return nil
  }
}

extension Resolution {
  /// The outcome in one word.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case found, ambiguous, unknown
  }

  public var status: Status {
    switch self {
    case .found: .found
    case .ambiguous: .ambiguous
    case .unknown: .unknown
    }
  }
}
