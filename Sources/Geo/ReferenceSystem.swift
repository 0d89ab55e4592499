/// A coordinate reference system in which positions can be written: geographic or projected, on the horizontal.
///
/// Positions in it are always easting or longitude first, whatever order its authority defines.
public struct ReferenceSystem: Hashable, Sendable {
  /// Who defines it, as `EPSG`.
  public let authority: String
  /// Its number with that authority.
  public let code: Int
  /// Its name, as `WGS 84 / UTM zone 19S`.
  public let name: String
  /// Its definition in well-known text (OGC 01-009), as GDAL writes it.
  public let wellKnownText: String
  /// Whether positions in it are angles and not lengths.
  public let isGeographic: Bool

  /// Longitude and latitude in degrees on WGS 84 (EPSG:4326), in which every ``Coordinate`` is.
  public static let wgs84 = ReferenceSystem(
    authority: "EPSG",
    code: 4326,
    name: "WGS 84",
    wellKnownText: """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
      AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],\
      AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
      """,
    isGeographic: true
  )

  init(authority: String, code: Int, name: String, wellKnownText: String, isGeographic: Bool) {
    self.authority = authority
    self.code = code
    self.name = name
    self.wellKnownText = wellKnownText
    self.isGeographic = isGeographic
  }

  /// The code with its authority, as `EPSG:32719`.
  public var identifier: String { "\(authority):\(code)" }
}
