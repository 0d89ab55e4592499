/// Many coordinates, ready to be asked which of them are near another.
///
/// A tree over positions in space (k-d tree), so that distances are metres everywhere and neither a pole nor
/// the antimeridian is special. A plain value: build it once, share it between tasks.
public struct CoordinateIndex: Sendable {
  /// A coordinate in space, and its place in the array that was given.
  private struct Entry {
    let position: SIMD3<Double>
    let index: Int
  }

  /// Up to so many entries are gone through one by one.
  private static var leafSize: Int { 8 }

  private let coordinates: [Coordinate]
  /// The entries of the tree: the middle one of a range divides it, the lesser before, the greater after.
  private let entries: [Entry]
  /// By which component of its position each entry divides its range.
  private let axes: [UInt8]

  /// Indexes coordinates, which answers give by their place in this array. There may be none, and the same one
  /// more than once.
  ///
  /// - Complexity: O(*n* log *n*) on average.
  public init(_ coordinates: [Coordinate]) {
    var entries = coordinates.indices.map {
      Entry(position: Ellipsoid.geocentric(coordinates[$0]), index: $0)
    }
    var axes = [UInt8](repeating: 0, count: entries.count)
    Self.arrange(&entries, axes: &axes, in: 0..<entries.count)
    self.coordinates = coordinates
    self.entries = entries
    self.axes = axes
  }

  /// The coordinate nearest to another one.
  ///
  /// - Parameter limit: How far away it may be.
  /// - Returns: Its place in the array and the geodesic distance; of equally near ones the first; `nil` where
  ///   none is near enough.
  /// - Complexity: O(log *n*) on average.
  public func nearest(to target: Coordinate, within limit: Distance) -> (index: Int, distance: Distance)? {
    guard limit >= .zero else { return nil }
    let position = Ellipsoid.geocentric(target)
    var nearest = Nearest(squaredDistance: Self.squared(limit.metres + Ellipsoid.slack))
    findNearest(to: position, in: 0..<entries.count, &nearest)
    guard let likely = nearest.index else { return nil }
    // The straight way is never longer than the geodesic one, so whatever is as near lies in this radius.
    var best = (index: likely, distance: Geodesic.wgs84.distance(target, coordinates[likely]))
    let radius = min(best.distance, limit).metres + Ellipsoid.slack
    forEach(within: Self.squared(radius), of: position) { index, _ in
      guard index != likely else { return }
      let distance = Geodesic.wgs84.distance(target, coordinates[index])
      if (distance, index) < (best.distance, best.index) { best = (index, distance) }
    }
    return best.distance <= limit ? best : nil
  }

  /// The coordinates within a distance of another one, by their places in the array, ascending.
  ///
  /// - Complexity: O(log *n* + *k*) on average for *k* coordinates found, and O(*k* log *k*) for their order.
  public func indices(within limit: Distance, of target: Coordinate) -> [Int] {
    guard limit >= .zero else { return [] }
    // With a chord up to this, there is no need to measure.
    let sure = Ellipsoid.sureChord(within: limit.metres)
    var found: [Int] = []
    forEach(
      within: Self.squared(limit.metres + Ellipsoid.slack),
      of: Ellipsoid.geocentric(target)
    ) { index, squaredChord in
      if squaredChord < sure * sure || Geodesic.wgs84.distance(target, coordinates[index]) <= limit {
        found.append(index)
      }
    }
    found.sort()
    return found
  }

  private static func squared(_ number: Double) -> Double { number * number }

  // MARK: Searching

  private struct Nearest {
    var squaredDistance: Double
    var index: Int?
  }

  private func findNearest(
    to position: SIMD3<Double>,
    in range: Range<Int>,
    _ nearest: inout Nearest
  ) {
    func consider(_ entry: Entry) {
      let offset = entry.position - position
      let squaredDistance = (offset * offset).sum()
      if squaredDistance <= nearest.squaredDistance {
        nearest = Nearest(squaredDistance: squaredDistance, index: entry.index)
      }
    }
    guard range.count > Self.leafSize else {
      for place in range { consider(entries[place]) }
      return
    }
    let middle = range.lowerBound + range.count / 2
    let entry = entries[middle]
    let axis = Int(axes[middle])
    let offset = position[axis] - entry.position[axis]
    let (lesser, greater) = (range.lowerBound..<middle, (middle + 1)..<range.upperBound)
    findNearest(to: position, in: offset < 0 ? lesser : greater, &nearest)
    consider(entry)
    if offset * offset <= nearest.squaredDistance {
      findNearest(to: position, in: offset < 0 ? greater : lesser, &nearest)
    }
  }

  /// Hands over each coordinate's place, and the square of its straight distance, within a straight distance.
  private func forEach(
    within squaredLimit: Double,
    of position: SIMD3<Double>,
    _ body: (Int, Double) -> Void
  ) {
    func consider(_ entry: Entry) {
      let offset = entry.position - position
      let squaredDistance = (offset * offset).sum()
      if squaredDistance <= squaredLimit { body(entry.index, squaredDistance) }
    }
    var pending = [0..<entries.count]
    while let range = pending.popLast() {
      guard range.count > Self.leafSize else {
        for place in range { consider(entries[place]) }
        continue
      }
      let middle = range.lowerBound + range.count / 2
      let axis = Int(axes[middle])
      let offset = position[axis] - entries[middle].position[axis]
      let isAcross = offset * offset <= squaredLimit
      consider(entries[middle])
      if offset <= 0 || isAcross { pending.append(range.lowerBound..<middle) }
      if offset >= 0 || isAcross { pending.append((middle + 1)..<range.upperBound) }
    }
  }

  // MARK: Building

  /// Arranges a range into a tree, halving it by the component that varies most.
  private static func arrange(_ entries: inout [Entry], axes: inout [UInt8], in range: Range<Int>) {
    var pending = [range]
    while let range = pending.popLast() {
      guard range.count > leafSize else { continue }
      var least = entries[range.lowerBound].position
      var greatest = least
      for place in range {
        least = pointwiseMin(least, entries[place].position)
        greatest = pointwiseMax(greatest, entries[place].position)
      }
      let extent = greatest - least
      let axis = extent.x >= extent.y ? (extent.x >= extent.z ? 0 : 2) : (extent.y >= extent.z ? 1 : 2)
      let middle = range.lowerBound + range.count / 2
      select(middle, of: &entries, in: range, by: axis)
      axes[middle] = UInt8(axis)
      pending.append(range.lowerBound..<middle)
      pending.append((middle + 1)..<range.upperBound)
    }
  }

  /// Brings the entry that sorting would put at a place there, lesser ones before it and greater ones after it
  /// (Hoare's selection).
  private static func select(_ place: Int, of entries: inout [Entry], in range: Range<Int>, by axis: Int) {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let pivot = entries[(low + high) / 2].position[axis]
      var (left, right) = (low, high)
      while left <= right {
        while entries[left].position[axis] < pivot { left += 1 }
        while entries[right].position[axis] > pivot { right -= 1 }
        if left <= right {
          entries.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        return
      }
    }
  }
}
