#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// How much is left of something that falls by e with every unit.
enum Exponential {
  /// e to the power of minus the exponent.
  static func decay(_ exponent: Double) -> Double { exp(-exponent) }
}
