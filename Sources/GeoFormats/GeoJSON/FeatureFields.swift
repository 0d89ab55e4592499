public import Geo

/// What to read of each feature of a collection; the rest is only checked.
public struct FeatureFields: Hashable, Sendable {
  /// Whether the identifier is wanted.
  public var hasID: Bool
  /// Whether the geometry is wanted.
  public var hasGeometry: Bool
  /// The names of the properties that are wanted.
  public var properties: [String]

  public init(id: Bool = false, geometry: Bool = false, properties: [String] = []) {
    hasID = id
    hasGeometry = geometry
    self.properties = properties
  }
}

/// What was read of a feature.
public struct FeatureRecord: Hashable, Sendable {
  /// A string or a number; `nil` where the feature has none, or it is not wanted.
  public internal(set) var id: JSONValue?
  /// `nil` where the geometry is null, or not wanted.
  public internal(set) var geometry: Geometry?
  /// The value of each property that is wanted, in the order of ``FeatureFields/properties``; null where the feature
  /// has no such property, the first where it has several.
  public internal(set) var values: [JSONValue] = []

  init() {}

  init(_ feature: Feature, fields: FeatureFields) {
    id = fields.hasID ? feature.id : nil
    geometry = fields.hasGeometry ? feature.geometry : nil
    values = fields.properties.map { feature.properties[$0] ?? .null }
  }
}
