public import Geo

/// A project of QGIS: layers of one file in an order, with styles, the part of the map that is shown, and days
/// to play.
public struct QGISProject: Hashable, Sendable {
  /// A layer of the project.
  public struct Layer: Hashable, Sendable {
    public enum Shape: String, Hashable, Sendable {
      case point = "Point"
      case line = "Line"
      case polygon = "Polygon"
      case none = "No geometry"
    }

    /// Distinct from every other's, and at least ten characters long: QGIS replaces shorter ones.
    public var id: String
    public var title: String
    /// The table of the file.
    public var table: String
    public var shape: Shape
    public var style: QGISStyle?
    public var isVisible: Bool

    public init(
      id: String,
      _ title: String,
      table: String,
      shape: Shape,
      style: QGISStyle? = nil,
      isVisible: Bool = true
    ) {
      self.id = id
      self.title = title
      self.table = table
      self.shape = shape
      self.style = style
      self.isVisible = isVisible
    }
  }

  /// Layers that stand together, the topmost first.
  public struct Group: Hashable, Sendable {
    public var title: String
    public var layers: [Layer]
    public var isExpanded: Bool

    public init(_ title: String, _ layers: [Layer], isExpanded: Bool = true) {
      self.title = title
      self.layers = layers
      self.isExpanded = isExpanded
    }
  }

  /// What the Temporal Controller plays, a day at a time: the first midnight and, not included, the last, in
  /// ISO 8601 without offset.
  public struct Days: Hashable, Sendable {
    public var start: String
    public var end: String

    public init(from start: String, until end: String) {
      self.start = start
      self.end = end
    }
  }

  /// A part of the map, in the reference system it is shown in.
  public struct Extent: Hashable, Sendable {
    public var minimum: Projection.Position
    public var maximum: Projection.Position

    public init(minimum: Projection.Position, maximum: Projection.Position) {
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  public var title: String
  /// The name of the file that holds every layer and lies in the project's folder.
  public var file: String
  /// The reference system of every layer.
  public var layerSystem: ReferenceSystem
  /// The reference system that the map is shown in.
  public var mapSystem: ReferenceSystem
  public var extent: Extent?
  public var days: Days?
  public var background: QGISColor
  /// The topmost first.
  public var groups: [Group]

  public init(
    title: String,
    file: String,
    layerSystem: ReferenceSystem,
    mapSystem: ReferenceSystem,
    extent: Extent?,
    days: Days?,
    background: QGISColor,
    groups: [Group]
  ) {
    self.title = title
    self.file = file
    self.layerSystem = layerSystem
    self.mapSystem = mapSystem
    self.extent = extent
    self.days = days
    self.background = background
    self.groups = groups
  }

  /// The bytes of a `.qgz` file.
  ///
  /// - Parameter name: The project's name inside the archive.
  public func archive(named name: String) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("\(name).qgs", Array(document.utf8))
    return zip.finish()
  }
}
