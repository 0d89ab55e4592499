public import Geo

/// A numbered highway: its kilometre posts in order, and what ties them to the posted kilometres.
public struct Route: Sendable {
  /// Why a list of posts makes no route.
  public enum Flaw: Error, Hashable, Sendable {
    /// There are fewer than two posts.
    case tooFewPosts
    /// The post at this place in the list bears the kilometre of the one before it.
    case duplicatePost(Int)
    /// The post at this place in the list bears a smaller kilometre than the one before it.
    case postOutOfOrder(Int)
  }

  /// What all copies of a route share, so that handing one on costs no more than a reference.
  final class Storage: Sendable {
    let code: String
    let names: [String]
    let posts: [KilometrePost]
    let equations: [ChainageEquation]
    let line: LineString
    let extent: ClosedRange<Double>
    let stretches: RouteStretches
    let index: PostIndex

    init(
      code: String,
      names: [String],
      posts: [KilometrePost],
      equations: [ChainageEquation],
      line: LineString,
      extent: ClosedRange<Double>,
      stretches: RouteStretches
    ) {
      self.code = code
      self.names = names
      self.posts = posts
      self.equations = equations
      self.line = line
      self.extent = extent
      self.stretches = stretches
      index = PostIndex(posts)
    }
  }

  let storage: Storage

  /// The official code, as the tables write it: `PE-1S`.
  public var code: String { storage.code }
  /// What people call it, the official name first; may be empty.
  public var names: [String] { storage.names }
  /// At least two, by strictly rising inventory kilometre.
  public var posts: [KilometrePost] { storage.posts }
  /// By rising posted kilometre.
  public var equations: [ChainageEquation] { storage.equations }
  /// The line through all posts.
  public var line: LineString { storage.line }
  /// The inventory kilometres from start to end.
  public var extent: ClosedRange<Double> { storage.extent }

  /// Makes a route.
  ///
  /// - Throws: `Flaw` where the posts are too few or not in order.
  /// - Complexity: O(*n*) in the posts.
  public init(
    code: String,
    names: [String],
    posts: [KilometrePost],
    equations: [ChainageEquation],
    regions: RegionTable
  ) throws(Flaw) {
    guard let first = posts.first, let last = posts.last, let line = LineString(posts.map(\.coordinate))
    else {
      throw .tooFewPosts
    }
    for (position, (before, after)) in zip(posts, posts.dropFirst()).enumerated() {
      if after.kilometre == before.kilometre { throw .duplicatePost(position + 1) }
      if after.kilometre < before.kilometre { throw .postOutOfOrder(position + 1) }
    }
    storage = Storage(
      code: code,
      names: names,
      posts: posts,
      equations: equations.sorted { $0.posted.lowerBound < $1.posted.lowerBound },
      line: line,
      extent: first.kilometre...last.kilometre,
      stretches: RouteStretches(of: posts, regions: regions)
    )
  }

  /// The name to show: what people call it, else its code.
  public var displayName: String { names.first ?? code }

  /// The parts of the route inside a region, in inventory kilometres, in order; empty where it does
  /// not pass there. A part ends halfway between its last post and the next one.
  public func stretches(in region: RegionTable.Index) -> [ClosedRange<Double>] {
    storage.stretches.ranges(in: region)
  }

  /// A part of the route as a road of its own, with the route's code and kilometres.
  ///
  /// - Parameters:
  ///   - from: The inventory kilometre at which it begins.
  ///   - to: The inventory kilometre at which it ends.
  /// - Returns: `nil` where the route does not have both kilometres, or the first is not below the second.
  /// - Complexity: O(*n*) in the posts.
  func stretch(from: Double, to: Double, named name: String, regions: RegionTable) -> Route? {
    guard extent.contains(from), extent.contains(to), from < to, let start = position(at: from),
      let end = position(at: to)
    else { return nil }
    func post(_ position: RoutePosition) -> KilometrePost {
      KilometrePost(kilometre: position.kilometre, coordinate: position.coordinate, region: position.region)
    }
    let inner = posts.filter { $0.kilometre > from && $0.kilometre < to }
    return try? Route(
      code: code,
      names: [name],
      posts: [post(start)] + inner + [post(end)],
      equations: equations,
      regions: regions
    )
  }

  /// The parts of the route inside every region it passes.
  var stretches: RouteStretches { storage.stretches }
}
