internal import Geo

extension Locator {
  /// A highway whose name means other roads in some regions: those of no other region are left out. Where several
  /// are left, the one at a place that is named with it is meant, else the one that bears the name everywhere.
  func locate(
    _ reference: Reference,
    meaningInRegions regional: [[Int]: [RegionCode]],
    in hint: RegionTable.Index?,
    text: String
  ) -> Resolution {
    let region = regionMeant(by: reference, in: hint)
    var meant = reference
    if let code = region.map({ pack.regions[$0].code }) {
      meant.highways.removeAll { routes in
        regional[routes].map { !$0.contains { code.isInside($0) || $0.isInside(code) } } ?? false
      }
    }
    guard !meant.highways.isEmpty else {
      let name = region.map { pack.regions[$0].name } ?? ""
      return .unknown(reason: "no road of that name is meant in \(name)", nearest: [])
    }
    let resolution = locateAnyMeaning(of: meant, in: hint, text: text)
    guard case .ambiguous(let candidates) = resolution else { return resolution }
    let usual = meant.highways.filter { regional[$0] == nil }
    meant.highways = beside(reference.names, in: region, usual: usual, among: meant.highways) ?? usual
    guard !meant.highways.isEmpty,
      case .found(let location, _) = locateAnyMeaning(of: meant, in: hint, text: text)
    else { return resolution }
    let others = candidates.filter { $0.location.route != location.route }
    let titles = others.map(\.title).joined(separator: "; ")
    return Resolution.found(location, others: others).adding([
      LocationWarning(
        .severalCandidates,
        "the road of that name that is usually meant here; it may be \(titles)"
      )
    ])
  }

  /// How far a road may be from a place at which it is said to be.
  private static var atPlace: Distance { .kilometres(10) }

  /// The road at a place of these names: a usual one, else the nearest one; `nil` where none is there.
  private func beside(
    _ names: [Reference.Name],
    in region: RegionTable.Index?,
    usual: [[Int]],
    among highways: [[Int]]
  ) -> [[Int]]? {
    for name in names where !places(among: name.bearers).isEmpty {
      guard let anchor = anchor(of: name, in: region) else { continue }
      for meanings in [usual, highways] {
        let ranked = meanings.map { routes in
          (routes, routes.map { pack.roads[$0].nearestPoint(to: anchor.coordinate).distance }.min())
        }
        let nearest = ranked.compactMap { routes, away in away.map { (routes: routes, away: $0) } }
          .min { $0.away < $1.away }
        if let nearest, nearest.away <= Self.atPlace { return [nearest.routes] }
      }
    }
    return nil
  }
}
