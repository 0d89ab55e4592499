internal import CGEOS

/// A geometry with GEOS's indexes over it, for many questions to the same polygon.
///
/// GEOS builds each index when the first question needs it, so preparing is cheap.
final class PreparedGeometry {
  private let base: OwnedGeometry
  private let prepared: OpaquePointer

  init(_ geometry: consuming OwnedGeometry) throws(TopologyError) {
    let context = geometry.context
    prepared = try context.require(GEOSPrepare_r(context.handle, geometry.handle), .prepare)
    base = geometry
    context.noteBirth()
  }

  deinit {
    // The base, a stored property, dies after this.
    GEOSPreparedGeom_destroy_r(base.context.handle, prepared)
    base.context.noteDeath()
  }

  /// Whether no point of a geometry lies outside.
  func covers(_ geometry: borrowing OwnedGeometry) throws(TopologyError) -> Bool {
    try base.context.require(
      GEOSPreparedCovers_r(base.context.handle, prepared, geometry.handle),
      .coverage
    )
  }

  /// Whether a geometry has at least a point in common with this.
  func intersects(_ geometry: borrowing OwnedGeometry) throws(TopologyError) -> Bool {
    try base.context.require(
      GEOSPreparedIntersects_r(base.context.handle, prepared, geometry.handle),
      .coverage
    )
  }

  /// What a geometry and this have in common.
  func intersection(with geometry: borrowing OwnedGeometry) throws(TopologyError) -> OwnedGeometry {
    let context = base.context
    return try OwnedGeometry(
      GEOSIntersection_r(context.handle, geometry.handle, base.handle),
      in: context,
      .intersection
    )
  }
}
