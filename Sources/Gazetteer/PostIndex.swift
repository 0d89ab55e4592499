/// Finds the post before a kilometre at once: a coarse grid over the route says between which posts to look.
struct PostIndex: Sendable {
  /// For each cell the number of the last post at or before its beginning; one more for the end.
  private let first: [Int32]
  private let start: Double
  private let cellsPerKilometre: Double
  /// The last post that another one follows.
  private let last: Int

  /// - Parameter posts: At least two, by strictly rising kilometre.
  /// - Complexity: O(*n*) in the posts.
  init(_ posts: [KilometrePost]) {
    let start = posts[0].kilometre
    let cells = posts.count
    let perKilometre = Double(cells) / (posts[posts.count - 1].kilometre - start)
    var first: [Int32] = []
    first.reserveCapacity(cells + 1)
    var post = 0
    for cell in 0...cells {
      let beginning = start + Double(cell) / perKilometre
      while post < posts.count - 2, posts[post + 1].kilometre <= beginning { post += 1 }
      first.append(Int32(clamping: post))
    }
    self.first = first
    self.start = start
    cellsPerKilometre = perKilometre
    last = posts.count - 2
  }

  /// The number of the post at or before a kilometre on the route, never the last one.
  ///
  /// - Parameter posts: Those that are indexed.
  /// - Complexity: O(log *n*) where all posts crowd in one place, O(1) where they are spread out.
  @inline(__always)
  func post(before kilometre: Double, among posts: UnsafeBufferPointer<KilometrePost>) -> Int {
    let cell = cell(of: kilometre)
    var post = Int(first[cell])
    var next = Int(first[cell + 1])
    // Mostly a cell has one post or none.
    while next - post > 4 {
      let middle = (post + next + 1) / 2
      if posts[middle].kilometre <= kilometre { post = middle } else { next = middle - 1 }
    }
    while post < last, posts[post + 1].kilometre <= kilometre { post += 1 }
    // Rounding may put a kilometre that is hard by a border into the next cell.
    while post > 0, posts[post].kilometre > kilometre { post -= 1 }
    return post
  }

  /// As ``post(before:among:)``, looking along the route from a post that is known to be before the kilometre and near
  /// it.
  @inline(__always)
  func post(before kilometre: Double, among posts: UnsafeBufferPointer<KilometrePost>, from post: Int) -> Int
  {
    var post = post
    while post < last, posts[post + 1].kilometre <= kilometre { post += 1 }
    return post
  }

  /// Finds a post near each kilometre, mostly the one before it; never the last one.
  func findPosts(near kilometres: [PostedKilometre], into posts: UnsafeMutableBufferPointer<Int32>) {
    first.withUnsafeBufferPointer { first in
      for (number, posted) in kilometres.enumerated() { posts[number] = first[cell(of: posted.kilometre)] }
    }
  }

  @inline(__always)
  private func cell(of kilometre: Double) -> Int {
    let cells = Double(first.count - 2)
    return Int(min(max((kilometre - start) * cellsPerKilometre, 0), cells))
  }
}
