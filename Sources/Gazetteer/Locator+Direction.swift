internal import Geo

/// Places that are told by the way there from another one: `20 km south of Mooi River`, `north of Ilave`.
extension Locator {
  /// How far a thing may be from a place that it is said to be north of, where nobody says how far.
  private static let reach = Distance.kilometres(20)
  /// How much of a distance by road its rounding leaves open.
  private static let rounding = 0.15
  /// How much of a distance told without a road is open: the road winds, and a direction is an eighth of the
  /// compass off as often as not.
  private static let winding = 0.75

  /// A distance from a named place: along the highway, else straight on.
  func away(from name: Reference.Name, of reference: Reference, in hint: RegionTable.Index?) -> Resolution {
    guard let distance = name.distance, distance <= .kilometres(1000),
      // The region named beside it holds the thing; the place may lie in another one.
      let anchor = anchor(of: withoutSide(name), in: hint) ?? anchor(of: withoutSide(name))
    else { return .unknown(reason: "“\(name.text)” has no position", nearest: []) }
    if reference.highways.isEmpty { return .found(around(anchor, distance, towards: name.side), others: []) }
    let candidates = Set(reference.highways.joined()).sorted().flatMap { road in
      points(distance, from: anchor, on: pack.roads[road], towards: name.side)
    }
    switch candidates.count {
    case 0:
      let side = name.side.map { " to the \($0.rawValue)" } ?? ""
      let kilometres = distance.kilometres.rounded(toPlaces: 1)
      return .unknown(
        reason: "the highway does not run \(kilometres) km from \(anchor.name)\(side)",
        nearest: []
      )
    case 1: return .found(candidates[0].location, others: [])
    default:
      let inside = candidates.filter { candidate in
        guard let hint, let region = candidate.location.region else { return false }
        return region.isInside(pack.regions[hint].code)
      }
      return inside.count == 1 ? .found(inside[0].location, others: []) : .ambiguous(candidates)
    }
  }

  /// A side of a place that is no region, and no highway: the land within reach on that side.
  func towards(_ name: Reference.Name, in hint: RegionTable.Index?, doubts: [LocationWarning]) -> Resolution {
    var nameless = Reference()
    nameless.names = [withoutSide(name)]
    let resolution = place(nameless, in: hint)
    guard case .found(var location, let others) = resolution, case .point(let start) = location.geometry,
      location.method == .place, let side = name.side
    else { return resolution }
    let middle = Distance.metres(Self.reach.metres / 2)
    let coordinate = Geodesic.wgs84.destination(from: start, azimuth: side.azimuth, distance: middle)
    location.geometry = .point(coordinate)
    location.uncertainty = location.uncertainty + middle
    let (region, _) = region(at: coordinate)
    location.region = region
    location.isOutside = region == nil
    location.warnings += doubts
    location.warnings.append(rough(side, of: location.place ?? name.text))
    return .found(location, others: others)
  }

  /// The stretch of a highway on one side of a place that is no region.
  func stretch(beside name: Reference.Name, on highways: [[Int]], in hint: RegionTable.Index?) -> Resolution {
    guard let anchor = anchor(of: withoutSide(name), in: hint), let side = name.side else {
      return .unknown(reason: "“\(name.text)” has no position", nearest: [])
    }
    var candidates: [Resolution.Candidate] = []
    for route in Set(highways.joined()).sorted().map({ pack.roads[$0] }) {
      let here = route.nearestPoint(to: anchor.coordinate)
      guard here.distance <= .kilometres(50),
        let end = ends(of: route, from: here, at: Self.reach, isClamped: true)
          .max(by: { $0.gain(to: side, from: here.coordinate) < $1.gain(to: side, from: here.coordinate) }),
        end.gain(to: side, from: here.coordinate) > 0,
        let line = route.line(from: here.inventoryKilometre, to: end.kilometre)
      else { continue }
      var location = Location(
        geometry: .lineString(line),
        method: .highwaySection,
        uncertainty: Distance.metres(Geodesic.wgs84.length(of: line).metres / 2),
        route: route.code,
        routeName: route.displayName,
        place: anchor.name,
        warnings: anchor.warnings + [rough(side, of: anchor.name)]
      )
      location.region = smallestRegion(
        of: route.regions(from: here.inventoryKilometre, to: end.kilometre),
        into: &location
      )
      candidates.append(Resolution.Candidate(title: "\(route.code) \(route.displayName)", location: location))
    }
    switch candidates.count {
    case 0:
      return .unknown(reason: "the highway does not run \(side.rawValue) of \(anchor.name)", nearest: [])
    case 1: return .found(candidates[0].location, others: [])
    default: return .ambiguous(candidates)
    }
  }

  private func withoutSide(_ name: Reference.Name) -> Reference.Name {
    var name = name
    name.side = nil
    return name
  }

  private func rough(_ side: Side, of place: String) -> LocationWarning {
    let reach = Int(Self.reach.kilometres)
    return LocationWarning(
      .roughDirection,
      "no distance \(side.rawValue) of \(place) is given; \(reach) km are taken"
    )
  }

  /// A distance from a place without a road: ahead in the direction, or all around where none is given.
  private func around(_ anchor: Anchor, _ distance: Distance, towards side: Side?) -> Location {
    let center = side.map {
      Geodesic.wgs84.destination(from: anchor.coordinate, azimuth: $0.azimuth, distance: distance)
    }
    let spread = Distance.metres(distance.metres * (side == nil ? 1 : Self.winding))
    var location = Location(
      geometry: .point(center ?? anchor.coordinate),
      method: .place,
      uncertainty: anchor.radius + spread,
      place: anchor.name,
      warnings: anchor.warnings
    )
    let kilometres = distance.kilometres.rounded(toPlaces: 1)
    let direction = side.map { "\($0.rawValue) of" } ?? "from"
    location.warnings.append(
      LocationWarning(
        .roughDirection,
        "\(kilometres) km \(direction) \(anchor.name), on no road that is named"
      )
    )
    let (region, more) = region(at: center ?? anchor.coordinate)
    location.region = region
    location.isOutside = region == nil
    location.warnings += more
    return location
  }

  /// The points of a route so far from a place, on the side named, or on both.
  private func points(
    _ distance: Distance,
    from anchor: Anchor,
    on route: Route,
    towards side: Side?
  ) -> [Resolution.Candidate] {
    let here = route.nearestPoint(to: anchor.coordinate)
    guard here.distance <= .kilometres(50) else { return [] }
    var ends = ends(of: route, from: here, at: distance, isClamped: false)
    if let side {
      ends = ends.filter { $0.gain(to: side, from: here.coordinate) > 0 }
      // Both ways may lead a little to that side; the one that leads there more is meant.
      let best = ends.max {
        $0.gain(to: side, from: here.coordinate) < $1.gain(to: side, from: here.coordinate)
      }
      ends = best.map { [$0] } ?? []
    }
    return ends.map { end in
      let posted = route.postedKilometre(atInventory: end.kilometre).rounded(toPlaces: 1)
      let location = Location(
        geometry: .point(end.coordinate),
        method: .place,
        uncertainty: max(anchor.radius, here.distance)
          + Distance.metres(distance.metres * Self.rounding),
        route: route.code,
        routeName: route.displayName,
        kilometre: posted,
        inventoryKilometre: end.kilometre,
        place: anchor.name,
        region: end.region.map { pack.regions[$0].code },
        warnings: anchor.warnings
      )
      return Resolution.Candidate(
        title: "\(route.code) \(route.displayName), km \(posted)",
        location: location
      )
    }
  }

  /// The points of a route a distance before and behind another one; those beyond its ends are left out, or
  /// the end stands for them.
  private func ends(of route: Route, from here: RouteOffset, at distance: Distance, isClamped: Bool)
    -> [RoutePosition]
  {
    [-distance.kilometres, distance.kilometres].compactMap { step in
      let kilometre = here.inventoryKilometre + step
      let inside = min(max(kilometre, route.extent.lowerBound), route.extent.upperBound)
      guard isClamped || kilometre == inside, inside != here.inventoryKilometre else { return nil }
      return route.position(at: inside)
    }
  }
}

extension RoutePosition {
  /// How far it lies from a coordinate towards a side, in degrees.
  fileprivate func gain(to side: Side, from start: Coordinate) -> Double {
    switch side {
    case .north: coordinate.latitude - start.latitude
    case .south: start.latitude - coordinate.latitude
    case .east: coordinate.longitude - start.longitude
    case .west: start.longitude - coordinate.longitude
    }
  }
}

extension Side {
  /// Degrees clockwise from north.
  fileprivate var azimuth: Double {
    switch self {
    case .north: 0
    case .east: 90
    case .south: 180
    case .west: 270
    }
  }
}
