public import Geo

extension JSONWriter {
  /// Writes a geometry object of RFC 7946.
  public mutating func geometry(_ geometry: Geometry) {
    beginObject()
    key("type")
    switch geometry {
    case .point(let coordinate):
      string("Point")
      key("coordinates")
      position(coordinate)
    case .multiPoint(let coordinates):
      string("MultiPoint")
      key("coordinates")
      positions(coordinates)
    case .lineString(let line):
      string("LineString")
      key("coordinates")
      positions(line.coordinates)
    case .multiLineString(let lines):
      string("MultiLineString")
      key("coordinates")
      beginArray()
      for line in lines.lines { positions(line.coordinates) }
      endArray()
    case .polygon(let polygon):
      string("Polygon")
      key("coordinates")
      rings(polygon)
    case .multiPolygon(let polygons):
      string("MultiPolygon")
      key("coordinates")
      beginArray()
      for polygon in polygons.polygons { rings(polygon) }
      endArray()
    }
    endObject()
  }

  private mutating func rings(_ polygon: Polygon) {
    beginArray()
    for ring in polygon.rings { positions(ring.coordinates) }
    endArray()
  }

  private mutating func positions(_ coordinates: [Coordinate]) {
    beginArray()
    for coordinate in coordinates { position(coordinate) }
    endArray()
  }

  private mutating func position(_ coordinate: Coordinate) {
    beginArray()
    double(coordinate.longitude, decimals: FeatureCollectionWriter.decimals)
    double(coordinate.latitude, decimals: FeatureCollectionWriter.decimals)
    endArray()
  }
}
