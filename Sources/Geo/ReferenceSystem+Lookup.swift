internal import CPROJ

extension ReferenceSystem {
  /// Looks a system up in PROJ's database (`proj_create_from_database`).
  ///
  /// - Parameter identifier: Authority and number, as `EPSG:32719`; the authority's letters may be small.
  /// - Throws: Where the text has another form, the database has no such system, or it is none in which a
  ///   position on the map can be written, such as one of heights alone.
  public init(_ identifier: String) throws(ReferenceSystemError) {
    let parts = identifier.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ $0.isLetter }),
      !parts[1].isEmpty, parts[1].utf8.allSatisfy({ $0.isDigit }), let code = Int32(parts[1])
    else { throw ReferenceSystemError(identifier, .malformed) }
    let authority = parts[0].uppercased()
    guard "\(authority):\(code)" != Self.wgs84.identifier else {
      self = .wgs84
      return
    }
    let context = try ProjectionContext()
    guard
      let system = proj_create_from_database(
        context.handle,
        authority,
        String(code),
        PJ_CATEGORY_CRS,
        0,
        nil
      )
    else { throw ReferenceSystemError(identifier, .unknown) }
    defer { proj_destroy(system) }
    let kind = proj_get_type(system)
    guard kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_PROJECTED_CRS,
      let name = proj_get_name(system),
      let text = proj_as_wkt(context.handle, system, PJ_WKT1_GDAL, nil)
    else { throw ReferenceSystemError(identifier, .notHorizontal) }
    self.init(
      authority: authority,
      code: Int(code),
      name: String(cString: name),
      wellKnownText: String(cString: text).split(separator: "\n").map { $0.drop { $0 == " " } }.joined(),
      isGeographic: kind == PJ_TYPE_GEOGRAPHIC_2D_CRS
    )
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
