extension RegionIndex {
  /// Indexes regions. Where several cover a coordinate, the first of them is the answer.
  ///
  /// - Complexity: O(*n*) in the number of coordinates, roughly: cells are divided only where borders are dense,
  ///   and not without end.
  public init(_ regions: [MultiPolygon]) {
    var spans: [RegionSpan] = []
    var edges: [RegionEdge] = []
    for (index, region) in regions.enumerated() {
      for polygon in region.polygons {
        let first = edges.count
        for ring in polygon.rings {
          for (start, end) in zip(ring.coordinates, ring.coordinates.dropFirst()) where start != end {
            edges.append(RegionEdge(start, end))
          }
        }
        spans.append(RegionSpan(region: Int32(index), holdsCorner: false, edges: first..<edges.count))
      }
    }
    let extent = BoundingBox(regions.lazy.flatMap(\.polygons).flatMap(\.exterior.coordinates))
    var builder = RegionIndexBuilder(extent: extent, edgeCount: edges.count)
    if extent != nil { builder.fill(with: spans, of: edges) }
    self.init(
      extent: extent,
      root: builder.root,
      cells: builder.cells,
      leaves: builder.leaves
    )
  }
}

/// One polygon as a cell knows it: its edges there, and whether the cell's south-western corner lies in it.
struct RegionSpan {
  var region: Int32
  var holdsCorner: Bool
  var edges: Range<Int>
}

/// Divides cells until each knows its answer or few edges.
struct RegionIndexBuilder {
  /// As many edges are sooner asked one after the other than a cell is divided for them.
  private static let fewEdges = 8
  private static let deepestDivision = 7

  let root: RegionGrid
  private(set) var cells: [Int32]
  private(set) var leaves: [UInt64] = []
  /// How many cells there may be: borders that lie on top of each other could be divided without end.
  private let mostCells: Int
  /// For each depth the sorter that is used again and again.
  private var sorters: [RegionCellSorter] = []

  init(extent: BoundingBox?, edgeCount: Int) {
    // About four cells an edge, up to what fits a processor's own cache, and about square.
    let wanted = Double(min(max(4 * edgeCount, 1 << 10), 1 << 18))
    // West and south of everything, so that the first corner is outside every region.
    let margin = 1e-9
    let west = (extent?.minimumLongitude ?? 0) - margin
    let south = (extent?.minimumLatitude ?? 0) - margin
    let width = (extent?.maximumLongitude ?? 0) - west + margin
    let height = (extent?.maximumLatitude ?? 0) - south + margin
    func count(_ length: Double, _ other: Double) -> Int {
      Int(max(min((wanted * length / other).squareRoot(), wanted, length / RegionGrid.smallestStep), 1))
    }
    let (columns, rows) = (count(width, height), count(height, width))
    root = RegionGrid(
      corner: (west, south),
      step: (width / Double(columns), height / Double(rows)),
      columns: columns,
      rows: rows
    )
    // Divided cells are numbered in blocks, which begin after the first grid.
    let blocks = (columns * rows + RegionGrid.block - 1) / RegionGrid.block
    cells = Array(repeating: RegionIndex.outside, count: blocks * RegionGrid.block)
    mostCells = cells.count + 64 * (edgeCount + 64)
  }

  /// Fills all cells.
  mutating func fill(with spans: [RegionSpan], of edges: [RegionEdge]) {
    fill(root, with: spans, of: edges, base: .max, depth: 0)
  }

  private mutating func fill(
    _ grid: RegionGrid,
    with spans: [RegionSpan],
    of borders: [RegionEdge],
    base: Int32,
    depth: Int
  ) {
    if sorters.count == depth { sorters.append(RegionCellSorter()) }
    // Taken out while it is in use, so that it is not copied.
    var sorter = RegionCellSorter()
    swap(&sorter, &sorters[depth])
    sorter.begin(grid, base: base)
    for span in spans { sorter.add(span, of: borders, isWhole: depth == 0) }
    sorter.sort()
    for cell in 0..<grid.count {
      let base = sorter.bases[cell]
      let hits = sorter.hits(in: cell)
      let code: Int32
      if hits.isEmpty {
        code = base == .max ? RegionIndex.outside : base
      } else if isFinal(hits, in: grid, depth: depth) {
        code = RegionIndex.Cell.code(ofLeafAt: leaves.count)
        RegionLeaf.append(
          parts(hits),
          of: hits.lazy.map { borders[Int($0.edge)] },
          base: base == .max ? RegionIndex.outside : base,
          to: &leaves
        )
      } else {
        let firstCell = cells.count
        code = RegionIndex.Cell.code(ofBlock: firstCell / RegionGrid.block)
        cells.append(contentsOf: repeatElement(RegionIndex.outside, count: RegionGrid.block))
        fill(
          grid.division(column: cell % grid.columns, row: cell / grid.columns, firstCell: firstCell),
          with: parts(hits),
          of: hits.map { borders[Int($0.edge)] },
          base: base,
          depth: depth + 1
        )
      }
      cells[grid.firstCell + cell] = code
    }
    swap(&sorter, &sorters[depth])
  }

  private func isFinal(_ hits: ArraySlice<RegionCellSorter.Hit>, in grid: RegionGrid, depth: Int) -> Bool {
    if hits.count <= Self.fewEdges || depth == Self.deepestDivision { return true }
    if min(grid.step.x, grid.step.y) < RegionGrid.smallestStep * Double(RegionGrid.division) { return true }
    if cells.count + RegionGrid.block > mostCells { return true }
    // Where many polygons share a border or a corner, dividing leaves each with its one or two edges.
    var spans = 0
    var last: Int32 = -1
    for hit in hits where hit.span != last {
      last = hit.span
      spans += 1
    }
    return hits.count <= 2 * spans
  }

  /// The polygons in a cell, with the places of their edges among the hits.
  private func parts(_ hits: ArraySlice<RegionCellSorter.Hit>) -> [RegionSpan] {
    var parts: [RegionSpan] = []
    var last: Int32 = -1
    for (place, hit) in hits.enumerated() {
      if hit.span != last {
        last = hit.span
        parts.append(RegionSpan(region: hit.region, holdsCorner: hit.holdsCorner, edges: place..<place))
      }
      parts[parts.count - 1].edges = parts[parts.count - 1].edges.lowerBound..<place + 1
    }
    return parts
  }
}
