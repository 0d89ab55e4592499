internal import Chronicle
internal import Gazetteer

/// What the groups of a count are called.
struct CountGroupNames {
  let key: CountKey
  let pack: CountryPack

  /// A region's or a route's code or a cause; or several, outside, unlocated, none.
  func code(of group: CountGroup) -> String {
    switch group {
    case .region(let code): code.text
    case .route(let route): route
    case .cause(let cause): cause.text
    case .noRoute: "none"
    case .several: "several"
    case .outside: "outside"
    case .unlocated: "unlocated"
    }
  }

  /// The name for people.
  func name(of group: CountGroup) -> String {
    switch group {
    case .region(let code): pack.regions[code]?.name ?? code.text
    case .route(let route): pack.route(code: route)?.displayName ?? route
    case .cause(let cause): cause.text
    case .noRoute: "on no route"
    case .several: several
    case .outside: "outside \(pack.country.name)"
    case .unlocated: "without a position"
    }
  }

  private var several: String {
    switch key {
    case .region(let level): "not in one \(level.rawValue) alone"
    case .route: "on several routes"
    case .cause: "several"
    }
  }
}
