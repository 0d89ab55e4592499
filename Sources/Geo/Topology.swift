internal import CGEOS

/// Questions about what lies inside what, answered by GEOS.
///
/// Owns one GEOS context, so each task makes its own and keeps it. Between two coordinates a line is straight
/// in degrees, as it is on the map. Polygons are taken as they are: what GEOS makes of an invalid one is
/// either an error or an area of its choosing, so ask ``invalidity(of:)`` about polygons from outside.
public final class Topology {
  package let context: GEOSContext

  /// Makes a context of its own.
  ///
  /// - Throws: ``TopologyError`` where GEOS cannot be set up.
  public init() throws(TopologyError) {
    context = try GEOSContext()
  }

  /// The parts of lines that lie in a region or on its border.
  ///
  /// - Returns: The pieces in the lines' own order and direction. A line that crosses itself or comes back the
  ///   way it went keeps every pass; consecutive pieces that meet are one; points where a line only touches
  ///   the region are left out, as are coordinates that repeat their predecessor. Empty where nothing is inside.
  /// - Throws: ``TopologyError`` where GEOS rejects the region.
  /// - Complexity: O((*n* + *m*) log *n*) for *n* coordinates of a line and *m* of the region, plus O(*m*) for
  ///   each segment that meets the border.
  public func intersection(
    of lines: MultiLineString,
    with region: MultiPolygon
  ) throws(TopologyError) -> MultiLineString {
    guard !lines.isEmpty, !region.isEmpty else { return MultiLineString([]) }
    var clipper = try LineClipper(region: region, in: context)
    for line in lines.lines { try clipper.clip(line) }
    return MultiLineString(clipper.pieces)
  }

  /// The part of a region inside a box (`GEOSIntersection`).
  ///
  /// - Returns: Areas only: where box and region merely touch, nothing.
  /// - Throws: ``TopologyError`` where GEOS rejects the region.
  public func intersection(
    of region: MultiPolygon,
    with box: BoundingBox
  ) throws(TopologyError) -> MultiPolygon {
    guard
      let extent = region.boundingBox, extent.intersects(box),
      box.minimumLongitude < box.maximumLongitude, box.minimumLatitude < box.maximumLatitude
    else { return MultiPolygon([]) }
    let area = try context.multiPolygon(region.polygons)
    let window = try context.polygon(box)
    let part = try OwnedGeometry(
      GEOSIntersection_r(context.handle, area.handle, window.handle),
      in: context,
      .intersection
    )
    return try context.areas(in: part)
  }

  /// All areas dissolved into one (`GEOSUnaryUnion`): common borders vanish.
  ///
  /// - Throws: ``TopologyError`` where GEOS rejects a polygon.
  public func union(_ regions: [MultiPolygon]) throws(TopologyError) -> MultiPolygon {
    let polygons = regions.flatMap(\.polygons)
    guard !polygons.isEmpty else { return MultiPolygon([]) }
    let parts = try context.multiPolygon(polygons)
    let whole = try OwnedGeometry(GEOSUnaryUnion_r(context.handle, parts.handle), in: context, .union)
    return try context.areas(in: whole)
  }

  /// Whether a coordinate lies in a region or on its border.
  ///
  /// For many coordinates ask a ``PolygonIndex``.
  ///
  /// - Complexity: O(*n*) in the number of the region's coordinates.
  public func covers(_ region: MultiPolygon, _ coordinate: Coordinate) -> Bool { region.covers(coordinate) }

  /// Why a region is not valid, with the place, in GEOS's words (`GEOSisValidReason`); `nil` where it is valid.
  ///
  /// - Throws: ``TopologyError`` where GEOS cannot tell.
  public func invalidity(of region: MultiPolygon) throws(TopologyError) -> String? {
    guard !region.isEmpty else { return nil }
    let geometry = try context.multiPolygon(region.polygons)
    if try context.require(GEOSisValid_r(context.handle, geometry.handle), .validation) { return nil }
    guard let reason = GEOSisValidReason_r(context.handle, geometry.handle) else {
      throw context.failure(.validation)
    }
    defer { GEOSFree_r(context.handle, reason) }
    return String(cString: reason)
  }

  /// Whether a region is valid: rings neither cross nor overlap, holes lie inside.
  ///
  /// - Throws: ``TopologyError`` where GEOS cannot tell.
  public func isValid(_ region: MultiPolygon) throws(TopologyError) -> Bool {
    try invalidity(of: region) == nil
  }

  /// The region itself where it is valid, else the valid one that its rings draw (`GEOSMakeValid`): what an odd
  /// number of rings goes round. Rings without area vanish.
  ///
  /// - Throws: ``TopologyError`` where GEOS cannot tell or cannot repair it.
  public func repaired(_ region: MultiPolygon) throws(TopologyError) -> MultiPolygon {
    guard try !isValid(region) else { return region }
    let geometry = try context.multiPolygon(region.polygons)
    return try context.areas(
      in: OwnedGeometry(GEOSMakeValid_r(context.handle, geometry.handle), in: context, .validation)
    )
  }

  /// A point that surely lies on a region, where its centre might not (`GEOSPointOnSurface`).
  ///
  /// - Throws: ``TopologyError`` where the region is empty or GEOS rejects it.
  public func pointOnSurface(of region: MultiPolygon) throws(TopologyError) -> Coordinate {
    guard !region.isEmpty else { throw TopologyError(.pointOnSurface, message: "there is no polygon") }
    let geometry = try context.multiPolygon(region.polygons)
    return try context.coordinate(
      of: OwnedGeometry(
        GEOSPointOnSurface_r(context.handle, geometry.handle),
        in: context,
        .pointOnSurface
      )
    )
  }
}

@available(*, unavailable)
extension Topology: Sendable {}
