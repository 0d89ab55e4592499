internal import Gazetteer
internal import Geo

extension Placement {
  /// Names the region or place that a sum is about.
  var areaKey: String {
    switch self {
    case .located(let location): location.place?.slug ?? location.region?.text ?? ""
    case .unlocated(let reference, _): reference.slug
    }
  }

  /// Whether two statements may put one incident here: points within the tolerance, or the same named place
  /// where no region sets the two apart, or the same words of which no position is known.
  func isSamePlace(as other: Placement, within tolerance: Distance) -> Bool {
    switch (self, other) {
    case (.unlocated(let one, _), .unlocated(let two, _)):
      return one.slug == two.slug
    case (.located(let one), .located(let two)):
      if case .point(let here) = one.geometry, case .point(let there) = two.geometry,
        Geodesic.wgs84.distance(here, there) <= tolerance
      {
        // A region's middle is not a place that things happen at.
        return (one.method == .region) == (two.method == .region)
      }
      if let here = one.place?.slug, let there = two.place?.slug, here == there {
        guard let region = one.region, let otherRegion = two.region else { return true }
        return region.isInside(otherRegion) || otherRegion.isInside(region)
      }
      return one.geometry == two.geometry
    case (.located, .unlocated), (.unlocated, .located):
      return false
    }
  }
}
