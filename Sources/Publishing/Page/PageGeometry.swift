internal import Gazetteer
internal import Geo
internal import GeoFormats

/// Where an event is, as the page draws it.
enum PageGeometry {
  case point(Coordinate)
  /// Thinned lines on the ground's grid.
  case lines([[GridPoint]])

  /// The point of a location, or its lines; whatever else it is, a point that stands for it. `nil` of an empty
  /// geometry, and of lines where there is no map to draw them on.
  init?(_ location: Location, on ground: Ground?) {
    let lines: [LineString]
    switch location.geometry {
    case .lineString(let line): lines = [line]
    case .multiLineString(let several) where !several.isEmpty: lines = several.lines
    default:
      guard let point = location.representativePoint else { return nil }
      self = .point(point)
      return
    }
    guard let projection = ground?.projection else { return nil }
    self = .lines(
      lines.map { line in
        let points = line.coordinates.map { projection.gridPoint(of: $0) }
        return Thinning.thinned(Thinning.distinct(points), tolerance: 1)
      }
    )
  }

  /// A point as longitude and latitude to the metre, lines as a list of texts.
  func write(to writer: inout JSONWriter) {
    writer.beginArray()
    switch self {
    case .point(let coordinate):
      writer.double(coordinate.longitude, decimals: 5)
      writer.double(coordinate.latitude, decimals: 5)
    case .lines(let lines):
      for line in lines { writer.string(PolylineText.encoded(line)) }
    }
    writer.endArray()
  }
}
