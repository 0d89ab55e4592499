/// Counts by day and place: for each day a line of pages, each of which counts a few neighbouring places and is only
/// there where something was counted.
///
/// - Complexity: Constant for each count; memory in the order of the different pairs of day and place.
struct DayCounts: Sendable {
  /// How many places share a page: their counts fill one line of a processor's cache.
  private static let pageSize = 16

  private let placeCount: Int
  private let pagesPerDay: Int
  /// The days in the order of their first occurrence.
  private var days: [Int32] = []
  private var lines: [Int32: Int] = [:]
  /// For the numbers of days from the first of them on, the line of each; −1 for none. A shortcut for ``lines``.
  private var window: [Int32]
  /// The day that the shortcut begins with; far off before there is one.
  private var windowStart = Int.max / 2
  /// Line by line, the number of each page; −1 for none.
  private var pages: [Int32] = []
  private var counts: [UInt32] = []
  /// Where those stand that are about to be raised.
  private var found: [Int] = []

  /// How many days the shortcut covers: about sixty years.
  private static let windowSize = 1 << 15

  init(placeCount: Int) {
    self.placeCount = placeCount
    pagesPerDay = (placeCount + Self.pageSize - 1) / Self.pageSize
    window = Array(repeating: -1, count: Self.windowSize)
  }

  /// Counts one for each pair.
  ///
  /// The counts of all are found before any is raised: they lie far apart, and so the waits for memory overlap.
  ///
  /// - Parameters:
  ///   - days: Any numbers.
  ///   - places: As many, from 0 to below the number of places.
  mutating func add(days: [Int32], places: [Int32]) {
    found.removeAll(keepingCapacity: true)
    for (day, place) in zip(days, places) { found.append(count(of: day, Int(place))) }
    counts.withUnsafeMutableBufferPointer { counts in
      for place in found { counts[place] += 1 }
    }
  }

  /// The place among ``counts`` of a day's and a place's.
  @inline(__always)
  private mutating func count(of day: Int32, _ place: Int) -> Int {
    let page = line(of: day) * pagesPerDay + place / Self.pageSize
    if pages[page] < 0 { addPage(page) }
    return Int(pages[page]) * Self.pageSize + place % Self.pageSize
  }

  /// Adds what another counted.
  mutating func merge(_ other: DayCounts) {
    for (day, place, times) in other.elements { counts[count(of: day, place)] += UInt32(times) }
  }

  /// What was counted, by day and then by place.
  var elements: [(day: Int32, place: Int, count: Int)] {
    var elements: [(Int32, Int, Int)] = []
    for line in days.indices.sorted(by: { days[$0] < days[$1] }) {
      for place in 0..<placeCount {
        let page = pages[line * pagesPerDay + place / Self.pageSize]
        guard page >= 0 else { continue }
        let count = counts[Int(page) * Self.pageSize + place % Self.pageSize]
        if count > 0 { elements.append((days[line], place, Int(count))) }
      }
    }
    return elements
  }

  @inline(__always)
  private mutating func line(of day: Int32) -> Int {
    let place = Int(day) - windowStart
    if place >= 0, place < window.count, window[place] >= 0 { return Int(window[place]) }
    return findLine(of: day)
  }

  @inline(never)
  private mutating func findLine(of day: Int32) -> Int {
    let line: Int
    if let known = lines[day] {
      line = known
    } else {
      line = days.count
      lines[day] = line
      days.append(day)
      pages.append(contentsOf: repeatElement(-1, count: pagesPerDay))
      // The days of a file are mostly near its first.
      if windowStart == .max / 2, day != PointBatch.noDay { windowStart = Int(day) - Self.windowSize / 2 }
    }
    let place = Int(day) - windowStart
    if place >= 0, place < window.count { window[place] = Int32(line) }
    return line
  }

  @inline(never)
  private mutating func addPage(_ page: Int) {
    pages[page] = Int32(counts.count / Self.pageSize)
    counts.append(contentsOf: repeatElement(0, count: Self.pageSize))
  }
}
