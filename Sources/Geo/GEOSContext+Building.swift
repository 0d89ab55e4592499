internal import CGEOS

/// Making GEOS geometries of values.
///
/// Every `GEOSGeom_create…` call consumes its arguments even when it fails.
extension GEOSContext {
  func point(_ coordinate: Coordinate) throws(TopologyError) -> OwnedGeometry {
    try OwnedGeometry(
      GEOSGeom_createPointFromXY_r(handle, coordinate.longitude, coordinate.latitude),
      in: self,
      .buildGeometry
    )
  }

  /// A line through coordinates; GEOS wants two at least.
  package func line(_ coordinates: ArraySlice<Coordinate>) throws(TopologyError) -> OwnedGeometry {
    try OwnedGeometry(
      GEOSGeom_createLineString_r(handle, try sequence(coordinates)),
      in: self,
      .buildGeometry
    )
  }

  func polygon(_ polygon: Polygon) throws(TopologyError) -> OwnedGeometry {
    let holeCount = try count(polygon.interiors.count)
    var holes = OwnedGeometryList(in: self)
    for interior in polygon.interiors { holes.append(try ring(interior)) }
    let shell = try ring(polygon.exterior).relinquish()
    var handles = holes.relinquish()
    return try OwnedGeometry(
      GEOSGeom_createPolygon_r(handle, shell, &handles, holeCount),
      in: self,
      .buildGeometry
    )
  }

  func multiPolygon(_ polygons: [Polygon]) throws(TopologyError) -> OwnedGeometry {
    if polygons.count == 1 { return try polygon(polygons[0]) }
    let partCount = try count(polygons.count)
    var parts = OwnedGeometryList(in: self)
    for part in polygons { parts.append(try polygon(part)) }
    var handles = parts.relinquish()
    return try OwnedGeometry(
      GEOSGeom_createCollection_r(handle, CInt(GEOS_MULTIPOLYGON.rawValue), &handles, partCount),
      in: self,
      .buildGeometry
    )
  }

  func polygon(_ box: BoundingBox) throws(TopologyError) -> OwnedGeometry {
    let (west, south) = (box.minimumLongitude, box.minimumLatitude)
    let (east, north) = (box.maximumLongitude, box.maximumLatitude)
    return try OwnedGeometry(
      GEOSGeom_createRectangle_r(handle, west, south, east, north),
      in: self,
      .buildGeometry
    )
  }

  private func ring(_ ring: Ring) throws(TopologyError) -> OwnedGeometry {
    try OwnedGeometry(
      GEOSGeom_createLinearRing_r(handle, try sequence(ring.coordinates[...])),
      in: self,
      .buildGeometry
    )
  }

  /// A coordinate sequence for a call that consumes it at once.
  private func sequence(_ coordinates: ArraySlice<Coordinate>) throws(TopologyError) -> OpaquePointer {
    let count = try count(coordinates.count)
    // A coordinate is two doubles, longitude first: just what GEOS reads.
    let sequence = coordinates.withUnsafeBytes { bytes in
      GEOSCoordSeq_copyFromBuffer_r(
        handle,
        bytes.baseAddress?.assumingMemoryBound(to: Double.self),
        count,
        0,
        0
      )
    }
    return try require(sequence, .buildGeometry)
  }
}
