public import Geo

/// Where a coordinate lies on a route: the inverse of a kilometre reference.
public struct RouteOffset: Hashable, Sendable {
  /// Inventory kilometres of the nearest point of the route.
  public let inventoryKilometre: Double
  /// What the roadside post nearby says, as far as the chainage equations tell.
  public let postedKilometre: Double
  /// The nearest point of the route.
  public let coordinate: Coordinate
  /// How far the coordinate lies off the route.
  public let distance: Distance
  /// The region of the nearest post.
  public let region: RegionTable.Index?
}

extension Route {
  /// The point of the route nearest to a coordinate.
  ///
  /// - Complexity: O(*n*) in the posts; some nanoseconds each.
  public func nearestPoint(to coordinate: Coordinate) -> RouteOffset {
    let found = Geodesic.wgs84.nearestPoint(on: line, to: coordinate)
    let segment = min(found.segment, posts.count - 2)
    let (before, after) = (posts[segment], posts[segment + 1])
    let kilometre = before.kilometre + found.fraction * (after.kilometre - before.kilometre)
    return RouteOffset(
      inventoryKilometre: kilometre,
      postedKilometre: postedKilometre(atInventory: kilometre),
      coordinate: found.coordinate,
      distance: found.distance,
      region: found.fraction < 0.5 ? before.region : after.region
    )
  }

  /// The posted kilometre at an inventory kilometre, by the nearest chainage equation within 100 km;
  /// the inventory kilometre itself where there is none.
  public func postedKilometre(atInventory kilometre: Double) -> Double {
    let nearest = equations.min {
      $0.distance(toPosted: kilometre - $0.offset) < $1.distance(toPosted: kilometre - $1.offset)
    }
    guard let nearest, nearest.distance(toPosted: kilometre - nearest.offset) <= 100 else { return kilometre }
    return kilometre - nearest.offset
  }
}
