/// Why positions cannot be written in a coordinate reference system.
public struct ReferenceSystemError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The text is no authority and number.
    case malformed
    /// PROJ's database has no such system.
    case unknown
    /// It is no system of positions on the map.
    case notHorizontal
    /// PROJ has no way from WGS 84 to it, and its reason.
    case unreachable(String)
    /// A position has no place in it.
    case outside(Coordinate)
  }

  /// The system as it was named.
  public let identifier: String
  public let reason: Reason

  init(_ identifier: String, _ reason: Reason) {
    self.identifier = identifier
    self.reason = reason
  }
}

extension ReferenceSystemError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .malformed:
      "found “\(identifier)”, expected the code of a coordinate reference system, as EPSG:32719"
    case .unknown:
      "found “\(identifier)”, a coordinate reference system that PROJ's database does not have; expected one "
        + "such as EPSG:32719"
    case .notHorizontal:
      "found “\(identifier)”, expected a geographic or projected coordinate reference system in two dimensions"
    case .unreachable(let message):
      "\(identifier): PROJ knows no way there from WGS 84 (\(message))"
    case .outside(let coordinate):
      "\(identifier) has no place for longitude \(coordinate.longitude), latitude \(coordinate.latitude)"
    }
  }
}
