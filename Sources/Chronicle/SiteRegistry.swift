internal import Geo

/// Tells which of the statements, taken in the order they were said, are about one site.
///
/// A site is anchored where it was first reported and never moves from there, so it cannot creep: a point
/// belongs to the nearest anchor within the tolerance whose route it shares, and where there is none it
/// anchors a site of its own. Whatever is said later therefore changes nothing about earlier sites.
///
/// A complete report lists each blockade once. Two points of one such report are two sites, however near,
/// unless they are the very same point; of several points that fit one anchor the nearest takes it. The point
/// that is left over is no reason to give the nearest one away: who stands where a blockade stood is that
/// blockade.
///
/// Positions are corrected, and then lie farther off than any tolerance that tells two blockades apart. A point
/// of a complete report that fits no anchor belongs to the site that its publisher last gave the same kilometre
/// of the same route, where that lies within the distance of a correction.
struct SiteRegistry {
  /// One statement's claim to a site.
  struct Mention {
    let shape: SiteShape
    /// The kilometre as the report gives it, where it gives one.
    var kilometre: Double?
    /// The report's publisher, where its coverage is complete.
    let completePublisher: Int?
    let said: Moment
    /// The last moment at which a complete publisher was seen to list it.
    let listedThrough: Moment
  }

  private struct Holder {
    let shape: SiteShape
    let kilometre: Double?
    let through: Moment
  }

  /// A kilometre of a route, to the whole one.
  private struct Milestone: Hashable {
    let route: String
    let kilometre: Int
  }

  private struct Site {
    /// The first route named for it.
    var route: String?
    /// Which point of each complete publisher has it now.
    var holders: [Int: Holder] = [:]
  }

  private struct Bid {
    let distance: Distance
    let site: Int
    let index: Int

    static func precedes(_ left: Bid, _ right: Bid) -> Bool {
      (left.distance.metres, left.site, left.index) < (right.distance.metres, right.site, right.index)
    }
  }

  /// How far apart two kilometres may be that people mean the same place by: they leave out the half.
  private static let sameKilometre = 0.5
  /// How many times the tolerance a corrected position may lie from the one before.
  private static let correction = 2.5

  private let tolerance: Distance
  private var sites: [Site] = []
  private var points: AnchorGrid
  private var lines: AnchorGrid
  /// The two ends of each site that is a line, as first reported.
  private var ends: [Int: (Coordinate, Coordinate)] = [:]
  /// Where each shape was last put, and how far that is from the anchor.
  private var known: [SiteShape: (site: Int, distance: Distance)] = [:]
  /// The sites that complete publishers have given a kilometre.
  private var milestones: [Milestone: [Int]] = [:]

  init(tolerance: Distance) {
    self.tolerance = tolerance
    points = AnchorGrid(reach: tolerance)
    lines = AnchorGrid(reach: tolerance)
  }

  /// How many sites there are.
  var count: Int { sites.count }

  /// Finds the site of each mention; sites are numbered from 0 in the order of their first.
  ///
  /// - Parameter mentions: Those of one report that were said at one moment.
  mutating func assign(_ mentions: [Mention]) -> [Int] {
    var answers = [Int](repeating: -1, count: mentions.count)
    var contested: [Int] = []
    for (index, mention) in mentions.enumerated() {
      if mention.completePublisher != nil, case .point = mention.shape {
        contested.append(index)
      } else {
        answers[index] = site(of: mention.shape)
      }
    }
    if !contested.isEmpty { settle(contested, of: mentions, into: &answers) }
    return answers
  }

  /// The points of a complete report: first those seen before, then the rest, nearest first.
  private mutating func settle(_ contested: [Int], of mentions: [Mention], into answers: inout [Int]) {
    let remembered = contested.compactMap { index in
      known[mentions[index].shape].map { Bid(distance: $0.distance, site: $0.site, index: index) }
    }
    grant(remembered, of: mentions, into: &answers)
    var bids: [Bid] = []
    for index in contested where answers[index] < 0 {
      for (site, distance) in candidates(for: mentions[index].shape) {
        bids.append(Bid(distance: distance, site: site, index: index))
      }
    }
    grant(bids, of: mentions, into: &answers)
    bids = []
    for index in contested where answers[index] < 0 {
      for (site, distance) in corrections(of: mentions[index]) {
        bids.append(Bid(distance: distance, site: site, index: index))
      }
    }
    grant(bids, of: mentions, into: &answers)
    for index in contested where answers[index] < 0 {
      let mention = mentions[index]
      // The same point may stand in one report twice; its second mention finds the site of the first.
      if let (site, _) = known[mention.shape], hold(site, by: mention) {
        answers[index] = site
      } else {
        let site = open(mention.shape)
        _ = hold(site, by: mention)
        answers[index] = site
      }
    }
  }

  private mutating func grant(_ bids: [Bid], of mentions: [Mention], into answers: inout [Int]) {
    for bid in bids.sorted(by: Bid.precedes) where answers[bid.index] < 0 {
      let mention = mentions[bid.index]
      guard hold(bid.site, by: mention) else { continue }
      join(mention.shape, to: bid.site, at: bid.distance)
      answers[bid.index] = bid.site
    }
  }

  /// Gives a site to a complete publisher's point, unless another of its points has it.
  private mutating func hold(_ site: Int, by mention: Mention) -> Bool {
    guard let publisher = mention.completePublisher else { return true }
    var through = mention.listedThrough
    if let holder = sites[site].holders[publisher], holder.through >= mention.said {
      guard holder.shape == mention.shape else { return false }
      through = max(through, holder.through)
    }
    sites[site].holders[publisher] = Holder(
      shape: mention.shape,
      kilometre: mention.kilometre,
      through: through
    )
    if let milestone = Self.milestone(of: mention), milestones[milestone]?.contains(site) != true {
      milestones[milestone, default: []].append(site)
    }
    return true
  }

  private mutating func site(of shape: SiteShape) -> Int {
    if let (site, _) = known[shape] { return site }
    let nearest = candidates(for: shape).min {
      ($0.distance.metres, $0.site) < ($1.distance.metres, $1.site)
    }
    guard let nearest else { return open(shape) }
    join(shape, to: nearest.site, at: nearest.distance)
    return nearest.site
  }

  /// The sites that a shape may belong to, with its distance from their anchors.
  private func candidates(for shape: SiteShape) -> [(site: Int, distance: Distance)] {
    switch shape {
    case .point(let coordinate, let route):
      points.near(coordinate)
        .filter { SiteShape.routesMeet(sites[$0.value].route, route) }
        .map { (site: $0.value, distance: $0.distance) }
    case .line(let start, let end, let route):
      lines.near(start).compactMap { candidate in
        guard sites[candidate.value].route == route, let other = ends[candidate.value] else { return nil }
        // The nearest end of the line was found; the other two have to lie as near.
        let along = max(
          Geodesic.wgs84.distance(start, other.0),
          Geodesic.wgs84.distance(end, other.1)
        )
        let against = max(
          Geodesic.wgs84.distance(start, other.1),
          Geodesic.wgs84.distance(end, other.0)
        )
        let distance = min(along, against)
        return distance <= tolerance ? (site: candidate.value, distance: distance) : nil
      }
    case .region, .area, .words:
      []
    }
  }

  /// The sites whose position a mention may correct, with its distance from where they were.
  private func corrections(of mention: Mention) -> [(site: Int, distance: Distance)] {
    guard let publisher = mention.completePublisher, let kilometre = mention.kilometre,
      let milestone = Self.milestone(of: mention), case .point(let here, _) = mention.shape
    else { return [] }
    return (-1...1).flatMap { step in
      milestones[Milestone(route: milestone.route, kilometre: milestone.kilometre + step)] ?? []
    }.compactMap { site in
      guard let holder = sites[site].holders[publisher], case .point(let there, _) = holder.shape,
        let other = holder.kilometre, abs(other - kilometre) <= Self.sameKilometre
      else { return nil }
      let distance = Geodesic.wgs84.distance(here, there)
      return distance.metres <= tolerance.metres * Self.correction ? (site: site, distance: distance) : nil
    }
  }

  private static func milestone(of mention: Mention) -> Milestone? {
    guard case .point(_, let route?) = mention.shape, let kilometre = mention.kilometre,
      let whole = Int(exactly: kilometre.rounded(.down)), abs(whole) < 1_000_000
    else { return nil }
    return Milestone(route: route, kilometre: whole)
  }

  private mutating func join(_ shape: SiteShape, to site: Int, at distance: Distance) {
    known[shape] = (site, distance)
    if case .point(_, let route?) = shape, sites[site].route == nil { sites[site].route = route }
  }

  private mutating func open(_ shape: SiteShape) -> Int {
    let site = sites.count
    switch shape {
    case .point(let coordinate, let route):
      sites.append(Site(route: route))
      points.insert(coordinate, value: site)
    case .line(let start, let end, let route):
      sites.append(Site(route: route))
      ends[site] = (start, end)
      lines.insert(start, value: site)
      lines.insert(end, value: site)
    case .region, .area, .words:
      sites.append(Site(route: nil))
    }
    known[shape] = (site, .zero)
    return site
  }
}
