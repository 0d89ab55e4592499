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

  /// The official code, as the tables write it: `PE-1S`.
  public let code: String
  /// What people call it, the official name first; may be empty.
  public let names: [String]
  /// At least two, by strictly rising inventory kilometre.
  public let posts: [KilometrePost]
  /// By rising posted kilometre.
  public let equations: [ChainageEquation]
  /// The line through all posts.
  public let line: LineString
  /// The inventory kilometres from start to end.
  public let extent: ClosedRange<Double>

  private let stretches: [RegionTable.Index: [ClosedRange<Double>]]

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
    self.code = code
    self.names = names
    self.posts = posts
    self.line = line
    self.equations = equations.sorted { $0.posted.lowerBound < $1.posted.lowerBound }
    extent = first.kilometre...last.kilometre
    stretches = Self.stretches(of: posts, regions: regions)
  }

  /// The name to show: what people call it, else its code.
  public var displayName: String { names.first ?? code }

  /// The parts of the route inside a region, in inventory kilometres, in order; empty where it does
  /// not pass there. A part ends halfway between its last post and the next one.
  public func stretches(in region: RegionTable.Index) -> [ClosedRange<Double>] { stretches[region] ?? [] }

  private static func stretches(
    of posts: [KilometrePost],
    regions: RegionTable
  ) -> [RegionTable.Index: [ClosedRange<Double>]] {
    var stretches: [RegionTable.Index: [ClosedRange<Double>]] = [:]
    func close(_ start: Int, _ end: Int) {
      guard let region = posts[start].region else { return }
      let from = start == 0 ? posts[0].kilometre : (posts[start - 1].kilometre + posts[start].kilometre) / 2
      let isLast = end == posts.count - 1
      let to = isLast ? posts[end].kilometre : (posts[end].kilometre + posts[end + 1].kilometre) / 2
      for holder in regions.lineage(of: region) {
        if let last = stretches[holder]?.last, last.upperBound >= from {
          stretches[holder]?.removeLast()
          stretches[holder]?.append(last.lowerBound...to)
        } else {
          stretches[holder, default: []].append(from...to)
        }
      }
    }
    var start = 0
    for position in posts.indices.dropFirst() where posts[position].region != posts[start].region {
      close(start, position - 1)
      start = position
    }
    close(start, posts.count - 1)
    return stretches
  }
}
