extension BoundingBox {
  /// A box that holds every coordinate within a distance of another.
  ///
  /// It is a little larger than need be. Where the circle crosses the antimeridian or holds a pole, the box goes
  /// round the world.
  ///
  /// - Complexity: Constant.
  public init(around coordinate: Coordinate, within distance: Distance) {
    // No degree of a meridian is shorter than where its curvature is strongest, at the equator; on a parallel
    // the sphere of that radius errs by less than the hundredth that is added.
    let arc = max(distance.metres, 0) / Ellipsoid.leastCurvatureRadius * 1.01
    let degrees = arc / Trigonometry.radiansPerDegree
    let south = max(coordinate.latitude - degrees, -90)
    let north = min(coordinate.latitude + degrees, 90)
    let cosine = Trigonometry.sineAndCosine(degrees: coordinate.latitude).cosine
    let sine = arc < .pi / 2 ? Trigonometry.sine(arc) : 1
    var (west, east) = (-180.0, 180.0)
    if south > -90, north < 90, sine < cosine {
      let half = Trigonometry.arcsine(sine / cosine) / Trigonometry.radiansPerDegree
      if coordinate.longitude - half >= -180, coordinate.longitude + half <= 180 {
        (west, east) = (coordinate.longitude - half, coordinate.longitude + half)
      }
    }
    self.init(
      Coordinate(computedLongitude: west, latitude: south),
      and: CollectionOfOne(Coordinate(computedLongitude: east, latitude: north))
    )
  }
}
