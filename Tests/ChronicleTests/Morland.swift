import Chronicle
import Gazetteer
import Geo
import Testing

/// An invented country on the equator: two departments with two provinces each, and straight roads that run
/// east. A kilometre of longitude is a kilometre, near enough.
enum Morland {
  static let regions = RegionTable([
    Region(code: RegionCode("10"), level: .department, name: "West"),
    Region(code: RegionCode("1001"), level: .province, name: "West Bank"),
    Region(code: RegionCode("1002"), level: .province, name: "West Hills"),
    Region(code: RegionCode("20"), level: .department, name: "East"),
    Region(code: RegionCode("2001"), level: .province, name: "East Bank"),
    Region(code: RegionCode("2002"), level: .province, name: "East Hills"),
  ])

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func moment(_ text: String) throws -> Moment { try #require(Moment(text)) }

  static func coordinate(kilometre: Double, north: Double = 0) throws -> Coordinate {
    try #require(Coordinate(longitude: kilometre / 111.319_49, latitude: north / 110.574))
  }

  /// A point that many kilometres along a road, whatever kilometre the report calls it.
  static func point(
    _ kilometre: Double,
    route: String? = "M1",
    place: String? = nil,
    region: String? = "1001",
    isOutside: Bool = false,
    uncertainty: Double = 500,
    calledKilometre: Double? = nil
  ) throws -> Placement {
    .located(
      Location(
        geometry: .point(try coordinate(kilometre: kilometre)),
        method: route == nil ? .place : .kilometrePost,
        uncertainty: .metres(uncertainty),
        route: route,
        kilometre: route == nil ? nil : calledKilometre ?? kilometre,
        place: place,
        region: region.map { RegionCode($0) },
        isOutside: isOutside
      )
    )
  }

  static func line(_ from: Double, _ to: Double, route: String? = "M1") throws -> Placement {
    let line = try #require(
      LineString([coordinate(kilometre: from), coordinate(kilometre: to)])
    )
    return .located(
      Location(
        geometry: .lineString(line),
        method: .highwaySection,
        uncertainty: .kilometres(abs(to - from) / 2),
        route: route
      )
    )
  }
}
