internal import Chronicle
internal import Gazetteer
internal import Geo
internal import GeoFormats

/// The regions that have outlines, and the counts of every day.
struct RegionLayers {
  let outlines = GeoPackageLayer(
    "region_outlines",
    "Regions",
    shape: .areas,
    columns: RegionColumn.tableColumns
  )
  let counts = GeoPackageLayer(
    "region_counts",
    "The number of blockades by region and day, with what is in no region",
    columns: RegionCountColumn.tableColumns + CountColumn.tableColumns
  )
  /// In the order of their codes. A region with several outlines has one row.
  let outlineRows: [GeoPackageRow]
  /// By level, day and code: a row for every outlined region, also where there is nothing to count.
  let countRows: [GeoPackageRow]
  /// The largest number of blockades in an outlined region on a day.
  let most: Int

  init(pack: CountryPack, counts tables: [RegionLevel: CountTable]) {
    var areas: [RegionCode: [Polygon]] = [:]
    for outline in pack.outlines { areas[outline.region, default: []] += outline.polygons.polygons }
    let outlined = areas.sorted { $0.key < $1.key }
    outlineRows = outlined.enumerated().map { index, outline in
      let region = pack.regions[outline.key]
      let cells = RegionColumn.allCases.map { column -> JSONValue in
        switch column {
        case .code: .string(outline.key.text)
        case .level: .text(region?.level.rawValue)
        case .name: .string(region?.name ?? outline.key.text)
        }
      }
      return GeoPackageRow(
        number: index + 1,
        geometry: .multiPolygon(MultiPolygon(outline.value)),
        cells: cells
      )
    }
    var countRows: [GeoPackageRow] = []
    var most = 0
    for (level, table) in tables.sorted(by: { $0.key < $1.key }) {
      let file = CountFile(table, pack: pack)
      let codes = outlined.map(\.key).filter { pack.regions[$0]?.level == level }
      let texts = Set(codes.map(\.text))
      for day in table.days {
        let bounds = (
          start: JSONValue.string(day.start.description), end: JSONValue.string(day.next.start.description)
        )
        for row in file.rows(on: day, withAll: codes) {
          if texts.contains(row.code) { most = max(most, row.counts.inForce) }
          countRows.append(
            GeoPackageRow(
              number: countRows.count + 1,
              cells: Self.cells(of: row, level: level, bounds: bounds)
            )
          )
        }
      }
    }
    self.countRows = countRows
    self.most = most
  }

  private static func cells(
    of row: CountFile.Row,
    level: RegionLevel,
    bounds: (start: JSONValue, end: JSONValue)
  ) -> [JSONValue] {
    RegionCountColumn.allCases.map { column -> JSONValue in
      switch column {
      case .level: .string(level.rawValue)
      case .start: bounds.start
      case .end: bounds.end
      }
    } + CountColumn.allCases.map { CountFile.value($0, of: row) }
  }
}
