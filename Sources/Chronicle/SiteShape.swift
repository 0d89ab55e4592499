internal import Gazetteer
internal import Geo

/// What of a placement decides which site it belongs to.
enum SiteShape: Hashable, Sendable {
  /// A point, on a route or on none.
  case point(Coordinate, route: String?)
  /// A stretch, by its ends.
  case line(Coordinate, Coordinate, route: String?)
  /// A region as a whole, or the stretch of a route in it.
  case region(String, route: String?)
  /// Any other shape; only the very same is the same site.
  case area(Geometry, route: String?)
  /// Words that no position was found for, without regard to case, punctuation and spacing.
  case words(String)

  init(_ placement: Placement) {
    switch placement {
    case .unlocated(let reference, _):
      self = .words(reference.slug)
    case .located(let location):
      let route = location.route
      switch location.geometry {
      case _ where location.method == .region && location.region != nil:
        self = .region(location.region?.text ?? "", route: route)
      case .point(let coordinate):
        self = .point(coordinate, route: route)
      case .lineString(let line):
        self.init(from: line.coordinates.first, to: line.coordinates.last, of: location)
      case .multiLineString(let lines):
        self.init(
          from: lines.lines.first?.coordinates.first,
          to: lines.lines.last?.coordinates.last,
          of: location
        )
      case .multiPoint, .polygon, .multiPolygon:
        self = .area(location.geometry, route: route)
      }
    }
  }

  private init(from start: Coordinate?, to end: Coordinate?, of location: Location) {
    if let start, let end {
      self = .line(start, end, route: location.route)
    } else {
      self = .area(location.geometry, route: location.route)
    }
  }

  /// Whether two points' routes allow them to be one site: they share a route, or one of them has none.
  static func routesMeet(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other, one != other else { return true }
    return !Set(one.split(separator: "|")).isDisjoint(with: other.split(separator: "|"))
  }
}
