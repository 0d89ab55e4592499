/// A rectangle in degrees, its edges included.
///
/// A box never crosses the antimeridian: what lies on both sides of it gets a box around the whole world.
public struct BoundingBox: Hashable, Sendable {
  /// The western edge, degrees east of Greenwich.
  public let minimumLongitude: Double
  /// The southern edge, degrees north of the equator.
  public let minimumLatitude: Double
  /// The eastern edge, degrees east of Greenwich.
  public let maximumLongitude: Double
  /// The northern edge, degrees north of the equator.
  public let maximumLatitude: Double

  /// Makes a box from its edges in degrees, or `nil` where one is out of range or a minimum exceeds its maximum.
  public init?(
    minimumLongitude: Double,
    minimumLatitude: Double,
    maximumLongitude: Double,
    maximumLatitude: Double
  ) {
    guard
      Coordinate(longitude: minimumLongitude, latitude: minimumLatitude) != nil,
      Coordinate(longitude: maximumLongitude, latitude: maximumLatitude) != nil,
      minimumLongitude <= maximumLongitude, minimumLatitude <= maximumLatitude
    else { return nil }
    self.minimumLongitude = minimumLongitude
    self.minimumLatitude = minimumLatitude
    self.maximumLongitude = maximumLongitude
    self.maximumLatitude = maximumLatitude
  }

  /// Makes the smallest box that holds every coordinate, or `nil` where there is none.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public init?(_ coordinates: some Sequence<Coordinate>) {
    var iterator = coordinates.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(first, and: IteratorSequence(iterator))
  }

  /// The smallest box around one coordinate and any others.
  init(_ first: Coordinate, and others: some Sequence<Coordinate>) {
    var (west, south, east, north) = (first.longitude, first.latitude, first.longitude, first.latitude)
    for coordinate in others {
      west = min(west, coordinate.longitude)
      east = max(east, coordinate.longitude)
      south = min(south, coordinate.latitude)
      north = max(north, coordinate.latitude)
    }
    (minimumLongitude, minimumLatitude, maximumLongitude, maximumLatitude) = (west, south, east, north)
  }

  /// The middle of the box, halfway in degrees.
  public var center: Coordinate {
    Coordinate(
      computedLongitude: (minimumLongitude + maximumLongitude) / 2,
      latitude: (minimumLatitude + maximumLatitude) / 2
    )
  }

  /// Whether a coordinate lies in the box or on its edge.
  public func contains(_ coordinate: Coordinate) -> Bool {
    coordinate.longitude >= minimumLongitude && coordinate.longitude <= maximumLongitude
      && coordinate.latitude >= minimumLatitude && coordinate.latitude <= maximumLatitude
  }

  /// Whether two boxes share at least a point.
  public func intersects(_ other: BoundingBox) -> Bool {
    minimumLongitude <= other.maximumLongitude && other.minimumLongitude <= maximumLongitude
      && minimumLatitude <= other.maximumLatitude && other.minimumLatitude <= maximumLatitude
  }

  /// The smallest box that holds both boxes.
  public func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(southWest, and: [northEast, other.southWest, other.northEast])
  }

  /// The corner of least longitude and latitude.
  public var southWest: Coordinate {
    Coordinate(computedLongitude: minimumLongitude, latitude: minimumLatitude)
  }

  /// The corner of greatest longitude and latitude.
  public var northEast: Coordinate {
    Coordinate(computedLongitude: maximumLongitude, latitude: maximumLatitude)
  }
}
