/// How many letters must be put in, left out, replaced or swapped with their neighbour to turn one
/// text into another: the restricted Damerau–Levenshtein distance (optimal string alignment).
package enum EditDistance {
  /// The distance, or `nil` where it is more than `limit`.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths; at once where the lengths alone differ by more than
  ///   the limit.
  package static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    guard !left.isEmpty else { return right.count }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 1...left.count {
      current[0] = row
      var least = row
      for column in 0..<right.count {
        let same = left[row - 1] == right[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 1, column > 0, left[row - 1] == right[column - 1], left[row - 2] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  /// How many slips a reader forgives in a name of so many letters: one in every five, none below
  /// four.
  package static func tolerance(forLength length: Int) -> Int { length < 4 ? 0 : max(1, length / 5) }
}
