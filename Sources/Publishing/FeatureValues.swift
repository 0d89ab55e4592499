internal import Chronicle
internal import Gazetteer
internal import Geo
internal import GeoFormats

extension JSONValue {
  /// A text, or null.
  static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A whole number, or null.
  static func count(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }

  /// A number rounded to so many places, or null.
  static func decimal(_ number: Double?, places: Int) -> JSONValue {
    number.map { .number($0.rounded(toPlaces: places)) } ?? .null
  }

  /// Whole metres, rounded up: an uncertainty is never made smaller than it is.
  static func metres(_ distance: Distance?) -> JSONValue {
    guard let metres = distance?.metres.rounded(.up), let whole = Int(exactly: metres) else { return .null }
    return .integer(whole)
  }
}

extension RegionTable {
  /// The name of the region of a level that holds a location, where one does.
  func name(of location: Location?, at level: RegionLevel) -> String? {
    location?.region.flatMap { region(at: level, holding: $0)?.name }
  }
}

extension Timeline {
  /// Where people can look something up: the reports, their addresses, and the row of the data.
  func source(reports: [Report.ID], origin: String) -> String {
    let named = reports.map { id in
      guard let url = report(id)?.url else { return id.text }
      return "\(id) <\(url)>"
    }
    return "\(named.joined(separator: "; ")) (\(origin))"
  }
}
