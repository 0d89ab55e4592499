public import Geo

/// A table of a GeoPackage: features that share a shape, or rows without a place.
public struct GeoPackageLayer: Hashable, Sendable {
  /// The shapes that a layer of features can have. One line or one area is taken as several of which there is
  /// one, so that a layer holds one type only.
  public enum Shape: String, Hashable, Sendable {
    case point = "POINT"
    case lines = "MULTILINESTRING"
    case areas = "MULTIPOLYGON"
  }

  /// The column of every feature's geometry.
  public static let geometryColumn = "geom"
  /// The column of every row's number.
  public static let numberColumn = "fid"

  /// The table's name, distinct from every other's.
  public var name: String
  /// A sentence on what it holds.
  public var description: String
  /// `nil` for rows without a place.
  public var shape: Shape?
  public var columns: [TableColumn]

  public init(_ name: String, _ description: String, shape: Shape? = nil, columns: [TableColumn]) {
    self.name = name
    self.description = description
    self.shape = shape
    self.columns = columns
  }
}

/// A row of a layer.
public struct GeoPackageRow: Hashable, Sendable {
  /// Positive, and distinct from every other's in the table.
  public var number: Int
  /// Where it is; `nil` for a feature without a place, and always in a layer without a shape.
  public var geometry: Geometry?
  /// One cell for each column, in order.
  public var cells: [JSONValue]

  public init(number: Int, geometry: Geometry? = nil, cells: [JSONValue]) {
    self.number = number
    self.geometry = geometry
    self.cells = cells
  }
}
