extension Counts: AdditiveArithmetic {
  public static func + (left: Counts, right: Counts) -> Counts {
    Counts(
      blocked: left.blocked + right.blocked,
      restricted: left.restricted + right.restricted,
      suspended: left.suspended + right.suspended,
      presumed: left.presumed + right.presumed,
      observations: left.observations + right.observations
    )
  }

  public static func - (left: Counts, right: Counts) -> Counts {
    Counts(
      blocked: left.blocked - right.blocked,
      restricted: left.restricted - right.restricted,
      suspended: left.suspended - right.suspended,
      presumed: left.presumed - right.presumed,
      observations: left.observations - right.observations
    )
  }
}
