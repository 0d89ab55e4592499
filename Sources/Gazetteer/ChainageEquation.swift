/// What ties posted kilometres to inventory kilometres over a stretch of a route.
///
/// A roadside post keeps its number when the road behind it is straightened, so the posts drift away
/// from the measured length; `inventory = posted + offset`.
public struct ChainageEquation: Hashable, Sendable {
  /// The posted kilometres between which it was observed.
  public let posted: ClosedRange<Double>
  /// What to add to a posted kilometre, in kilometres.
  public let offset: Double
  /// Half the range of the observed offsets, in kilometres; not negative.
  public let halfSpread: Double
  /// How many observations it rests on; at least one.
  public let observations: Int

  /// Makes an equation, or `nil` where the spread is negative or nothing was observed.
  public init?(posted: ClosedRange<Double>, offset: Double, halfSpread: Double, observations: Int) {
    guard offset.isFinite, halfSpread.isFinite, halfSpread >= 0, observations >= 1 else { return nil }
    self.posted = posted
    self.offset = offset
    self.halfSpread = halfSpread
    self.observations = observations
  }

  /// How far a posted kilometre lies outside the observed stretch, in kilometres; 0 inside it.
  func distance(toPosted kilometre: Double) -> Double {
    max(posted.lowerBound - kilometre, kilometre - posted.upperBound, 0)
  }
}
