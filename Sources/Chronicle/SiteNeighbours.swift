internal import Gazetteer
internal import Geo

/// Tells which sites were first blocked beside a blockade that stood already.
struct SiteNeighbours {
  private let besides: [Int?]

  /// The site beside which a site was first blocked; `nil` where it stood alone then.
  func site(beside site: Int) -> Int? { besides[site] }

  /// Compares where complete reports put the sites when each was first blocked. Other reports never open a site
  /// within reach of another.
  ///
  /// - Parameters:
  ///   - runs: The spells of each site in order of time.
  ///   - shapes: Where each statement puts its site, by rank.
  ///   - reach: How far apart two points on one route are beside each other.
  /// - Complexity: O(*n* log *n*) in the stretches, as long as few sites lie within reach of each other.
  init(runs: [[SiteHistory.Run]], shapes: [SiteShape], reach: Distance) {
    var points = AnchorGrid(reach: reach)
    for (site, runs) in runs.enumerated() {
      var inserted: Set<Coordinate> = []
      for stretch in runs.lazy.flatMap(\.stretches) {
        guard let (coordinate, _) = Self.point(of: stretch, shapes), inserted.insert(coordinate).inserted
        else { continue }
        points.insert(coordinate, value: site)
      }
    }
    besides = runs.indices.map { site in
      guard let first = runs[site].first?.stretches.first, let (here, route) = Self.point(of: first, shapes)
      else { return nil }
      let standing = points.near(here).filter { candidate in
        guard candidate.value != site,
          let stretch = Self.stretch(at: first.start, in: runs[candidate.value]),
          let (there, other) = Self.point(of: stretch, shapes)
        else { return false }
        return SiteShape.routesMeet(route, other) && Geodesic.wgs84.distance(here, there) <= reach
      }
      return standing.min { ($0.distance.metres, $0.value) < ($1.distance.metres, $1.value) }?.value
    }
  }

  private static func point(
    of stretch: SiteHistory.Stretch,
    _ shapes: [SiteShape]
  ) -> (coordinate: Coordinate, route: String?)? {
    guard let rank = stretch.placedBy, case .point(let coordinate, let route) = shapes[rank] else {
      return nil
    }
    return (coordinate, route)
  }

  /// The stretch that had begun before a moment and goes on at it.
  private static func stretch(at moment: Moment, in runs: [SiteHistory.Run]) -> SiteHistory.Stretch? {
    let index = runs.firstIndexBySearch { run in (run.stretches.first?.start).map { $0 >= moment } ?? true }
    guard index > 0 else { return nil }
    return runs[index - 1].stretches.last { stretch in
      stretch.start <= moment && (stretch.end.map { moment < $0 } ?? true)
    }
  }
}
