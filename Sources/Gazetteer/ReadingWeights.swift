/// How people quote kilometres: the prior weights and widths of the readings of a posted kilometre.
///
/// Shares seen in a national alert feed, rounded; they belong to the way people report, not to one road.
enum ReadingWeights {
  // Weights of the numberings, before a region is known.
  static let posted = 0.85
  static let inventory = 0.04
  static let reversed = 0.06
  /// What weighs the stretch in the named region, should no numbering fit.
  static let stretch = 0.012

  /// The share of posted readings that are rounded, mistyped or off for no known reason, and the half-width
  /// in kilometres that covers those.
  static let looseShare = 0.12
  static let looseHalfWidth = 4.0
  /// The least half-width, in kilometres: a reference to a whole kilometre means somewhere along it.
  static let leastHalfWidth = 0.25
  static let reversedHalfWidth = 0.6

  /// How much of the weight has to lie inside the stated radius.
  static let coverage = 0.9
  /// How much of the spacing of two posts the point between them may be off.
  static let postSpacingDoubt = 0.05

  /// An equation says less with every kilometre away from where it was observed: its weight falls by e
  /// over `equationReach` kilometres, and its half-width grows by `equationDrift` a kilometre.
  private static let equationReach = 100.0
  private static let equationDrift = 0.03
  /// A quarter of an observation's worth of doubt about an equation.
  private static let equationDoubt = 0.25

  /// How far an equation can be trusted at a posted kilometre, from 0 to 1.
  static func share(of equation: ChainageEquation, at kilometre: Double) -> Double {
    let observations = Double(equation.observations)
    let distance = equation.distance(toPosted: kilometre)
    let decay = distance > 0 ? Exponential.decay(distance / equationReach) : 1
    return decay * observations / (observations + equationDoubt)
  }

  /// Half the length, in kilometres, of the stretch on which an equation puts a posted kilometre.
  static func halfWidth(of equation: ChainageEquation, at kilometre: Double) -> Double {
    max(leastHalfWidth, equation.halfSpread) + equationDrift * equation.distance(toPosted: kilometre)
  }
}
