/// The properties of an incident in the layer of deaths, in the order they are written.
public enum DeathProperty: String, CaseIterable, Hashable, Sendable {
  case incidentID = "incident_id"
  /// The first and, exclusive, the last moment of the day it happened, local.
  case start, end
  case eventDate = "event_date"
  case place
  case department, province, district
  case ubigeo
  /// The least number killed by the statements that are current; null where none gives a lower bound.
  case low
  /// The number of the latest statement.
  case best
  /// The largest; null where none gives an upper bound.
  case high
  case category
  /// The moment the best figure holds for, as it was stated or else said.
  case asOf = "as_of"
  /// The figures in the order they were said.
  case revisions
  case method
  case uncertainty = "uncertainty_m"
  case publisher
  case source
  case quote
  case warnings
}
