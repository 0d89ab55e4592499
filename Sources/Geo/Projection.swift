internal import CPROJ

/// The way from longitude and latitude on WGS 84 into another coordinate reference system.
///
/// Belongs to one task.
public final class Projection {
  /// A position in a reference system: easting and northing in its unit, or longitude and latitude in degrees.
  public struct Position: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Where the way leads.
  public let target: ReferenceSystem
  private let context: ProjectionContext
  /// `nil` where there is nothing to do.
  private let transformation: OpaquePointer?

  /// Prepares the way (`proj_create_crs_to_crs`, `proj_normalize_for_visualization`).
  ///
  /// - Throws: Where PROJ knows none.
  public init(to target: ReferenceSystem) throws(ReferenceSystemError) {
    self.target = target
    context = try ProjectionContext()
    guard target != .wgs84 else {
      transformation = nil
      return
    }
    let (source, name) = (ReferenceSystem.wgs84.identifier, target.identifier)
    guard let official = proj_create_crs_to_crs(context.handle, source, name, nil) else {
      throw ReferenceSystemError(target.identifier, .unreachable(context.message))
    }
    defer { proj_destroy(official) }
    // Longitude and easting come first from here on, also where the authority says otherwise.
    guard let ordered = proj_normalize_for_visualization(context.handle, official) else {
      throw ReferenceSystemError(target.identifier, .unreachable(context.message))
    }
    transformation = ordered
  }

  deinit {
    proj_destroy(transformation)
  }

  /// Positions in the target system, in order (`proj_trans_generic`).
  ///
  /// - Throws: The first coordinate that has no place there.
  /// - Complexity: O(*n*), about half a microsecond each.
  public func positions(of coordinates: [Coordinate]) throws(ReferenceSystemError) -> [Position] {
    var positions = coordinates.map { Position(x: $0.longitude, y: $0.latitude) }
    guard let transformation, !positions.isEmpty else { return positions }
    positions.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let stride = MemoryLayout<Position>.stride
      let x = base.assumingMemoryBound(to: Double.self)
      let y = (base + MemoryLayout<Double>.size).assumingMemoryBound(to: Double.self)
      let count = coordinates.count
      _ = proj_trans_generic(transformation, PJ_FWD, x, stride, count, y, stride, count, nil, 0, 0, nil, 0, 0)
    }
    for (coordinate, position) in zip(coordinates, positions)
    where !position.x.isFinite || !position.y.isFinite {
      throw ReferenceSystemError(target.identifier, .outside(coordinate))
    }
    return positions
  }
}

@available(*, unavailable)
extension Projection: Sendable {}
