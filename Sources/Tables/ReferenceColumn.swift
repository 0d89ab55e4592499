/// What the columns of a table of references are for, and the names by which they go.
public enum ReferenceColumn: String, CaseIterable, Sendable, KnownColumn {
  case route, km, region, place, reference

  /// The names in lower case, the likeliest first.
  var names: [String] {
    switch self {
    case .route:
      [
        "route", "road", "highway", "ruta", "carretera", "codigo_ruta", "route_code", "road_code", "via",
        "vía",
      ]
    case .km: ["km", "kilometre", "kilometer", "kilometro", "kilómetro", "posted_km", "pk", "progresiva"]
    case .region:
      ["region", "región", "ubigeo", "region_code", "department", "departamento", "province", "provincia"]
    case .place: ["place", "lugar", "localidad", "sector"]
    case .reference: ["reference", "referencia", "location", "ubicacion", "ubicación"]
    }
  }
}

/// A column that is added to a table of references.
enum PlacementColumn: Int, CaseIterable {
  case longitude, latitude, uncertainty, regionCode, regionName, method, warnings

  /// Its name, without the beginning that somebody chose.
  var name: String {
    switch self {
    case .longitude: "longitude"
    case .latitude: "latitude"
    case .uncertainty: "uncertainty_m"
    case .regionCode: "region_code"
    case .regionName: "region_name"
    case .method: "method"
    case .warnings: "warnings"
    }
  }
}
