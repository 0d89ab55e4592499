/// Another name for a route, a part of one, a highway of several routes, a place or a region.
public struct Alias: Hashable, Sendable {
  /// What an alias stands for.
  public enum Target: Hashable, Sendable {
    /// The route of that code.
    case route(String)
    /// A part of the route of that code, between two inventory kilometres.
    case stretch(route: String, from: Double, to: Double)
    /// One highway that runs over several routes.
    case corridor([String])
    /// The place of that name in that region.
    case place(name: String, region: RegionCode)
    case region(RegionCode)
  }

  public let name: String
  public let target: Target
  /// The only regions in which a road is meant so; empty where it is everywhere.
  public let regions: [RegionCode]

  public init(name: String, target: Target, regions: [RegionCode] = []) {
    self.name = name
    self.target = target
    self.regions = regions
  }
}
