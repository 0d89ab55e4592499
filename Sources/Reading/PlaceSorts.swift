internal import Gazetteer

/// Kinds of places of which the rules know more than that they are places.
struct PlaceSorts: OptionSet, Sendable {
  let rawValue: UInt8

  static let bridge = PlaceSorts(rawValue: 1 << 0)
  static let junction = PlaceSorts(rawValue: 1 << 1)
  static let roundabout = PlaceSorts(rawValue: 1 << 2)
  static let roadSector = PlaceSorts(rawValue: 1 << 3)
  static let airport = PlaceSorts(rawValue: 1 << 4)
  static let hospital = PlaceSorts(rawValue: 1 << 5)
  static let departmentCapital = PlaceSorts(rawValue: 1 << 6)

  /// What a road runs over or through.
  static let bridges: PlaceSorts = [.bridge, .junction, .roundabout, .roadSector]
}

extension PlaceSorts {
  private static let named: [String: PlaceSorts] = [
    "bridge": .bridge, "junction": .junction, "roundabout": .roundabout, "road sector": .roadSector,
    "airport": .airport, "hospital": .hospital, "department capital": .departmentCapital,
  ]

  /// The sort of a kind of place; empty for all other kinds.
  init(kind: String) { self = Self.named[kind] ?? [] }
}
