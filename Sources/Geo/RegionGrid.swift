/// A rectangle divided into equal cells, numbered row by row from the south-west.
struct RegionGrid: Sendable {
  /// The south-western corner.
  let corner: Turn.Point
  /// How wide and high a cell is, degrees.
  let step: Turn.Point
  /// How many cells a degree is wide and high.
  let density: Turn.Point
  let columns: Int
  let rows: Int
  /// The place of the first cell among all cells of all grids.
  let firstCell: Int

  /// How many columns and rows a cell that is divided again has.
  static let division = 4

  /// How many cells that is.
  static let block = division * division

  /// How far beyond a cell an edge still counts as in it, degrees: much more than what rounding can do to the
  /// question which cell a point lies in.
  static let margin = 1e-12

  /// No cell that is smaller is divided again, so that ``margin`` stays small against every cell.
  static let smallestStep = 1e-9

  init(corner: Turn.Point, step: Turn.Point, columns: Int, rows: Int) {
    self.init(
      corner: corner,
      step: step,
      density: (1 / step.x, 1 / step.y),
      columns: columns,
      rows: rows,
      firstCell: 0
    )
  }

  @inline(__always)
  private init(
    corner: Turn.Point,
    step: Turn.Point,
    density: Turn.Point,
    columns: Int,
    rows: Int,
    firstCell: Int
  ) {
    self.corner = corner
    self.step = step
    self.density = density
    self.columns = columns
    self.rows = rows
    self.firstCell = firstCell
  }

  var count: Int { columns * rows }

  /// The grid of a cell that is divided again.
  @inline(__always)
  func division(column: Int, row: Int, firstCell: Int) -> RegionGrid {
    // Powers of two: nothing is rounded.
    let division = Double(Self.division)
    return RegionGrid(
      corner: corner(column: column, row: row),
      step: (step.x / division, step.y / division),
      density: (density.x * division, density.y * division),
      columns: Self.division,
      rows: Self.division,
      firstCell: firstCell
    )
  }

  /// The south-western corner of a cell.
  @inline(__always)
  func corner(column: Int, row: Int) -> Turn.Point { (x(of: column), y(of: row)) }

  @inline(__always)
  func x(of column: Int) -> Double { corner.x + Double(column) * step.x }

  @inline(__always)
  func y(of row: Int) -> Double { corner.y + Double(row) * step.y }

  /// The column of a longitude; outside the grid, the nearest.
  @inline(__always)
  func column(of x: Double) -> Int { min(max(Int((x - corner.x) * density.x), 0), columns - 1) }

  /// The row of a latitude; outside the grid, the nearest.
  @inline(__always)
  func row(of y: Double) -> Int { min(max(Int((y - corner.y) * density.y), 0), rows - 1) }

  /// The place of a point's cell among all cells.
  @inline(__always)
  func cell(of point: Turn.Point) -> Int { firstCell + row(of: point.y) * columns + column(of: point.x) }
}
