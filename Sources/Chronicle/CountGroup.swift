public import Gazetteer

/// The row of a count that a blockade or an observation goes to: exactly one for each.
public enum CountGroup: Hashable, Comparable, Sendable {
  case region(RegionCode)
  case route(String)
  case cause(Cause)
  /// Located, on no route.
  case noRoute
  /// On several routes at once; or over several regions, or known only to a region larger than those counted.
  case several
  /// Located outside every region of the country.
  case outside
  /// Without a position.
  case unlocated

  /// The group of something at a placement.
  init(_ key: CountKey, placement: Placement, cause: Cause, regions: RegionTable) {
    guard let location = placement.location else {
      self = .unlocated
      return
    }
    guard !location.isOutside else {
      self = .outside
      return
    }
    switch key {
    case .region(let level):
      let region = location.region.flatMap { regions.region(at: level, holding: $0) }
      self = region.map { .region($0.code) } ?? .several
    case .route:
      switch location.route {
      case nil: self = .noRoute
      case let route? where route.utf8.contains(UInt8(ascii: "|")): self = .several
      case let route?: self = .route(route)
      }
    case .cause:
      self = .cause(cause)
    }
  }

  /// The rows that every day has, even where they are empty.
  static func standing(in key: CountKey) -> [CountGroup] {
    switch key {
    case .region: [.several, .outside, .unlocated]
    case .route: [.noRoute, .several, .outside, .unlocated]
    case .cause: [.outside, .unlocated]
    }
  }

  /// Regions, routes and causes in byte order; then the rest, as they are declared.
  public static func < (left: CountGroup, right: CountGroup) -> Bool {
    if left.order != right.order { return left.order < right.order }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  private var order: Int {
    switch self {
    case .region: 0
    case .route: 1
    case .cause: 2
    case .noRoute: 3
    case .several: 4
    case .outside: 5
    case .unlocated: 6
    }
  }

  private var name: String {
    switch self {
    case .region(let code): code.text
    case .route(let route): route
    case .cause(let cause): cause.text
    case .noRoute, .several, .outside, .unlocated: ""
    }
  }
}
