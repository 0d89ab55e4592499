public import Geo

/// Writes a collection of features as GeoJSON (RFC 7946), one feature a line: small, and a comparison of two
/// files line by line shows which features differ.
///
/// Longitude comes first, in degrees on WGS 84 with at most seven decimals (a centimetre). Polygons follow the
/// right-hand rule. A feature without a place has a null geometry. The same calls give the same bytes.
///
/// ```swift
/// var writer = FeatureCollectionWriter(members: ["name": "blockades"])
/// writer.write(id: "b-1", geometry: .point(place), properties: ["status": "blocked"])
/// let bytes = writer.finish()
/// ```
public struct FeatureCollectionWriter: Sendable {
  /// The decimals of a degree that are written.
  public static let decimals = 7

  private var json = JSONWriter()

  /// Begins a collection.
  ///
  /// - Parameter members: Members of the collection beyond the standard's, written before the features. The
  ///   names `type` and `features` are the standard's and are left out.
  public init(members: JSONObject = [:]) {
    json.beginObject()
    json.key("type")
    json.string("FeatureCollection")
    for (key, value) in members where key != "type" && key != "features" {
      json.key(key)
      json.value(value)
    }
    json.lineBreak()
    json.key("features")
    json.beginArray()
  }

  /// Appends a feature.
  public mutating func write(id: String? = nil, geometry: Geometry?, properties: JSONObject) {
    write(Feature(id: id.map { .string($0) }, geometry: geometry, properties: properties))
  }

  /// Appends a feature; its ``Feature/location`` is not written.
  ///
  /// - Returns: Where it stands in the file's bytes, for ``write(written:)``.
  @discardableResult
  public mutating func write(_ feature: Feature) -> Range<Int> {
    json.lineBreak()
    json.beginObject()
    let start = json.bytes.count - 1
    json.key("type")
    json.string("Feature")
    if let id = feature.id {
      json.key("id")
      json.value(id)
    }
    json.key("properties")
    json.object(feature.properties)
    json.key("geometry")
    if let geometry = feature.geometry { json.geometry(geometry) } else { json.null() }
    json.endObject()
    return start..<json.bytes.count
  }

  /// Makes room for features that stand written, and are that long together.
  public mutating func reserve(_ count: Int) { json.reserve(json.bytes.count + count + 64) }

  /// Appends a feature that stands written in another file, without its place there: a feature that is in many
  /// files is written out once.
  public mutating func write(written feature: ArraySlice<UInt8>) {
    json.lineBreak()
    json.written(feature)
  }

  /// Ends the collection and gives the file's bytes, a line break at their end.
  public consuming func finish() -> [UInt8] {
    json.lineBreak()
    json.endArray()
    json.endObject()
    return json.finish()
  }
}
