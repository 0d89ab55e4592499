internal import Geo

extension Location {
  /// How precise the location is, from 1 to 7, as UCDP's variable `where_prec` has it: 1 the exact
  /// place, 2 within some 25 km of it, 3 a region of the second level or smaller, 4 a region of the
  /// first level, 5 along a line, 6 only the country, 7 outside it or unknown.
  ///
  /// Source: UCDP Georeferenced Event Dataset codebook, section on geographic precision.
  ///
  /// - Parameter regions: The table that knows the level of the location's region.
  public func wherePrecision(in regions: RegionTable) -> Int {
    if isOutside { return 7 }
    switch method {
    case .kilometrePost, .place, .given:
      if case .point = geometry { return uncertainty <= .kilometres(5) ? 1 : 2 }
      return 5
    case .highwaySection:
      return 5
    case .region:
      guard let level = region.flatMap({ regions[$0] })?.level else { return 6 }
      return level == .department ? 4 : 3
    }
  }
}
