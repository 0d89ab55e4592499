internal import Chronicle
internal import Gazetteer
internal import Geo
internal import GeoFormats

/// The styles of the GeoPackage's layers, and the project that shows them.
struct MapProject {
  let pack: CountryPack
  let days: ClosedRange<Day>?
  /// The reference system of the layers.
  let system: ReferenceSystem
  /// The largest number of blockades in a region on a day.
  let mostBlockades: Int
  let hasDeathSections: Bool

  private var regionStyle: QGISStyle { GroundStyles.counts(most: mostBlockades) }

  /// The styles that layers open with, and others to choose.
  var styles: [GeoPackageStyle] {
    func style(
      _ layer: String,
      _ name: String,
      _ description: String,
      _ style: QGISStyle,
      isDefault: Bool = true
    ) -> GeoPackageStyle {
      GeoPackageStyle(
        layer: layer,
        name: name,
        description: description,
        isDefault: isDefault,
        qml: style.qml(writtenBy: StyleFile.writer)
      )
    }
    let status = "By status and evidence"
    return [
      style("blockades", "status", status, BlockadeStyles.points),
      style(
        "blockades",
        "uncertainty",
        "The circle that holds the true point nine times in ten",
        BlockadeStyles.uncertainty,
        isDefault: false
      ),
      style("blockade_sections", "status", status, BlockadeStyles.sections),
      style("deaths", "of the day", "By the best figure, on the day", DeathStyles.ofDay),
      style("deaths", "so far", "By the best figure, all up to the day", DeathStyles.soFar, isDefault: false),
      style("death_sections", "of the day", "On the day", DeathStyles.sections),
      style("regions", "blockades", "By the number of blockades on the day", regionStyle),
      style("region_outlines", "ground", "Outlines with names", GroundStyles.outlines),
      style("routes", "thin", "Thin lines", GroundStyles.routes),
    ]
  }

  /// The project.
  ///
  /// - Parameter features: What the map has to show where the country has no outlines.
  func project(features: [Feature]) throws -> QGISProject {
    // A map of degrees would be squeezed far from the equator.
    let mapSystem = try system == .wgs84 ? ReferenceSystem("EPSG:3857") : system
    return QGISProject(
      title: "Road blockades and deaths in \(pack.country.name)",
      file: GeoPackagePublication.fileName,
      layerSystem: system,
      mapSystem: mapSystem,
      extent: try extent(in: mapSystem, features: features),
      days: days.map {
        .init(from: $0.lowerBound.start.description, until: $0.upperBound.next.start.description)
      },
      background: MapColors.outside,
      groups: groups
    )
  }

  private var groups: [QGISProject.Group] {
    var deaths = [
      QGISProject.Layer(
        id: "roadblocks_deaths",
        "Killed on the day",
        table: "deaths",
        shape: .point,
        style: DeathStyles.ofDay
      ),
      QGISProject.Layer(
        id: "roadblocks_deaths_so_far",
        "Killed so far",
        table: "deaths",
        shape: .point,
        style: DeathStyles.soFar,
        isVisible: false
      ),
    ]
    if hasDeathSections {
      deaths.insert(
        .init(
          id: "roadblocks_death_sections",
          "Killed on the day, somewhere on a road",
          table: "death_sections",
          shape: .line,
          style: DeathStyles.sections
        ),
        at: 1
      )
    }
    return [
      .init("Deaths", deaths),
      .init(
        "Blockades",
        [
          .init(
            id: "roadblocks_blockades",
            "Blockades",
            table: "blockades",
            shape: .point,
            style: BlockadeStyles.points
          ),
          .init(
            id: "roadblocks_blockade_sections",
            "Blockades somewhere on a road",
            table: "blockade_sections",
            shape: .line,
            style: BlockadeStyles.sections
          ),
          .init(
            id: "roadblocks_uncertainty",
            "How sure the points are",
            table: "blockades",
            shape: .point,
            style: BlockadeStyles.uncertainty,
            isVisible: false
          ),
        ]
      ),
      .init(
        "Ground",
        [
          .init(id: "roadblocks_routes", "Roads", table: "routes", shape: .line, style: GroundStyles.routes),
          .init(
            id: "roadblocks_regions",
            "Blockades by region",
            table: "regions",
            shape: .polygon,
            style: regionStyle
          ),
          .init(
            id: "roadblocks_region_outlines",
            "Regions",
            table: "region_outlines",
            shape: .polygon,
            style: GroundStyles.outlines
          ),
        ]
      ),
      .init(
        "Tables",
        [
          .init(id: "roadblocks_tolls", "Tolls", table: "tolls", shape: .none),
          .init(id: "roadblocks_tallies", "Tallies", table: "tallies", shape: .none),
          .init(id: "roadblocks_region_counts", "Counts by region", table: "region_counts", shape: .none),
          .init(id: "roadblocks_unlocated", "Without a position", table: "unlocated", shape: .none),
          .init(id: "roadblocks_reports", "Reports", table: "reports", shape: .none),
        ],
        isExpanded: false
      ),
    ]
  }

  /// The outlines, else the features, with a margin.
  private func extent(in mapSystem: ReferenceSystem, features: [Feature]) throws -> QGISProject.Extent? {
    var coordinates = pack.outlines.flatMap { $0.polygons.polygons.flatMap(\.exterior.coordinates) }
    if coordinates.isEmpty {
      coordinates = features.compactMap(\.geometry?.boundingBox).flatMap { [$0.southWest, $0.northEast] }
    }
    // Mercator's map has no poles.
    let shown = coordinates.filter { abs($0.latitude) <= 85 }
    let positions = try Projection(to: mapSystem).positions(of: shown)
    guard var minimum = positions.first, var maximum = positions.first else { return nil }
    for position in positions {
      (minimum.x, minimum.y) = (min(minimum.x, position.x), min(minimum.y, position.y))
      (maximum.x, maximum.y) = (max(maximum.x, position.x), max(maximum.y, position.y))
    }
    // A margin; around a single point some room.
    let room = mapSystem.isGeographic ? 0.1 : 10_000.0
    let margin = max((maximum.x - minimum.x) * 0.03, (maximum.y - minimum.y) * 0.03, room)
    return .init(
      minimum: .init(
        x: (minimum.x - margin).rounded(toPlaces: 3),
        y: (minimum.y - margin).rounded(toPlaces: 3)
      ),
      maximum: .init(
        x: (maximum.x + margin).rounded(toPlaces: 3),
        y: (maximum.y + margin).rounded(toPlaces: 3)
      )
    )
  }
}
