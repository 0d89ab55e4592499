internal import GeoFormats

/// What the columns of a table of points, or the properties of its features, are for, and the names by which they
/// go in the tables that people have: event data of ACLED, GDELT and UCDP, occurrences in Darwin Core, exports of
/// geographic information systems.
public enum PointColumn: String, CaseIterable, Sendable, KnownColumn {
  case longitude, latitude, date

  /// The names in lower case, the likeliest first.
  var names: [String] {
    switch self {
    case .longitude:
      [
        "longitude", "lon", "lng", "long", "longitud", "actiongeo_long", "decimallongitude",
        "longitude_wgs84",
        "point_x", "x_coord", "coord_x", "x",
      ]
    case .latitude:
      [
        "latitude", "lat", "latitud", "actiongeo_lat", "decimallatitude", "latitude_wgs84", "point_y",
        "y_coord",
        "coord_y", "y",
      ]
    case .date:
      [
        "date", "event_date", "fecha", "day", "sqldate", "date_start", "start_date", "eventdate", "start",
        "fecha_inicio", "datetime", "timestamp", "time", "published",
      ]
    }
  }
}

extension String {
  var trimmedOfSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
