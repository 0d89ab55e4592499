public import Geo

/// Something on the map with its properties.
public struct Feature: Hashable, Sendable {
  /// The identifier, a string or a number, if it has one.
  public var id: JSONValue?
  /// Where it is; `nil` for a feature whose place is not known.
  public var geometry: Geometry?
  /// The properties in the order they are written.
  public var properties: JSONObject
  /// Where the feature begins in the file it was read from.
  public var location: InputLocation?

  public init(
    id: JSONValue? = nil,
    geometry: Geometry?,
    properties: JSONObject = [:],
    location: InputLocation? = nil
  ) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
    self.location = location
  }
}
