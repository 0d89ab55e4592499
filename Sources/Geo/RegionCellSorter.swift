/// Finds out for each cell of one grid which polygon holds it whole and which edges run through it.
struct RegionCellSorter {
  /// An edge in a cell.
  struct Hit {
    let cell: Int32
    let edge: Int32
    /// The polygon whose edge it is, as a place among those that were added, and its region.
    let span: Int32
    let region: Int32
    /// Whether the cell's corner lies in the polygon.
    var holdsCorner: Bool
  }

  private var grid = RegionGrid(corner: (0, 0), step: (1, 1), columns: 1, rows: 1)
  /// Of each cell the first region that it lies in whole; `Int32.max` for none.
  private(set) var bases: [Int32] = []
  private var unsorted: [Hit] = []
  private var sorted: [Hit] = []
  /// Where the hits of each cell end among the sorted ones.
  private var ends: [Int] = []
  private var spanCount: Int32 = 0
  private var window = RegionWindow()

  /// Begins anew with a grid.
  ///
  /// - Parameter base: The first region that holds the whole grid, or `Int32.max`.
  mutating func begin(_ grid: RegionGrid, base: Int32) {
    self.grid = grid
    spanCount = 0
    unsorted.removeAll(keepingCapacity: true)
    bases.removeAll(keepingCapacity: true)
    bases.append(contentsOf: repeatElement(base, count: grid.count))
  }

  /// Adds a polygon. Polygons come in the order of their regions.
  ///
  /// - Parameter isWhole: Whether these are all its edges, so that nothing beyond their box lies in it.
  /// - Complexity: O(*n*) in its edges and in the cells of its box.
  mutating func add(_ span: RegionSpan, of edges: [RegionEdge], isWhole: Bool) {
    guard !span.edges.isEmpty else { return }
    window.begin(grid, around: isWhole ? edges[span.edges] : nil, holdsCorner: span.holdsCorner)
    let firstHit = unsorted.count
    for index in span.edges {
      window.noteCrossings(of: edges[index])
      window.forEachCell(of: edges[index]) { cell in
        unsorted.append(
          Hit(
            cell: Int32(cell),
            edge: Int32(index),
            span: spanCount,
            region: span.region,
            holdsCorner: false
          )
        )
      }
    }
    window.finish()
    for hit in firstHit..<unsorted.count {
      unsorted[hit].holdsCorner = window.noteBorder(in: Int(unsorted[hit].cell))
    }
    window.forEachCellWithin { cell in bases[cell] = min(bases[cell], span.region) }
    spanCount += 1
  }

  /// Sorts the hits by cell; those of one cell stay in the order of their polygons. What does not matter, because
  /// a region before it holds the cell whole, is left out.
  mutating func sort() {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: grid.count))
    for hit in unsorted where hit.region < bases[Int(hit.cell)] { ends[Int(hit.cell)] += 1 }
    var total = 0
    for cell in ends.indices {
      let count = ends[cell]
      ends[cell] = total
      total += count
    }
    sorted.removeAll(keepingCapacity: true)
    guard let first = unsorted.first else { return }
    sorted.append(contentsOf: repeatElement(first, count: total))
    for hit in unsorted where hit.region < bases[Int(hit.cell)] {
      sorted[ends[Int(hit.cell)]] = hit
      ends[Int(hit.cell)] += 1
    }
  }

  /// The edges in a cell, polygon by polygon in the order of regions.
  func hits(in cell: Int) -> ArraySlice<Hit> { sorted[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]] }
}
