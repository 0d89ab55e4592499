/// The code of a region, as its country writes it: in Peru a UBIGEO of 2, 4 or 6 digits.
///
/// A region's code begins with the code of the region that holds it, which is all the program
/// assumes of a country's scheme.
public struct RegionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as it stands in the tables.
  public let text: String

  /// Makes a code; the text is not checked against any table.
  public init(_ text: String) { self.text = text }

  public var description: String { text }

  /// Whether this region is `other` or lies inside it.
  public func isInside(_ other: RegionCode) -> Bool { text.hasPrefix(other.text) }

  /// Codes in byte order, so that a region comes right before the regions inside it.
  public static func < (left: RegionCode, right: RegionCode) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
