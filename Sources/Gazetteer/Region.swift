/// A department, a province or a district.
public struct Region: Hashable, Sendable {
  public let code: RegionCode
  public let level: RegionLevel
  public let name: String
  /// The name of its capital, where the table gives one.
  public let capital: String?
  /// The ISO 3166-2 code, where there is one.
  public let isoCode: String?

  public init(
    code: RegionCode,
    level: RegionLevel,
    name: String,
    capital: String? = nil,
    isoCode: String? = nil
  ) {
    self.code = code
    self.level = level
    self.name = name
    self.capital = capital
    self.isoCode = isoCode
  }
}
