internal import Geo

extension Locator {
  /// Audits the pack: what can be read, but contradicts itself.
  ///
  /// - Complexity: O(*n* log *m*) in the posts and places and the outlines.
  public func audit() -> [PackFinding] {
    pack.routes.flatMap { spacings(of: $0) + equations(of: $0) + posts(of: $0) }
      + pack.places.compactMap { outside($0) } + outlineFindings()
  }

  private func spacings(of route: Route) -> [PackFinding] {
    zip(route.posts, route.posts.dropFirst()).compactMap { before, after in
      let posted = after.kilometre - before.kilometre
      let measured = Geodesic.wgs84.distance(before.coordinate, after.coordinate).kilometres
      // A road is never shorter than the straight way; a bend makes the straight way shorter.
      guard measured > posted * 1.05 + 0.1 else { return nil }
      let length = "\(measured.rounded(toPlaces: 1)) km apart"
      return PackFinding(
        kind: .postSpacing,
        subject: "\(route.code) km \(before.kilometre) to \(after.kilometre)",
        detail: length
      )
    }
  }

  private func equations(of route: Route) -> [PackFinding] {
    route.equations.compactMap { equation in
      let reach =
        (equation.posted.lowerBound + equation.offset)...(equation.posted.upperBound + equation.offset)
      let extent = (route.extent.lowerBound - 1)...(route.extent.upperBound + 1)
      guard reach.lowerBound < extent.lowerBound || reach.upperBound > extent.upperBound else { return nil }
      return PackFinding(
        kind: .equationBeyondRoute,
        subject: "\(route.code) posted km \(equation.posted)",
        detail: "the route runs from \(route.extent.lowerBound) to \(route.extent.upperBound)"
      )
    }
  }

  private func posts(of route: Route) -> [PackFinding] {
    route.posts.compactMap { post in
      guard let region = post.region else { return nil }
      return disagreement(at: post.coordinate, with: pack.regions[region].code).map {
        PackFinding(kind: .postOutsideRegion, subject: "\(route.code) km \(post.kilometre)", detail: $0)
      }
    }
  }

  private func outside(_ place: Place) -> PackFinding? {
    guard let region = place.region else { return nil }
    return disagreement(at: place.coordinate, with: region).map {
      PackFinding(kind: .placeOutsideRegion, subject: "\(place.name) (\(place.kind.name))", detail: $0)
    }
  }

  /// What the outlines say against a code: outlines are simplified, so only what lies beyond the
  /// tolerance counts.
  private func disagreement(at coordinate: Coordinate, with code: RegionCode) -> String? {
    guard let expected = pack.regions.region(at: .department, holding: code) else { return nil }
    let near = region(at: coordinate).region
    guard near != expected.code,
      let polygons = pack.outlines.first(where: { $0.region == expected.code })?.polygons
    else { return nil }
    let away = polygons.polygons.flatMap(\.rings).compactMap { LineString($0.coordinates) }
      .map { Geodesic.wgs84.nearestPoint(on: $0, to: coordinate).distance }.min()
    guard let away, away > pack.country.outlineTolerance else { return nil }
    return "\(away.kilometres.rounded(toPlaces: 1)) km outside \(expected.name)"
  }

  private func outlineFindings() -> [PackFinding] {
    let drawn = Set(pack.outlines.map(\.region))
    let missing = pack.regions.regions(at: .department).filter { !drawn.contains($0.code) }.map {
      PackFinding(kind: .missingOutline, subject: $0.name, detail: "no outline in departments.geojson")
    }
    let invalid = pack.outlines.compactMap { outline -> PackFinding? in
      guard let reason = try? topology.invalidity(of: outline.polygons) else { return nil }
      return PackFinding(
        kind: .invalidOutline,
        subject: pack.regions[outline.region]?.name ?? outline.region.text,
        detail: reason
      )
    }
    return missing + invalid
  }
}
