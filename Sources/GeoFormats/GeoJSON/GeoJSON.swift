/// Reads GeoJSON (RFC 7946).
public enum GeoJSON {
  /// The features of a collection.
  ///
  /// Positions are longitude first, in degrees on WGS 84. An altitude is dropped, and so are bounding boxes
  /// and members that the standard does not know. Rings may run either way round; polygons come out following
  /// the right-hand rule. Members may stand in any order, each once.
  ///
  /// - Parameter file: The name to print in errors.
  /// - Throws: Where the text is no JSON, or no collection of features; where a geometry is of no known type
  ///   (collections of geometries are none), has too few positions, a ring that is not closed or a position
  ///   outside the globe; where a coordinate reference system other than WGS 84 is named, as older files may.
  /// - Complexity: O(*n*).
  public static func read(_ bytes: [UInt8], file: String) throws(InputError) -> FeatureCollection {
    var reader = GeoJSONReader(json: try JSONReader(bytes, file: file))
    return try reader.collection()
  }
}
