public import Geo

/// What holds for a country as a whole.
public struct Country: Hashable, Sendable {
  public let name: String
  /// The ISO 3166-1 alpha-2 code.
  public let isoCode: String
  /// Local time minus UTC, in minutes.
  public let minutesFromUTC: Int
  /// The languages of its reports, as ISO 639-1 codes.
  public let languages: [String]
  /// How many days a blockade stays presumed after the last report that names it.
  public let presumedDays: Int
  /// How far outside every outline a point is still given to the nearest region.
  public let outlineTolerance: Distance

  public init(
    name: String,
    isoCode: String,
    minutesFromUTC: Int,
    languages: [String],
    presumedDays: Int,
    outlineTolerance: Distance
  ) {
    self.name = name
    self.isoCode = isoCode
    self.minutesFromUTC = minutesFromUTC
    self.languages = languages
    self.presumedDays = presumedDays
    self.outlineTolerance = outlineTolerance
  }
}
