internal import Gazetteer
internal import Geo
internal import GeoFormats

/// The routes that blockades stand on.
struct RouteLayer {
  let layer = GeoPackageLayer(
    "routes",
    "The roads that blockades stand on",
    shape: .lines,
    columns: RouteColumn.tableColumns
  )
  /// By code.
  let rows: [GeoPackageRow]

  init(pack: CountryPack, blockades: [Feature]) {
    let codes = Set(
      blockades.flatMap { feature in
        feature.properties[BlockadeProperty.route.rawValue]?.string?.split(separator: "|") ?? []
      }
    )
    rows = codes.compactMap { pack.route(code: String($0)) }.sorted { $0.code < $1.code }.enumerated()
      .map { index, route in
        let cells = RouteColumn.allCases.map { column -> JSONValue in
          switch column {
          case .route: .string(route.code)
          case .name: .string(route.displayName)
          case .startKilometre: .decimal(route.extent.lowerBound, places: 3)
          case .endKilometre: .decimal(route.extent.upperBound, places: 3)
          }
        }
        return GeoPackageRow(number: index + 1, geometry: .lineString(route.line), cells: cells)
      }
  }
}
