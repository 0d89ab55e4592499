internal import CGEOS

/// Making values of GEOS geometries.
///
/// Parts of a geometry are borrowed from it: nothing here is owned or destroyed.
extension GEOSContext {
  /// The lines in a geometry, whatever else it is made of, in GEOS's order.
  func lines(in geometry: borrowing OwnedGeometry) throws(TopologyError) -> [[Coordinate]] {
    var lines: [[Coordinate]] = []
    try collectLines(of: geometry.handle, into: &lines)
    return lines
  }

  /// The areas in a geometry, whatever else it is made of, in GEOS's order.
  func areas(in geometry: borrowing OwnedGeometry) throws(TopologyError) -> MultiPolygon {
    var polygons: [Polygon] = []
    try collectPolygons(of: geometry.handle, into: &polygons)
    return MultiPolygon(polygons)
  }

  /// The coordinate of a point.
  func coordinate(of point: borrowing OwnedGeometry) throws(TopologyError) -> Coordinate {
    guard let coordinate = try coordinates(of: point.handle).first else {
      throw TopologyError(.readGeometry, message: "the point is empty")
    }
    return coordinate
  }

  private func collectLines(
    of geometry: OpaquePointer,
    into lines: inout [[Coordinate]]
  ) throws(TopologyError) {
    switch GEOSGeomTypeId_r(handle, geometry) {
    case CInt(GEOS_LINESTRING.rawValue), CInt(GEOS_LINEARRING.rawValue):
      let line = try coordinates(of: geometry)
      if line.count >= 2 { lines.append(line) }
    case CInt(GEOS_MULTILINESTRING.rawValue), CInt(GEOS_GEOMETRYCOLLECTION.rawValue):
      for part in try parts(of: geometry) { try collectLines(of: part, into: &lines) }
    default:
      break
    }
  }

  private func collectPolygons(
    of geometry: OpaquePointer,
    into polygons: inout [Polygon]
  ) throws(TopologyError) {
    switch GEOSGeomTypeId_r(handle, geometry) {
    case CInt(GEOS_POLYGON.rawValue):
      guard try !isEmpty(geometry) else { return }
      polygons.append(try polygon(of: geometry))
    case CInt(GEOS_MULTIPOLYGON.rawValue), CInt(GEOS_GEOMETRYCOLLECTION.rawValue):
      for part in try parts(of: geometry) { try collectPolygons(of: part, into: &polygons) }
    default:
      break
    }
  }

  private func polygon(of geometry: OpaquePointer) throws(TopologyError) -> Polygon {
    let exterior = try ring(of: GEOSGetExteriorRing_r(handle, geometry))
    let count = GEOSGetNumInteriorRings_r(handle, geometry)
    guard count >= 0 else { throw failure(.readGeometry) }
    var interiors: [Ring] = []
    for index in 0..<count {
      interiors.append(try ring(of: GEOSGetInteriorRingN_r(handle, geometry, index)))
    }
    return Polygon(exterior: exterior, interiors: interiors)
  }

  private func ring(of geometry: OpaquePointer?) throws(TopologyError) -> Ring {
    guard let ring = Ring(try coordinates(of: try require(geometry, .readGeometry))) else {
      throw TopologyError(.readGeometry, message: "a ring is not closed")
    }
    return ring
  }

  private func parts(of geometry: OpaquePointer) throws(TopologyError) -> [OpaquePointer] {
    let count = GEOSGetNumGeometries_r(handle, geometry)
    guard count >= 0 else { throw failure(.readGeometry) }
    var parts: [OpaquePointer] = []
    for index in 0..<count {
      parts.append(try require(GEOSGetGeometryN_r(handle, geometry, index), .readGeometry))
    }
    return parts
  }

  private func isEmpty(_ geometry: OpaquePointer) throws(TopologyError) -> Bool {
    try require(GEOSisEmpty_r(handle, geometry), .readGeometry)
  }

  private func coordinates(of geometry: OpaquePointer) throws(TopologyError) -> [Coordinate] {
    let sequence = try require(GEOSGeom_getCoordSeq_r(handle, geometry), .readGeometry)
    var size: CUnsignedInt = 0
    guard GEOSCoordSeq_getSize_r(handle, sequence, &size) == 1 else { throw failure(.readGeometry) }
    let count = Int(size)
    var isRead = true
    let numbers = [Double](unsafeUninitializedCapacity: 2 * count) { buffer, initialized in
      isRead = count == 0 || GEOSCoordSeq_copyToBuffer_r(handle, sequence, buffer.baseAddress, 0, 0) == 1
      initialized = isRead ? 2 * count : 0
    }
    guard isRead else { throw failure(.readGeometry) }
    return (0..<count).map {
      Coordinate(computedLongitude: numbers[2 * $0], latitude: numbers[2 * $0 + 1])
    }
  }
}
