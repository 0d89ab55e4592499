/// Why a difference does not fit what it is applied or joined to.
public enum DifferenceMismatch: Error, Hashable, Sendable {
  /// It begins at another time.
  case time(expected: SituationTime, found: SituationTime)
  /// It takes the blockade of this site to be other than it is.
  case blockade(SiteID)
  /// It takes this incident to be other than it is.
  case incident(IncidentID)
  /// It takes this tally to be other than it is.
  case tally(TallyKey)
}
