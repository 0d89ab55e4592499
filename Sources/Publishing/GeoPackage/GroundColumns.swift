internal import GeoFormats

/// The columns of the layer of regions.
enum RegionColumn: String, PublishedColumn {
  case code, level, name

  var kind: TableColumn.Kind { .text }
}

/// The columns that the table of counts by region has before those of ``CountColumn``.
enum RegionCountColumn: String, PublishedColumn {
  case level
  /// The first and, exclusive, the last moment of the day.
  case start, end

  var kind: TableColumn.Kind { self == .level ? .text : .dateTime }
}

/// The columns of the layer of routes.
enum RouteColumn: String, PublishedColumn {
  case route
  case name = "route_name"
  /// Kilometres of the road inventory.
  case startKilometre = "start_km"
  case endKilometre = "end_km"

  var kind: TableColumn.Kind {
    switch self {
    case .route, .name: .text
    case .startKilometre, .endKilometre: .real
    }
  }
}
