internal import GeoFormats

/// What the columns of a table of points, or the properties of its features, are for, and the names by which they
/// go in the tables that people have: event data of ACLED, GDELT and UCDP, occurrences in Darwin Core, exports of
/// geographic information systems.
public enum PointColumn: String, CaseIterable, Sendable {
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

  /// The place of the column among the names of a header, or `nil` where there is none.
  ///
  /// - Parameter chosen: The name that somebody gave; then only that one counts, exactly or else but for case.
  func place(in header: [String], chosen: String?) -> Int? {
    if let chosen {
      return header.firstIndex(of: chosen)
        ?? header.firstIndex { $0.lowercased() == chosen.lowercased() }
    }
    let header = header.map { $0.trimmedOfSpaces.lowercased() }
    return names.lazy.compactMap { header.firstIndex(of: $0) }.first
  }

  /// As ``place(in:chosen:)``, where the column has to be there.
  func requiredPlace(in header: [String], chosen: String?, file: String) throws(InputError) -> Int {
    if let place = place(in: header, chosen: chosen) { return place }
    throw InputError(
      location: InputLocation(file: file, line: 1),
      observed: header.isEmpty ? "no columns" : "the columns " + header.joined(separator: ", "),
      expected: chosen.map { "a column “\($0)”" } ?? "a column of \(plural), such as “\(names[0])”",
      hint: chosen == nil ? "name it with --\(rawValue)" : nil
    )
  }

  private var plural: String { "\(rawValue)s" }
}

extension String {
  var trimmedOfSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
