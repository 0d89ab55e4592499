internal import Gazetteer
internal import Geo

/// What lies under the events of a map: outlines and routes on a grid, thinned to what can be seen.
struct Ground {
  /// A region that is drawn.
  struct Area {
    let code: RegionCode
    let name: String
    /// Its rings as walks over the mesh's arcs.
    let rings: [[OutlineMesh.Step]]
    /// Where its name may stand: a point that is surely inside.
    let label: GridPoint
  }

  /// A route that is drawn.
  struct Road {
    let code: String
    let name: String
    let points: [GridPoint]
  }

  let projection: MapProjection
  let mesh: OutlineMesh
  /// The edge of the country: the outer rings of all outlines dissolved into one, and the lakes in it.
  let edge: [[GridPoint]]
  let areas: [Area]
  let roads: [Road]

  /// Lays out a country.
  ///
  /// - Parameters:
  ///   - width: The most units the grid may measure across.
  ///   - height: The most units it may measure down.
  ///   - tolerance: How many units a point left out may lie from what stays.
  /// - Returns: `nil` where the pack has neither outlines nor routes.
  /// - Complexity: O(*n* log *n*) in the coordinates, as a rule.
  init?(_ pack: CountryPack, width: Double, height: Double, tolerance: Double) {
    guard let box = Self.extent(of: pack) else { return nil }
    let projection = MapProjection(box, maximumWidth: width, maximumHeight: height)
    let outlines = pack.outlines.map { outline in
      outline.polygons.polygons.flatMap(\.rings).map { $0.coordinates.map { projection.gridPoint(of: $0) } }
    }
    mesh = OutlineMesh(outlines, tolerance: tolerance)
    let topology = try? Topology()
    edge = Self.edge(of: pack, on: projection, tolerance: tolerance, topology)
    areas = zip(pack.outlines, mesh.rings).map { outline, rings in
      Area(
        code: outline.region,
        name: pack.regions[outline.region]?.name ?? outline.region.text,
        rings: rings,
        label: projection.gridPoint(of: Self.inside(outline.polygons, of: box, topology))
      )
    }
    roads = pack.routes.map { route in
      let points = Thinning.distinct(route.line.coordinates.map { projection.gridPoint(of: $0) })
      return Road(
        code: route.code,
        name: route.displayName,
        points: Thinning.thinned(points, tolerance: tolerance)
      )
    }
    self.projection = projection
  }

  /// The rings around all outlines together. Outlines whose common borders were drawn twice leave slivers between
  /// them, which are no lakes: holes below a ten-thousandth of the map are left out.
  private static func edge(
    of pack: CountryPack,
    on projection: MapProjection,
    tolerance: Double,
    _ topology: Topology?
  ) -> [[GridPoint]] {
    guard let whole = try? topology?.union(pack.outlines.map(\.polygons)) else { return [] }
    let leastHole = projection.width * projection.height / 10_000
    return whole.polygons.flatMap { polygon in
      polygon.rings.enumerated().compactMap { index, ring in
        let points = Thinning.distinct(ring.coordinates.map { projection.gridPoint(of: $0) })
        guard points.count > 3, index == 0 || area(of: points) >= leastHole else { return nil }
        return Thinning.thinned(points, tolerance: tolerance)
      }
    }
  }

  /// The area that a closed line encloses, by the shoelace formula.
  private static func area(of ring: [GridPoint]) -> Double {
    abs(zip(ring, ring.dropFirst()).reduce(0) { $0 + Double($1.0.x * $1.1.y - $1.1.x * $1.0.y) }) / 2
  }

  /// The box around all outlines, or around all routes where there are none.
  static func extent(of pack: CountryPack) -> BoundingBox? {
    let outlines = pack.outlines.compactMap(\.polygons.boundingBox)
    let boxes = outlines.isEmpty ? pack.routes.map(\.line.boundingBox) : outlines
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }

  /// A point inside an outline, or the middle of its box where GEOS rejects it.
  private static func inside(_ polygons: MultiPolygon, of extent: BoundingBox, _ topology: Topology?)
    -> Coordinate
  {
    (try? topology?.pointOnSurface(of: polygons)) ?? (polygons.boundingBox ?? extent).center
  }
}
