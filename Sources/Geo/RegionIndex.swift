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
  /// In the place of a region's number: none.
  static let outside: Int32 = -1

  /// The smallest box that holds every region; `nil` where there is none.
  public let extent: BoundingBox?
  let root: RegionGrid
  /// What stands in each cell: see ``Cell``.
  let cells: [Int32]
  /// The borders in cells: see ``RegionLeaf``.
  let leaves: [UInt64]

  /// What stands in a cell, and the number for it: a region's own, ``outside``, and below that by turns the place of
  /// a leaf and the number of the block of cells that the cell is divided into.
  enum Cell {
    case region(Int32)
    case leaf(at: Int)
    case divided(firstCell: Int)

    @inline(__always)
    init(code: Int32) {
      guard code < RegionIndex.outside else {
        self = .region(code)
        return
      }
      let number = Int(-2 - code)
      self = number & 1 == 0 ? .leaf(at: number >> 1) : .divided(firstCell: (number >> 1) * RegionGrid.block)
    }

    static func code(ofLeafAt place: Int) -> Int32 { Int32(-2 - 2 * place) }
    static func code(ofBlock block: Int) -> Int32 { Int32(-3 - 2 * block) }
  }

  /// The first of the regions that a coordinate lies in, or on the border of, by its place in the array the index
  /// was made of; `nil` where it lies in none.
  ///
  /// - Complexity: Constant for most coordinates; near borders a few edges are looked at.
  public func firstCovering(_ coordinate: Coordinate) -> Int? {
    let point = (coordinate.longitude, coordinate.latitude)
    guard holds(point) else { return nil }
    let region = region(at: point, code: cells[root.cell(of: point)])
    return region == Self.outside ? nil : Int(region)
  }

  /// As ``firstCovering(_:)`` for many coordinates at once, which is faster: while one waits for its cell to come
  /// from memory, others go on.
  ///
  /// - Parameters:
  ///   - longitudes: In degrees. What is no number lies in no region.
  ///   - latitudes: As many.
  ///   - regions: Is filled with as many places, −1 for none.
  public func firstCovering(longitudes: [Double], latitudes: [Double], into regions: inout [Int32]) {
    let count = min(longitudes.count, latitudes.count)
    regions.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let point = (longitudes[index], latitudes[index])
      regions.append(holds(point) ? cells[root.cell(of: point)] : Self.outside)
    }
    for index in 0..<count where regions[index] < Self.outside {
      regions[index] = region(at: (longitudes[index], latitudes[index]), code: regions[index])
    }
  }

  @inline(__always)
  private func holds(_ point: Turn.Point) -> Bool {
    guard let extent else { return false }
    return point.x >= extent.minimumLongitude && point.x <= extent.maximumLongitude
      && point.y >= extent.minimumLatitude && point.y <= extent.maximumLatitude
  }

  /// The region at a point in a cell of the first grid.
  @inline(__always)
  private func region(at point: Turn.Point, code: Int32) -> Int32 {
    var grid = root
    var code = code
    // Divisions are nested a few deep at most.
    while true {
      switch Cell(code: code) {
      case .region(let region):
        return region
      case .leaf(let place):
        let corner = grid.corner(column: grid.column(of: point.x), row: grid.row(of: point.y))
        return RegionLeaf.region(at: point, from: corner, in: leaves, at: place)
      case .divided(let firstCell):
        let (column, row) = (grid.column(of: point.x), grid.row(of: point.y))
        grid = grid.division(column: column, row: row, firstCell: firstCell)
        code = cells[grid.cell(of: point)]
      }
    }
  }
}
