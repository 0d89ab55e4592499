public import Geo

/// A point of a route.
public struct RoutePosition: Hashable, Sendable {
  /// Inventory kilometres.
  public let kilometre: Double
  public let coordinate: Coordinate
  /// The region of the nearest post.
  public let region: RegionTable.Index?
  /// How far apart the two posts around it are along the route, in kilometres.
  public let postSpacing: Double
}

extension Route {
  /// The point at an inventory kilometre.
  ///
  /// Between two posts the point moves along the geodesic from one to the other, in proportion to the
  /// kilometres.
  ///
  /// - Parameter kilometre: Inventory kilometres; beyond the ends the end itself is meant up to half a
  ///   kilometre, because posts are rounded.
  /// - Returns: `nil` farther beyond the ends, or where the kilometre is not a number.
  /// - Complexity: O(1) where the posts are spread out, O(log *n*) at worst.
  public func position(at kilometre: Double) -> RoutePosition? { storage.position(at: kilometre) }

  /// The line along the route between two inventory kilometres, in the direction from the first to the
  /// second; `nil` where they are the same point or lie beyond the ends.
  ///
  /// - Complexity: O(*k*) in the posts between.
  public func line(from: Double, to: Double) -> LineString? {
    guard let start = position(at: min(from, to)), let end = position(at: max(from, to)) else { return nil }
    guard start.kilometre < end.kilometre else { return nil }
    var coordinates = [start.coordinate]
    var next = posts.withUnsafeBufferPointer { storage.index.post(before: start.kilometre, among: $0) } + 1
    while next < posts.count, posts[next].kilometre < end.kilometre {
      if posts[next].kilometre > start.kilometre { coordinates.append(posts[next].coordinate) }
      next += 1
    }
    coordinates.append(end.coordinate)
    return LineString(from <= to ? coordinates : coordinates.reversed())
  }

  /// The regions of the posts between two inventory kilometres, each once, in the order of the route.
  public func regions(from: Double, to: Double) -> [RegionTable.Index] {
    var found: [RegionTable.Index] = []
    for kilometre in [min(from, to), max(from, to)] {
      if let region = position(at: kilometre)?.region, !found.contains(region) { found.append(region) }
    }
    for post in posts where post.kilometre > min(from, to) && post.kilometre < max(from, to) {
      if let region = post.region, found.last != region, !found.contains(region) { found.append(region) }
    }
    return found
  }
}

extension Route.Storage {
  func position(at kilometre: Double) -> RoutePosition? {
    guard kilometre >= extent.lowerBound - 0.5, kilometre <= extent.upperBound + 0.5 else { return nil }
    let inside = min(max(kilometre, extent.lowerBound), extent.upperBound)
    return posts.withUnsafeBufferPointer { posts in
      let before = index.post(before: inside, among: posts)
      return RoutePosition(at: inside, between: posts[before], and: posts[before + 1])
    }
  }
}

extension RoutePosition {
  /// The point at a kilometre between those of two posts.
  @inline(__always)
  init(at kilometre: Double, between first: KilometrePost, and second: KilometrePost) {
    let spacing = second.kilometre - first.kilometre
    let fraction = (kilometre - first.kilometre) / spacing
    self.init(
      kilometre: kilometre,
      coordinate: Geodesic.wgs84.point(between: first.coordinate, and: second.coordinate, fraction: fraction),
      region: fraction < 0.5 ? first.region : second.region,
      postSpacing: spacing
    )
  }
}
