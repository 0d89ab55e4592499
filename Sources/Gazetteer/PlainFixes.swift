package import Geo

/// A posted kilometre to be placed.
package struct PostedKilometre {
  /// A number.
  package let kilometre: Double
  /// The region in which the report puts it.
  package let region: RegionTable.Index?

  package init(kilometre: Double, region: RegionTable.Index?) {
    self.kilometre = kilometre
    self.region = region
  }
}

/// Where a kilometre is about which nothing is doubtful but that no region may be named.
package struct PlainFix {
  package let coordinate: Coordinate
  /// The radius along the route that holds the true point nine times in ten.
  package let uncertainty: Distance
  /// The region of the nearest post.
  package let region: RegionTable.Index?
}

/// Places kilometres of routes as ``Route/fix(posted:in:of:)`` does, many of one route at a time: the posts of all are
/// looked at before any is used, so that the waits for memory overlap.
package struct PlainFixes {
  /// What was found of each kilometre; `nil` where ``Locator/locate(_:of:in:)`` has more to say.
  package private(set) var fixes: [PlainFix?] = []

  /// For each kilometre a post near it, and the kilometres of that post and of the one after the next.
  private var posts: [Int32] = []
  private var starts: [Double] = []
  private var ends: [Double] = []
  private var mixture = KilometreMixture()

  package init() {}

  /// Places kilometres of a highway, instead of those placed before. One that is no route has no fixes.
  package mutating func place(
    _ kilometres: [PostedKilometre],
    of highway: NamedHighway,
    in regions: RegionTable
  ) {
    fixes.removeAll(keepingCapacity: true)
    guard let route = highway.route else {
      fixes.append(contentsOf: repeatElement(nil, count: kilometres.count))
      return
    }
    let index = route.storage.index
    route.storage.posts.withUnsafeBufferPointer { all in
      approach(kilometres, index, all)
      for (number, posted) in kilometres.enumerated() {
        let kilometre = posted.kilometre
        guard posted.region == nil, let even = highway.evenPart, even.extent.contains(kilometre) else {
          fixes.append(fix(posted, on: route, of: regions))
          continue
        }
        let isNear = starts[number] <= kilometre && kilometre < ends[number]
        let post =
          isNear
          ? index.post(before: kilometre, among: all, from: Int(posts[number]))
          : index.post(before: kilometre, among: all)
        let position = RoutePosition(at: kilometre, between: all[post], and: all[post + 1])
        let radius = even.radius + position.postSpacing * ReadingWeights.postSpacingDoubt
        fixes.append(
          PlainFix(coordinate: position.coordinate, uncertainty: .kilometres(radius), region: position.region)
        )
      }
    }
  }

  /// Looks at what is needed of the index, and then of the posts, one right after the other.
  private mutating func approach(
    _ kilometres: [PostedKilometre],
    _ index: PostIndex,
    _ all: UnsafeBufferPointer<KilometrePost>
  ) {
    let count = kilometres.count
    if posts.count < count {
      posts = Array(repeating: 0, count: count)
      starts = Array(repeating: 0, count: count)
      ends = starts
    }
    posts.withUnsafeMutableBufferPointer { posts in
      index.findPosts(near: kilometres, into: posts)
      starts.withUnsafeMutableBufferPointer { starts in
        for number in 0..<count { starts[number] = all[Int(posts[number])].kilometre }
      }
      ends.withUnsafeMutableBufferPointer { ends in
        for number in 0..<count { ends[number] = all[min(Int(posts[number]) + 2, all.count - 1)].kilometre }
      }
    }
  }

  private mutating func fix(
    _ posted: PostedKilometre,
    on route: Route,
    of regions: RegionTable
  ) -> PlainFix? {
    guard let fix = route.fix(posted: posted.kilometre, in: posted.region, of: regions, using: &mixture)
    else { return nil }
    if let region = posted.region {
      guard fix.reading == .posted || fix.reading == .inventory && route.equations.isEmpty,
        let found = fix.position.region,
        found == region || regions[found].code.isInside(regions[region].code)
      else { return nil }
    }
    return PlainFix(
      coordinate: fix.position.coordinate,
      uncertainty: fix.uncertainty,
      region: fix.position.region
    )
  }
}
