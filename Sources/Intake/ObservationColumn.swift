public import GeoFormats

/// The columns of a table of hand-coded observations.
public enum ObservationColumn: String, CSVColumn {
  /// The dispatch's file name without its ending.
  case report
  /// blockade, toll or tally.
  case kind
  /// The first day of a period; empty for one day.
  case dateFrom = "date_from"
  /// The local day, or the last of a period; may have a time.
  case date
  /// When it was said, where that is not the report's publication.
  case said
  /// The moment a figure holds for.
  case asOf = "as_of"
  /// blocked, restricted, suspended or cleared.
  case status
  case cause
  /// The place, as `locate` reads it.
  case reference
  /// The region it is said to be in.
  case region
  /// killed, injured, detained; or points, roads, provinces, regions.
  case measure
  /// What a tally counts: blockade, march.
  case eventType = "event_type"
  case value
  /// exact, at_least, nearly, more_than, up_to.
  case qualifier
  case sharePercent = "share_percent"
  case outOf = "out_of"
  /// incident, place, region, nation.
  case scope
  /// protesters, civilians, police, blockade-related, all.
  case category
  /// Words of the dispatch.
  case quote
  case note

  public static let optional: Set<ObservationColumn> = [
    .dateFrom, .said, .asOf, .sharePercent, .outOf, .note, .eventType, .quote,
  ]
}
