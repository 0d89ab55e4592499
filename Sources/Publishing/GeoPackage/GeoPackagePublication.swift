internal import Chronicle
internal import Gazetteer
internal import Geo
internal import GeoFormats

/// What is published of a timeline, in one GeoPackage: the layers that the GeoJSON files hold, the regions with
/// their counts by day, the roads, the tables, styles, and a QGIS project.
struct GeoPackagePublication {
  /// The name of the file; the project in it finds its layers by it.
  static let fileName = "roadblocks.gpkg"
  /// The name of the project in it.
  static let projectName = "roadblocks"

  let timeline: Timeline
  let pack: CountryPack
  let days: ClosedRange<Day>?
  /// The features of `blockades.geojson` and `deaths.geojson`, in their order.
  let blockades: [Feature]
  let deaths: [Feature]
  /// Counts by region, for each level that has outlines.
  let counts: [RegionLevel: CountTable]

  /// Writes the file.
  func write(to path: String, in system: ReferenceSystem) throws {
    try GeoPackage.write(to: path, in: system, lastChange: lastChange) { package in
      let regions = try add(to: package)
      let project = MapProject(
        pack: pack,
        days: days,
        system: system,
        mostBlockades: regions.most,
        hasDeathSections: deaths.contains(where: \.isSection)
      )
      try package.add(project.styles)
      try package.addProject(
        Self.projectName,
        archive: project.project(features: blockades + deaths).archive(named: Self.projectName)
      )
    }
  }

  /// Adds every layer and table.
  ///
  /// - Returns: The regions with their counts.
  @discardableResult
  func add(to writer: some LayerWriter) throws -> RegionLayers {
    for layer in [
      FeatureLayers(
        "blockades",
        "Blockades; where only the road is known they are in blockade_sections",
        sections: "blockade_sections",
        "Blockades that stand somewhere on a line",
        columns: BlockadeProperty.tableColumns,
        features: blockades
      ),
      FeatureLayers(
        "deaths",
        "Incidents with deaths",
        sections: "death_sections",
        "Incidents with deaths somewhere on a line",
        columns: DeathProperty.tableColumns,
        features: deaths
      ),
    ] {
      try writer.add(layer.points, rows: layer.pointRows)
      try writer.add(layer.sections, rows: layer.sectionRows)
    }
    let regions = RegionLayers(pack: pack, counts: counts)
    try writer.add(regions.outlines, rows: regions.outlineRows)
    try writer.add(regions.counts, rows: regions.countRows)
    try writer.addView(
      "regions",
      "Regions with the number of blockades, day by day",
      of: regions.counts,
      on: CountColumn.code.rawValue,
      at: regions.outlines,
      key: RegionColumn.code.rawValue
    )
    let routes = RouteLayer(pack: pack, blockades: blockades)
    try writer.add(routes.layer, rows: routes.rows)
    for table in [
      StatementLayer("tolls", "Statements of killed, injured or detained", timeline.tollTable()),
      StatementLayer("tallies", "How many blockades somebody counted", timeline.tallyTable()),
      StatementLayer("unlocated", "What has no position, and why", timeline.unlocatedTable()),
      StatementLayer("reports", "The reports that all of this rests on", timeline.reportTable()),
    ] {
      try writer.add(table.layer, rows: table.rows)
    }
    return regions
  }

  /// The moment of the newest report in use: what is known changed last then. 1970 where there is none.
  private var lastChange: String {
    let said = timeline.observations.map(\.said).max() ?? Day(clamping: 0).start
    // The standard asks for UTC here.
    return "\(said.atUTC(minutesAhead: pack.country.minutesFromUTC)).000Z"
  }
}
