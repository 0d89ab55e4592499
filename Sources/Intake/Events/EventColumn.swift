/// The columns of an export of ACLED's events that are read; there may be others.
enum EventColumn: String, CaseIterable, Sendable {
  case id = "event_id_cnty"
  case date = "event_date"
  case disorder = "disorder_type"
  case type = "event_type"
  case subType = "sub_event_type"
  case country
  case admin1, admin2, admin3
  case location
  case latitude, longitude
  /// 1 for the place itself, 2 for a part of the region, 3 for the region.
  case precision = "geo_precision"
  case source
  case notes
  case fatalities
  /// The second at which the row was last changed; of two rows of one event the later one counts.
  case timestamp

  /// The columns without which a table is no such export.
  static let required: [EventColumn] = [.id, .date, .type, .latitude, .longitude, .notes]
}
