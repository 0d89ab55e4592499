public import Geo

/// Regions with their codes and names, ready to be asked by points.
public struct RegionLayer: Sendable {
  /// One region: what a code stands for.
  public struct Region: Sendable {
    public let code: String
    public let name: String?

    public init(code: String, name: String?) {
      self.code = code
      self.name = name
    }
  }

  /// In the order of their codes, byte by byte: of regions that cover a point, the first takes it.
  public let regions: [Region]
  /// Finds places in ``regions``.
  public let index: RegionIndex

  /// Takes regions together. Those with the same code are one.
  ///
  /// - Throws: Where GEOS cannot repair a region whose rings cross.
  public init(_ outlines: [(region: Region, area: MultiPolygon)]) {
    // The sort is stable, so of several names of one code the first stays.
    let sorted = outlines.sorted {
      $0.region.code.utf8.lexicographicallyPrecedes($1.region.code.utf8)
    }
    var regions: [Region] = []
    var areas: [[Polygon]] = []
    for (region, area) in sorted {
      if regions.last?.code == region.code {
        areas[areas.count - 1] += area.polygons
      } else {
        regions.append(region)
        areas.append(area.polygons)
      }
    }
    self.regions = regions
    index = RegionIndex(areas.map { MultiPolygon($0) })
  }
}
