import Foundation
import Geo
import TestSupport
import Testing

@Suite struct ReferenceSystemTests {
  @Test func `a code gives the system of its authority`() throws {
    let utm = try ReferenceSystem("epsg:32719")
    #expect(utm.identifier == "EPSG:32719")
    #expect(utm.name == "WGS 84 / UTM zone 19S")
    #expect(!utm.isGeographic)
    #expect(utm.wellKnownText.hasPrefix("PROJCS[\"WGS 84 / UTM zone 19S\",GEOGCS["))
    #expect(utm.wellKnownText.hasSuffix("AUTHORITY[\"EPSG\",\"32719\"]]"))
    #expect(try ReferenceSystem("EPSG:4674").isGeographic)
  }

  @Test func `the system of every coordinate is known by its code`() throws {
    #expect(try ReferenceSystem("EPSG:4326") == .wgs84)
  }

  @Test(arguments: [
    ("", ReferenceSystemError.Reason.malformed), ("32719", .malformed), ("EPSG:", .malformed),
    (":32719", .malformed), ("EPSG:32719:1", .malformed), ("EPSG:-1", .malformed), ("EPSG:1e3", .malformed),
    ("EPSG:99999999999999999999", .malformed), ("+proj=utm +zone=19", .malformed),
    ("EPSG:32719 ", .malformed),
    ("EPSG:999999", .unknown), ("NOBODY:1", .unknown),
    // Heights alone, and positions from the Earth's centre.
    ("EPSG:5773", .notHorizontal), ("EPSG:4978", .notHorizontal),
  ])
  func `what is no system for a map is refused`(_ text: String, _ reason: ReferenceSystemError.Reason) throws
  {
    let error = try #require(throws: ReferenceSystemError.self) { try ReferenceSystem(text) }
    #expect(error.reason == reason)
    #expect("\(error)".contains("“\(text)”"))
  }

  /// Positions as PROJ's own program `cs2cs` gives them, in metres or degrees.
  static let positions: [(code: String, longitude: Double, latitude: Double, x: Double, y: Double)] = [
    ("EPSG:32719", -70.1582, -15.4671, 375_751.95, 8_289_674.67),
    ("EPSG:3857", -70.1582, -15.4671, -7_809_975.10, -1_743_091.22),
    // Latitude comes first in both by the authority's definition, and second here.
    ("EPSG:4326", -70.1582, -15.4671, -70.1582, -15.4671),
    ("EPSG:4674", -70.1582, -15.4671, -70.1582, -15.4671),
    ("EPSG:31985", -35.0, -8.0, 279_558.30, 9_115_166.53),
  ]

  @Test(arguments: positions)
  func `easting or longitude comes first`(
    _ code: String,
    _ longitude: Double,
    _ latitude: Double,
    _ x: Double,
    _ y: Double
  ) throws {
    let projection = try Projection(to: ReferenceSystem(code))
    let position = try #require(try projection.positions(of: [at(longitude, latitude)]).first)
    #expect(abs(position.x - x) < 0.01 && abs(position.y - y) < 0.01, "\(position)")
  }

  @Test func `many positions are each where they are alone, in order`() throws {
    var generator = SeededGenerator(seed: 5)
    let projection = try Projection(to: ReferenceSystem("EPSG:32719"))
    let coordinates = (0..<500).map { _ in generator.coordinate(longitudes: -75 ... -63, latitudes: -30...0) }
    let together = try projection.positions(of: coordinates)
    for (coordinate, position) in zip(coordinates, together) {
      #expect(try projection.positions(of: [coordinate]) == [position])
    }
    #expect(together.count == 500)
    #expect(try projection.positions(of: []).isEmpty)
  }

  @Test func `a position that the system has no place for is named`() throws {
    let projection = try Projection(to: ReferenceSystem("EPSG:32633"))
    let error = try #require(throws: ReferenceSystemError.self) {
      try projection.positions(of: [at(15, 2), at(-78.1, -3.25)])
    }
    #expect("\(error)" == "EPSG:32633 has no place for longitude -78.1, latitude -3.25")
  }
}
