/// The properties of a blockade in a layer, in the order they are written.
public enum BlockadeProperty: String, CaseIterable, Hashable, Sendable {
  /// The spell: one continuous blockade of one site. A spell is cut into several features where its
  /// status or its evidence changes.
  case blockadeID = "blockade_id"
  /// Local moment, ISO 8601 without offset.
  case start
  /// Exclusive; null while it lasts.
  case end
  /// blocked, restricted or suspended.
  case status
  /// reported, or presumed: its sources are silent.
  case evidence
  case cause
  /// The route's code; several joined by `|`.
  case route
  case routeName = "route_name"
  /// Kilometres as the report gives them.
  case kilometre = "km"
  case kilometreTo = "km_to"
  case place
  case department, province, district
  /// The code of the smallest region that holds it.
  case ubigeo
  case method
  /// The radius in metres that holds the true point nine times in ten; of a line half its length.
  case uncertainty = "uncertainty_m"
  /// UCDP's precision, 1 to 7.
  case wherePrecision = "where_prec"
  /// How many reports tell of it.
  case reports
  case firstReported = "first_reported"
  case lastReported = "last_reported"
  case publisher
  /// The reports, and where in the data they were read.
  case source
  case quote
  case warnings
}
