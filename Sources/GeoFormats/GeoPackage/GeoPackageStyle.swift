/// A style for a layer of a GeoPackage.
public struct GeoPackageStyle: Hashable, Sendable {
  /// The layer's name.
  public var layer: String
  /// At most 30 characters, distinct from the layer's other styles.
  public var name: String
  public var description: String
  /// Whether the layer opens with it.
  public var isDefault: Bool
  /// The style as QGIS writes it.
  public var qml: String

  public init(layer: String, name: String, description: String, isDefault: Bool, qml: String) {
    self.layer = layer
    self.name = name
    self.description = description
    self.isDefault = isDefault
    self.qml = qml
  }
}
