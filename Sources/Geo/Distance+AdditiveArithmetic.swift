extension Distance: AdditiveArithmetic {
  /// No length at all.
  @inlinable
  public static var zero: Distance { Distance(saturating: 0) }

  @inlinable
  public static func + (left: Distance, right: Distance) -> Distance {
    Distance(saturating: left.metres + right.metres)
  }

  @inlinable
  public static func - (left: Distance, right: Distance) -> Distance {
    Distance(saturating: left.metres - right.metres)
  }
}
