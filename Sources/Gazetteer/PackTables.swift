internal import GeoFormats

/// The files of a country pack, and their columns.
enum PackFile {
  static let country = "country.csv"
  static let regions = "region-codes.csv"
  static let outlines = "departments.geojson"
  static let routes = "routes.csv"
  static let posts = "kilometre-posts.csv"
  static let equations = "chainage-equations.csv"
  static let placeKinds = "place-kinds.csv"
  static let places = "places.csv"
  static let aliases = "aliases.csv"
  static func language(_ code: String) -> String { "languages/\(code).csv" }
}

enum CountryColumn: String, CSVColumn {
  case setting, value, note
  static let optional: Set<CountryColumn> = [.note]
}

enum RegionColumn: String, CSVColumn {
  case ubigeo, level, name, capital
  case isoCode = "iso_3166_2"
  static let optional: Set<RegionColumn> = [.isoCode, .capital]
}

enum RouteColumn: String, CSVColumn {
  case route, name
  case start = "start_km"
  case end = "end_km"
  case sections = "inventory_sections"
  case names = "names_in_bulletins"
  static let optional: Set<RouteColumn> = [.name, .sections, .names]
}

enum PostColumn: String, CSVColumn {
  case route, longitude, latitude, ubigeo
  case kilometre = "km"
}

enum EquationColumn: String, CSVColumn {
  case route, observations
  case from = "posted_from_km"
  case to = "posted_to_km"
  case offset = "inventory_minus_posted_km"
  case halfSpread = "half_spread_km"
}

enum PlaceKindColumn: String, CSVColumn {
  case kind, rank, note
  case radius = "radius_m"
  static let optional: Set<PlaceKindColumn> = [.note]
}

enum PlaceColumn: String, CSVColumn {
  case name, kind, longitude, latitude, ubigeo, basis
  static let optional: Set<PlaceColumn> = [.basis]
}

enum AliasColumn: String, CSVColumn {
  case alias, language, kind, target, region, note
  case from = "from_km"
  case to = "to_km"
  static let optional: Set<AliasColumn> = [.language, .note, .from, .to]
}

enum WordColumn: String, CSVColumn {
  case role, word
}
