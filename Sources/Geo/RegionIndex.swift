/// Many regions, ready to be asked by millions of coordinates which of them they lie in.
///
/// A grid lies over the regions. Most of its cells lie whole in one region or outside all, and answer at once.
/// Through the others borders run: they are divided again until few edges are left, and those decide, by whether
/// the way from the cell's corner, whose region is known, crosses them. The sign of every decision is the one that
/// GEOS takes (see ``Turn``), so answers agree with ``PolygonIndex`` to the last digit.
///
/// Regions should be valid (``Topology/repaired(_:)``); rings that cross enclose what an odd number of them goes
/// round.
///
/// A value without any GEOS object, so that all tasks share one.
public struct RegionIndex: Sendable {
  /// What borders run through a cell: where the answer is found that the cell itself does not give.
  struct Leaf {
    var firstEntry: Int32
    var endEntry: Int32
    /// The first region that the whole cell lies in, or ``outside``.
    var base: Int32
  }

  /// One polygon whose border runs through a cell.
  struct Entry {
    var region: Int32
    /// Whether the cell's south-western corner lies in it.
    var holdsCorner: Bool
    var firstEdge: Int32
    var endEdge: Int32
  }

  /// In the place of a region's number: none.
  static let outside: Int32 = -1

  /// The smallest box that holds every region; `nil` where there is none.
  public let extent: BoundingBox?
  let root: RegionGrid
  /// What stands in each cell: see ``Cell``.
  let cells: [Int32]
  let leaves: [Leaf]
  let entries: [Entry]
  let edges: [RegionEdge]

  /// What stands in a cell, and the number for it: a region's own, ``outside``, and below that by turns a leaf's
  /// and that of the block of cells that the cell is divided into.
  enum Cell {
    case region(Int32)
    case leaf(Int)
    case divided(firstCell: Int)

    @inline(__always)
    init(code: Int32) {
      guard code < RegionIndex.outside else {
        self = .region(code)
        return
      }
      let number = Int(-2 - code)
      self = number & 1 == 0 ? .leaf(number >> 1) : .divided(firstCell: (number >> 1) * RegionGrid.block)
    }

    static func code(ofLeaf leaf: Int) -> Int32 { Int32(-2 - 2 * leaf) }
    static func code(ofBlock block: Int) -> Int32 { Int32(-3 - 2 * block) }
  }

  /// The first of the regions that a coordinate lies in, or on the border of, by its place in the array the index
  /// was made of; `nil` where it lies in none.
  ///
  /// - Complexity: Constant for most coordinates; near borders a few edges are looked at.
  @inline(__always)
  public func firstCovering(_ coordinate: Coordinate) -> Int? {
    let region = region(at: (coordinate.longitude, coordinate.latitude))
    return region == Self.outside ? nil : Int(region)
  }

  func region(at point: Turn.Point) -> Int32 {
    guard let extent, point.x >= extent.minimumLongitude, point.x <= extent.maximumLongitude,
      point.y >= extent.minimumLatitude, point.y <= extent.maximumLatitude
    else { return Self.outside }
    var grid = root
    // Divisions are nested a few deep at most.
    while true {
      let (column, row) = (grid.column(of: point.x), grid.row(of: point.y))
      switch Cell(code: cells[grid.firstCell + row * grid.columns + column]) {
      case .region(let region):
        return region
      case .leaf(let leaf):
        return region(at: point, in: leaves[leaf], corner: grid.corner(column: column, row: row))
      case .divided(let firstCell):
        grid = grid.division(column: column, row: row, firstCell: firstCell)
      }
    }
  }

  /// Asks the edges in a cell.
  private func region(at point: Turn.Point, in leaf: Leaf, corner: Turn.Point) -> Int32 {
    for index in Int(leaf.firstEntry)..<Int(leaf.endEntry) {
      let entry = entries[index]
      var isInside = entry.holdsCorner
      for edge in Int(entry.firstEdge)..<Int(entry.endEdge) {
        switch edges[edge].encounter(from: corner, to: point) {
        case .none: continue
        case .crossing: isInside.toggle()
        case .touch: return entry.region
        }
      }
      if isInside { return entry.region }
    }
    return leaf.base
  }
}
