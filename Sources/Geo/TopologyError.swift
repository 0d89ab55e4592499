/// Why a question of topology has no answer.
public struct TopologyError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Operation: String, Hashable, Sendable {
    case setUp = "set up the geometry engine"
    case buildGeometry = "build a geometry"
    case readGeometry = "read a geometry"
    case prepare = "prepare a polygon"
    case index = "index polygons"
    case coverage = "ask what lies inside a polygon"
    case intersection = "intersect"
    case union = "unite polygons"
    case validation = "validate a polygon"
    case pointOnSurface = "find a point on a polygon"
  }

  /// What was being done.
  public let operation: Operation
  /// What went wrong, in GEOS's own words where it gave any.
  public let message: String

  /// Makes an error.
  public init(_ operation: Operation, message: String) {
    self.operation = operation
    self.message = message
  }
}
