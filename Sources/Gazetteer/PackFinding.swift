/// Something in a country pack that can be read but should be looked at.
public struct PackFinding: Hashable, Sendable {
  /// What kind of doubt it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Two posts are farther apart than their kilometres allow, or much nearer.
    case postSpacing = "post spacing"
    /// A chainage equation is observed beyond the ends of its route.
    case equationBeyondRoute = "equation beyond route"
    /// A place lies in another first-level region than its code says, beyond the tolerance.
    case placeOutsideRegion = "place outside region"
    /// A post lies in another first-level region than its code says, beyond the tolerance.
    case postOutsideRegion = "post outside region"
    /// An outline that is not valid by the rules of OGC Simple Features.
    case invalidOutline = "invalid outline"
    /// A region of the first level without an outline.
    case missingOutline = "missing outline"
  }

  public let kind: Kind
  /// What is in doubt, for people.
  public let subject: String
  public let detail: String
}
