internal import Gazetteer
internal import Geo

extension Placement {
  /// A short readable name for identifiers: the route with its kilometre, else the place, else the region,
  /// else the words of the report.
  var nameSlug: String {
    var parts: [String]
    switch self {
    case .located(let location):
      let name = location.route ?? location.place ?? location.region?.text ?? location.method.rawValue
      parts = [name.slug]
      if location.route != nil {
        if let kilometre = location.kilometre {
          if let text = String.kilometreSlug(kilometre) { parts.append(text) }
        } else if let place = location.place {
          parts.append(place.slug)
        }
      }
    case .unlocated(let reference, _):
      parts = [reference.slug]
    }
    parts.removeAll(where: \.isEmpty)
    return parts.isEmpty ? "somewhere" : parts.joined(separator: "-")
  }

  /// Whether this is another place than `other`: points more than 100 metres apart, which is more than the
  /// rounding of a position; any other shapes that differ.
  func isElsewhere(than other: Placement) -> Bool {
    if case .point(let here)? = location?.geometry, case .point(let there)? = other.location?.geometry {
      return Geodesic.wgs84.distance(here, there) > .metres(100)
    }
    return location?.geometry != other.location?.geometry
  }

  /// Whether this tells better where something is than `other`: a location is better than none, and the
  /// smaller uncertainty is better.
  func isBetter(than other: Placement) -> Bool {
    switch (location, other.location) {
    case (let mine?, let theirs?): mine.uncertainty < theirs.uncertainty
    case (.some, nil): true
    case (nil, _): false
    }
  }
}
