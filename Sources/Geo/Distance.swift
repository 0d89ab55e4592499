/// A length on the ground.
///
/// A distance may be negative, as a difference or an offset is, and is always finite: what would overflow
/// stays at the greatest finite length, and what is not a number becomes that length too, so that it never
/// passes as near. `.metres(.infinity)` therefore means "without limit" wherever a limit is asked for.
@frozen
public struct Distance: Hashable, Sendable {
  /// The length in metres.
  public let metres: Double

  @inlinable
  init(saturating metres: Double) {
    if metres.isFinite {
      self.metres = metres
    } else {
      self.metres = metres < 0 ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude
    }
  }

  /// A length given in metres.
  @inlinable
  public static func metres(_ metres: Double) -> Distance { Distance(saturating: metres) }

  /// A length given in kilometres.
  @inlinable
  public static func kilometres(_ kilometres: Double) -> Distance { Distance(saturating: kilometres * 1000) }

  /// The length in kilometres.
  @inlinable
  public var kilometres: Double { metres / 1000 }

  /// The same length without its sign.
  @inlinable
  public var magnitude: Distance { Distance(saturating: metres.magnitude) }

  /// The same length the other way.
  @inlinable
  public static prefix func - (distance: Distance) -> Distance { Distance(saturating: -distance.metres) }

  /// The length scaled by a factor.
  @inlinable
  public static func * (distance: Distance, factor: Double) -> Distance {
    Distance(saturating: distance.metres * factor)
  }

  /// The length scaled by a factor.
  @inlinable
  public static func * (factor: Double, distance: Distance) -> Distance { distance * factor }

  /// The length divided by a number.
  @inlinable
  public static func / (distance: Distance, divisor: Double) -> Distance {
    Distance(saturating: distance.metres / divisor)
  }

  /// How many times one length goes into another; infinite or not a number where `unit` is zero.
  @inlinable
  public static func / (distance: Distance, unit: Distance) -> Double { distance.metres / unit.metres }
}
