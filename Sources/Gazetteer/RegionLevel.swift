/// How deep a region stands in its country's administrative division.
public enum RegionLevel: String, CaseIterable, Hashable, Comparable, Sendable {
  /// First level (ADM1): in Peru a department.
  case department
  /// Second level (ADM2).
  case province
  /// Third level (ADM3).
  case district

  /// The larger region comes first.
  public static func < (left: RegionLevel, right: RegionLevel) -> Bool { left.depth < right.depth }

  /// 1 for a department, 2 for a province, 3 for a district.
  public var depth: Int {
    switch self {
    case .department: 1
    case .province: 2
    case .district: 3
    }
  }
}
