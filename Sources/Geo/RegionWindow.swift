/// The cells of a grid that one polygon can reach, and what is known of the corners of each.
struct RegionWindow {
  private var grid = RegionGrid(corner: (0, 0), step: (1, 1), columns: 1, rows: 1)
  private var columns = 0..<0
  private var rows = 0..<0
  /// Row by row, for each corner, whether an edge lies between it and the corner west of it (in the first column:
  /// south of it), odd times; once finished, whether it lies in the polygon.
  private var corners: [Bool] = []
  /// Row by row, whether an edge runs through the cell.
  private var isBorder: [Bool] = []

  /// Begins anew with a polygon.
  ///
  /// - Parameters:
  ///   - edges: All edges of the polygon, where these are known; the window is drawn as close around them as it
  ///     can be with its first corner outside.
  ///   - holdsCorner: Whether the grid's first corner lies in the polygon, where its edges are not all known.
  mutating func begin(_ grid: RegionGrid, around edges: ArraySlice<RegionEdge>?, holdsCorner: Bool) {
    self.grid = grid
    columns = 0..<grid.columns
    rows = 0..<grid.rows
    if let edges {
      var west = Double.infinity, south = Double.infinity
      var east = -Double.infinity, north = -Double.infinity
      for edge in edges {
        west = min(west, edge.start.x)
        east = max(east, edge.start.x)
        south = min(south, edge.start.y)
        north = max(north, edge.start.y)
      }
      columns =
        max(grid.column(of: west - RegionGrid.margin) - 1, 0)..<grid.column(of: east + RegionGrid.margin) + 1
      rows = max(grid.row(of: south - RegionGrid.margin) - 1, 0)..<grid.row(of: north + RegionGrid.margin) + 1
    }
    let count = columns.count * rows.count
    corners.removeAll(keepingCapacity: true)
    corners.append(contentsOf: repeatElement(false, count: count))
    isBorder.removeAll(keepingCapacity: true)
    isBorder.append(contentsOf: repeatElement(false, count: count))
    corners[0] = edges == nil && holdsCorner
  }

  /// Notes between which neighbouring corners an edge passes: along each row, and up the first column.
  mutating func noteCrossings(of edge: RegionEdge) {
    let (dx, dy) = (edge.end.x - edge.start.x, edge.end.y - edge.start.y)
    let south = grid.row(of: min(edge.start.y, edge.end.y) - RegionGrid.margin)
    let north = grid.row(of: max(edge.start.y, edge.end.y) + RegionGrid.margin)
    for row in max(south, rows.lowerBound)..<min(north + 1, rows.upperBound) {
      let y = grid.y(of: row)
      guard edge.passes(latitude: y) else { continue }
      let meeting = edge.start.x + (y - edge.start.y) / dy * dx
      let isLeftWest = dy > 0
      let column = Self.first(in: columns, from: grid.column(of: meeting)) {
        edge.isLeft((grid.x(of: $0), y)) != isLeftWest
      }
      if column > columns.lowerBound, column < columns.upperBound {
        corners[(row - rows.lowerBound) * columns.count + column - columns.lowerBound].toggle()
      }
    }
    let x = grid.x(of: columns.lowerBound)
    guard edge.passes(longitude: x) else { return }
    let meeting = edge.start.y + (x - edge.start.x) / dx * dy
    let isLeftNorth = dx > 0
    let row = Self.first(in: rows, from: grid.row(of: meeting)) {
      edge.isLeft((x, grid.y(of: $0))) == isLeftNorth
    }
    if row > rows.lowerBound, row < rows.upperBound {
      corners[(row - rows.lowerBound) * columns.count].toggle()
    }
  }

  /// The first place in a range that a condition holds for, which from there on holds; the range's end if none.
  ///
  /// - Parameter guess: Where it probably is.
  private static func first(in range: Range<Int>, from guess: Int, where holds: (Int) -> Bool) -> Int {
    var place = min(max(guess, range.lowerBound), range.upperBound)
    while place > range.lowerBound, holds(place - 1) { place -= 1 }
    while place < range.upperBound, !holds(place) { place += 1 }
    return place
  }

  /// Calls for every cell that an edge may run through: all that it does, and perhaps some beside.
  func forEachCell(of edge: RegionEdge, _ body: (Int) -> Void) {
    let (start, end) = edge.start.y <= edge.end.y ? (edge.start, edge.end) : (edge.end, edge.start)
    let south = max(grid.row(of: start.y - RegionGrid.margin), rows.lowerBound)
    let north = min(grid.row(of: end.y + RegionGrid.margin), rows.upperBound - 1)
    guard south <= north else { return }
    let isLevel = end.y - start.y <= RegionGrid.margin
    let slope = (end.x - start.x) / (end.y - start.y)
    for row in south...north {
      var (west, east) = (min(start.x, end.x), max(start.x, end.x))
      if south < north, !isLevel {
        // The part of the edge in this row. What rounding does to the slope is less than the margin does.
        let from = start.x + (max(grid.y(of: row) - RegionGrid.margin, start.y) - start.y) * slope
        let to = start.x + (min(grid.y(of: row + 1) + RegionGrid.margin, end.y) - start.y) * slope
        west = max(west, min(from, to))
        east = min(east, max(from, to))
      }
      let first = max(grid.column(of: west - RegionGrid.margin), columns.lowerBound)
      let last = min(grid.column(of: east + RegionGrid.margin), columns.upperBound - 1)
      guard first <= last else { continue }
      for column in first...last { body(row * grid.columns + column) }
    }
  }

  /// Works out which corners lie in the polygon, once all edges are noted.
  mutating func finish() {
    let width = columns.count
    for row in 0..<rows.count {
      if row > 0, corners[(row - 1) * width] { corners[row * width].toggle() }
      for place in row * width + 1..<(row + 1) * width where corners[place - 1] { corners[place].toggle() }
    }
  }

  /// Notes that an edge runs through a cell of the grid.
  ///
  /// - Returns: Whether the cell's corner lies in the polygon.
  mutating func noteBorder(in cell: Int) -> Bool {
    let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
    let place = (row - rows.lowerBound) * columns.count + column - columns.lowerBound
    isBorder[place] = true
    return corners[place]
  }

  /// Calls for every cell that lies whole in the polygon.
  func forEachCellWithin(_ body: (Int) -> Void) {
    let width = columns.count
    for place in corners.indices where corners[place] && !isBorder[place] {
      body((rows.lowerBound + place / width) * grid.columns + columns.lowerBound + place % width)
    }
  }
}
