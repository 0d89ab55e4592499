/// Ranges of days, found again by a day that lies in them.
///
/// The ranges in the order of their first days, read as a balanced tree whose every node knows the last day
/// of all below it.
struct DayRangeIndex: Sendable {
  private var first: [Day] = []
  private var last: [Day] = []
  private var values: [Int] = []
  /// The latest last day in the part of the array of which this is the middle.
  private var reach: [Day] = []

  init(_ ranges: some Sequence<(days: ClosedRange<Day>, value: Int)>) {
    let sorted = ranges.sorted { ($0.days.lowerBound, $0.value) < ($1.days.lowerBound, $1.value) }
    first = sorted.map(\.days.lowerBound)
    last = sorted.map(\.days.upperBound)
    values = sorted.map(\.value)
    reach = last
    _ = measure(0..<sorted.count)
  }

  /// The values of the ranges that contain a day, in ascending order.
  ///
  /// - Complexity: O(log *n* + *k* log *k*) for *k* answers where ranges are of similar length, O(*k* log *n*)
  ///   at worst.
  func values(on day: Day) -> [Int] {
    var found: [Int] = []
    collect(day, in: 0..<values.count, into: &found)
    return found.sorted()
  }

  private mutating func measure(_ part: Range<Int>) -> Day {
    guard !part.isEmpty else { return .earliest }
    let middle = part.lowerBound + part.count / 2
    let below = max(measure(part.lowerBound..<middle), measure((middle + 1)..<part.upperBound))
    reach[middle] = max(last[middle], below)
    return reach[middle]
  }

  private func collect(_ day: Day, in part: Range<Int>, into found: inout [Int]) {
    guard !part.isEmpty else { return }
    let middle = part.lowerBound + part.count / 2
    guard reach[middle] >= day else { return }
    collect(day, in: part.lowerBound..<middle, into: &found)
    guard first[middle] <= day else { return }
    if last[middle] >= day { found.append(values[middle]) }
    collect(day, in: (middle + 1)..<part.upperBound, into: &found)
  }
}
