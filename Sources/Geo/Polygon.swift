/// An area with one outer edge and any number of holes.
///
/// The rings follow RFC 7946's right-hand rule: the exterior runs counter-clockwise, every hole clockwise.
public struct Polygon: Hashable, Sendable {
  /// The outer edge, counter-clockwise.
  public let exterior: Ring
  /// The edges of the holes, each clockwise.
  public let interiors: [Ring]

  /// Makes a polygon, turning round each ring that runs the wrong way; a flat ring stays as it is.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public init(exterior: Ring, interiors: [Ring] = []) {
    self.exterior = exterior.orientation == .clockwise ? exterior.reversed : exterior
    self.interiors = interiors.map { $0.orientation == .counterClockwise ? $0.reversed : $0 }
  }

  /// The exterior, then the holes.
  public var rings: [Ring] { [exterior] + interiors }

  /// The smallest box that holds the polygon.
  ///
  /// - Complexity: O(*n*) in the number of the exterior's coordinates.
  public var boundingBox: BoundingBox { exterior.boundingBox }
}
