internal import Geo

extension Locator {
  /// How far the position may lie from the kilometre before the two contradict each other. Posts follow
  /// numberings that drift, and people round to the nearest village.
  private static let agreement = Distance.kilometres(5)
  /// How far a position may lie beside the route and still be on it.
  private static let roadside = Distance.kilometres(3)
  /// The radius of a position that nothing contradicts but nothing finer confirms.
  private static let leastRadius = Distance.metres(250)

  /// Checks position, kilometre and region against each other, and places the claim by the best two.
  ///
  /// A position that agrees with the kilometre or with the region stands. One that agrees with neither gives
  /// way where kilometre and region agree; else it stands, with a radius that says so.
  ///
  /// - Complexity: O(*n*) in the posts of the route.
  public func audit(_ claim: PositionClaim) -> PositionAudit {
    var audit = ClaimAudit(claim, locator: self)
    return audit.run()
  }

  /// The work on one claim.
  private struct ClaimAudit {
    let claim: PositionClaim
    let locator: Locator
    var findings: [LocationWarning] = []
    var named: RegionTable.Index?
    var route: Route?
    var numbers: [Double] = []
    var count = 0

    private var regions: RegionTable { locator.pack.regions }

    init(_ claim: PositionClaim, locator: Locator) {
      self.claim = claim
      self.locator = locator
    }

    mutating func run() -> PositionAudit {
      readRegion()
      readRoute()
      readKilometre()
      let position = readPosition()
      let fix = route.flatMap { route in
        numbers.first.flatMap { route.fix(posted: $0, in: named, of: regions) }
      }
      guard let position else { return withoutPosition(fix) }
      guard let route else { return withoutKilometre(position, offset: nil) }
      let offset = route.nearestPoint(to: position)
      guard !numbers.isEmpty else { return withoutKilometre(position, offset: offset) }
      let gap = gap(from: position, on: route)
      if gap <= Locator.agreement { return agreeing(position, offset: offset, gap: gap) }
      return contradicting(position, offset: offset, fix: fix, gap: gap)
    }

    // MARK: Reading

    private mutating func readRegion() {
      guard !NameKey(claim.region).isEmpty else {
        return findings.append(LocationWarning(.noRegionNamed, "no region is named"))
      }
      switch locator.reading(of: claim.region) {
      case .found(let index, let more):
        named = index
        findings += more
      case .ambiguous:
        findings.append(LocationWarning(.spelling, "several regions are called “\(claim.region)”"))
      case .unknown:
        findings.append(LocationWarning(.spelling, "no region is called “\(claim.region)”"))
      }
    }

    private mutating func readRoute() {
      route = locator.pack.route(code: claim.route)
      if route == nil {
        findings.append(LocationWarning(.unknownRoute, "no route has the code “\(claim.route)”"))
      }
    }

    private mutating func readKilometre() {
      guard
        let (expression, unread) = KilometreExpression.reading(
          claim.kilometre,
          vocabulary: locator.pack.vocabulary
        )
      else {
        return findings.append(
          LocationWarning(.unreadKilometre, "“\(claim.kilometre)” holds no kilometre")
        )
      }
      if !unread.isEmpty {
        findings.append(
          LocationWarning(.unreadWords, "nothing explains “\(unread.joined(separator: " "))”")
        )
      }
      let extent = route?.extent ?? 0...0
      numbers = expression.spans.flatMap { span in
        [span.from, span.to].compactMap { number in
          guard let number else { return nil }
          return route == nil ? number.readings.first : number.value(on: extent)
        }
      }
      count = expression.spans.count
    }

    /// The position given; where it lies outside the country, the one that a slip explains.
    private mutating func readPosition() -> Coordinate? {
      // The sixth decimal is a decimetre. Digits beyond it come and go as the rows are copied about.
      guard let longitude = claim.longitude?.rounded(toPlaces: 6),
        let latitude = claim.latitude?.rounded(toPlaces: 6)
      else {
        findings.append(LocationWarning(.positionMissing, "no position is given"))
        return nil
      }
      let given = Coordinate(longitude: longitude, latitude: latitude)
      if let given, locator.region(at: given).region != nil { return given }
      let slips = [
        (-longitude, latitude, "the longitude's sign put back"),
        (longitude, -latitude, "the latitude's sign put back"),
        (-longitude, -latitude, "both signs put back"),
        (latitude, longitude, "longitude and latitude swapped back"),
        (-latitude, -longitude, "longitude and latitude swapped back and both signs put back"),
      ]
      for (longitude, latitude, slip) in slips {
        guard let repaired = Coordinate(longitude: longitude, latitude: latitude),
          locator.region(at: repaired).region != nil
        else { continue }
        findings.append(LocationWarning(.coordinateRepaired, slip))
        return repaired
      }
      // What lies outside the country on a road that leads there is no slip.
      if let given, let route, route.nearestPoint(to: given).distance <= Locator.agreement { return given }
      findings.append(
        LocationWarning(
          .positionMissing,
          "the position \(longitude), \(latitude) lies outside \(locator.pack.country.name)"
        )
      )
      return nil
    }

    // MARK: Comparing

    /// How far a position lies from the kilometres given: from the nearest one, posted or of the inventory,
    /// or from the stretch between them.
    private func gap(from position: Coordinate, on route: Route) -> Distance {
      guard let low = numbers.min(), let high = numbers.max() else { return .metres(.infinity) }
      var least = Distance.metres(.infinity)
      let offset = route.nearestPoint(to: position)
      for here in [offset.postedKilometre, offset.inventoryKilometre]
      where low < high && (low...high).contains(here) {
        least = min(least, offset.distance)
      }
      for number in Set([low, high]) {
        var kilometres = [number]
        if let fix = route.fix(posted: number, in: nil, of: regions) {
          kilometres.append(fix.position.kilometre)
        }
        if let named, let fix = route.fix(posted: number, in: named, of: regions), fix.stretch == nil,
          fix.reading != .reversed
        {
          kilometres.append(fix.position.kilometre)
        }
        for kilometre in kilometres {
          guard let point = route.position(at: kilometre) else { continue }
          least = min(least, Geodesic.wgs84.distance(position, point.coordinate))
        }
      }
      return least
    }

    /// Whether a region is the one named, at the level of departments.
    private func isNamed(_ found: RegionCode?) -> Bool {
      guard let named, let found else { return true }
      return regions.region(at: .department, holding: regions[named].code)?.code
        == regions.region(at: .department, holding: found)?.code
    }

    /// Whether a position may lie in the region named: in its outline, or beside a post that stands there.
    private func liesInNamed(_ position: Coordinate, offset: RouteOffset?) -> Bool {
      if isNamed(locator.region(at: position).region) { return true }
      guard let offset, offset.distance <= Locator.roadside, let region = offset.region else { return false }
      return isNamed(regions[region].code)
    }

    // MARK: Deciding

    private mutating func agreeing(_ position: Coordinate, offset: RouteOffset, gap: Distance)
      -> PositionAudit
    {
      var location = given(position, offset: offset, radius: max(Locator.leastRadius, gap))
      if !liesInNamed(position, offset: offset) { disagreeWithRegion(&location) }
      return located(location)
    }

    private mutating func contradicting(
      _ position: Coordinate,
      offset: RouteOffset,
      fix: KilometreFix?,
      gap: Distance
    ) -> PositionAudit {
      let away = "\(gap.kilometres.rounded(toPlaces: 1)) km"
      let fits = liesInNamed(position, offset: offset)
      var kilometreFits = false
      if let fix, fix.stretch == nil, fix.reading != .reversed, named != nil {
        kilometreFits = isNamed(fix.position.region.map { regions[$0].code })
      }
      if !fits, kilometreFits, let fix {
        findings.append(
          LocationWarning(
            .positionFarFromKilometre,
            "the position lies \(away) from the kilometre, which fits the region"
          )
        )
        return located(posted(fix), isImpossible: true)
      }
      var radius = max(Locator.leastRadius, offset.distance)
      if offset.distance > Locator.agreement {
        let side = "\(offset.distance.kilometres.rounded(toPlaces: 1)) km"
        findings.append(
          LocationWarning(.positionOffRoute, "the position lies \(side) beside \(claim.route)")
        )
        radius = max(radius, .kilometres(5))
      } else if fits, !kilometreFits {
        findings.append(Self.numbering(of: numbers.first ?? 0, at: offset, on: route))
      } else {
        findings.append(
          LocationWarning(.positionFarFromKilometre, "the position lies \(away) from the kilometre")
        )
        radius = max(radius, .kilometres(5))
      }
      var location = given(position, offset: offset, radius: radius)
      if !fits { disagreeWithRegion(&location) }
      return located(location, isImpossible: true)
    }

    /// What the kilometre of a report may count where the position is right.
    private static func numbering(
      of kilometre: Double,
      at offset: RouteOffset,
      on route: Route?
    ) -> LocationWarning {
      let here = "the post there says \(offset.postedKilometre.rounded(toPlaces: 1))"
      if let extent = route?.extent,
        abs(extent.lowerBound + extent.upperBound - kilometre - offset.inventoryKilometre)
          <= Locator.agreement.kilometres
      {
        return LocationWarning(.reversedKilometre, "km \(kilometre) counts from the far end; \(here)")
      }
      return LocationWarning(.localNumbering, "km \(kilometre) follows no known numbering; \(here)")
    }

    private mutating func withoutPosition(_ fix: KilometreFix?) -> PositionAudit {
      if let fix { return located(posted(fix)) }
      if let named, let location = locator.location(of: named) {
        return located(location)
      }
      return PositionAudit(
        outcome: .unlocated(reason: findings.map(\.detail).joined(separator: "; ")),
        findings: findings,
        isImpossible: false
      )
    }

    private mutating func withoutKilometre(_ position: Coordinate, offset: RouteOffset?) -> PositionAudit {
      var location = given(position, offset: offset, radius: .kilometres(1))
      if let offset, offset.distance > Locator.agreement {
        findings.append(
          LocationWarning(
            .positionOffRoute,
            "the position lies \(offset.distance.kilometres.rounded(toPlaces: 1)) km beside \(claim.route)"
          )
        )
        location.uncertainty = .kilometres(5)
      }
      if !liesInNamed(position, offset: offset) { disagreeWithRegion(&location) }
      return located(location)
    }

    // MARK: Building

    private func given(_ position: Coordinate, offset: RouteOffset?, radius: Distance) -> Location {
      var location = Location(
        geometry: .point(position),
        method: .given,
        uncertainty: radius,
        route: route?.code ?? (claim.route.isEmpty ? nil : claim.route),
        routeName: route?.displayName,
        place: claim.place
      )
      fillKilometres(of: &location)
      if let offset, offset.distance <= Locator.agreement {
        location.inventoryKilometre = offset.inventoryKilometre
      }
      let (outline, warnings) = locator.region(at: position)
      location.isOutside = outline == nil
      location.warnings = outline == nil ? [] : warnings
      location.region = liesInNamed(position, offset: offset) ? named.map { regions[$0].code } : nil
      if location.region == nil, let outline {
        // The nearest post tells the district, where it stands in the department that the outline tells.
        let post = offset.flatMap { $0.distance <= Locator.roadside ? $0.region : nil }
        location.region = post.map { regions[$0].code }.flatMap { $0.isInside(outline) ? $0 : nil } ?? outline
      }
      return location
    }

    private func posted(_ fix: KilometreFix) -> Location {
      var location = Location(
        geometry: .point(fix.position.coordinate),
        method: fix.stretch == nil ? .kilometrePost : .highwaySection,
        uncertainty: fix.uncertainty,
        route: route?.code,
        routeName: route?.displayName,
        inventoryKilometre: fix.position.kilometre,
        place: claim.place,
        region: fix.position.region.map { regions[$0].code }
      )
      fillKilometres(of: &location)
      if let stretch = fix.stretch, let line = route?.line(from: stretch.lowerBound, to: stretch.upperBound) {
        location.geometry = .lineString(line)
      }
      if let region = location.region, isNamed(region), let named { location.region = regions[named].code }
      return location
    }

    private func fillKilometres(of location: inout Location) {
      location.kilometre = numbers.first
      guard let low = numbers.min(), let high = numbers.max(), low < high else { return }
      (location.kilometre, location.kilometreTo) = count == 1 ? (numbers.first, numbers.last) : (low, high)
      if count > 1 {
        location.warnings.append(
          LocationWarning(.severalKilometres, "\(count) are listed; the position given stands for all")
        )
      }
    }

    private mutating func disagreeWithRegion(_ location: inout Location) {
      guard let named, let found = location.region else { return }
      let name = regions.region(at: .department, holding: found)?.name ?? found.text
      findings.append(
        LocationWarning(.outsideNamedRegion, "lies in \(name), not in \(regions[named].name)")
      )
    }

    private func located(_ location: Location, isImpossible: Bool = false) -> PositionAudit {
      var location = location
      location.warnings += findings
      return PositionAudit(outcome: .located(location), findings: findings, isImpossible: isImpossible)
    }
  }
}
