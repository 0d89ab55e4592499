/// What borders run through a cell, in words of memory that lie side by side: whoever needs one soon needs all.
///
/// First how many polygons there are, with the region that holds the whole cell; then of each polygon its region,
/// whether it holds the cell's south-western corner, and how many edges follow; then those, four numbers each.
enum RegionLeaf {
  /// Appends a leaf.
  ///
  /// - Parameters:
  ///   - spans: The polygons in the order of their regions, their edges as places in `edges`.
  ///   - base: The first region that holds the whole cell, or ``RegionIndex/outside``.
  static func append(
    _ spans: [RegionSpan],
    of edges: some RandomAccessCollection<RegionEdge>,
    base: Int32,
    to words: inout [UInt64]
  ) {
    words.append(pair(UInt32(spans.count), UInt32(bitPattern: base)))
    for span in spans {
      let count = UInt32(span.edges.count) << 1 | (span.holdsCorner ? 1 : 0)
      words.append(pair(count, UInt32(bitPattern: span.region)))
      for edge in edges.dropFirst(span.edges.lowerBound).prefix(span.edges.count) {
        for number in [edge.start.x, edge.start.y, edge.end.x, edge.end.y] { words.append(number.bitPattern) }
      }
    }
  }

  /// The first region at a point of the cell.
  ///
  /// - Parameter corner: The cell's south-western corner.
  static func region(at point: Turn.Point, from corner: Turn.Point, in words: [UInt64], at place: Int)
    -> Int32
  {
    let (spans, base) = parts(of: words[place])
    var next = place + 1
    for _ in 0..<spans {
      let (count, region) = parts(of: words[next])
      var isInside = count & 1 == 1
      next += 1
      for _ in 0..<(count >> 1) {
        let edge = RegionEdge(
          from: (Double(bitPattern: words[next]), Double(bitPattern: words[next + 1])),
          to: (Double(bitPattern: words[next + 2]), Double(bitPattern: words[next + 3]))
        )
        next += 4
        switch edge.encounter(from: corner, to: point) {
        case .none: continue
        case .crossing: isInside.toggle()
        case .touch: return Int32(bitPattern: region)
        }
      }
      if isInside { return Int32(bitPattern: region) }
    }
    return Int32(bitPattern: base)
  }

  private static func pair(_ low: UInt32, _ high: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }

  @inline(__always)
  private static func parts(of word: UInt64) -> (low: UInt32, high: UInt32) {
    (UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
  }
}
