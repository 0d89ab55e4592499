import Chronicle
import Gazetteer
import Geo
import TestSupport
import Testing

/// An invented country of six square departments in two rows, each a degree wide, with one road through the upper
/// row and a lake in the last department.
enum Tileland {
  static let regions = RegionTable(
    (0..<6).map { Region(code: code($0), level: .department, name: "Tile \($0) <ñ & \"x\">") }
  )

  static func code(_ tile: Int) -> RegionCode { RegionCode("T\(tile)") }

  static func pack() throws -> CountryPack {
    var outlines: [CountryPack.Outline] = []
    for tile in 0..<6 {
      let (west, south) = (Double(tile % 3), Double(tile / 3))
      let exterior = try ring([
        (west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1), (west, south),
      ])
      let lake = try ring([(2.4, 1.4), (2.4, 1.6), (2.6, 1.6), (2.6, 1.4), (2.4, 1.4)])
      let polygon = Polygon(exterior: exterior, interiors: tile == 5 ? [lake] : [])
      outlines.append(CountryPack.Outline(region: code(tile), polygons: MultiPolygon([polygon])))
    }
    let posts = try (0...300).map { kilometre in
      KilometrePost(
        kilometre: Double(kilometre),
        coordinate: try coordinate(Double(kilometre) / 100, 1.2),
        region: regions.index(of: code(3 + min(kilometre / 100, 2)))
      )
    }
    return CountryPack(
      country: Country(
        name: "Tileland",
        isoCode: "TL",
        minutesFromUTC: 0,
        languages: ["en"],
        presumedDays: 3,
        outlineTolerance: .kilometres(5)
      ),
      regions: regions,
      outlines: outlines,
      routes: [try Route(code: "TL-1", names: ["Tile Road"], posts: posts, equations: [], regions: regions)],
      places: [],
      aliases: [],
      vocabulary: Vocabulary([])
    )
  }

  static func coordinate(_ longitude: Double, _ latitude: Double) throws -> Coordinate {
    try #require(Coordinate(longitude: longitude, latitude: latitude))
  }

  private static func ring(_ corners: [(Double, Double)]) throws -> Ring {
    try #require(Ring(corners.map { try coordinate($0.0, $0.1) }))
  }

  /// Blockades of all kinds at all sorts of places, and deaths, over some forty days.
  static func timeline(seed: UInt64, quote: String? = "they said") throws -> Timeline {
    var chance = SeededGenerator(seed: seed)
    let first = try #require(Day("2031-03-02"))
    var reports: [Report] = []
    var observations: [Observation] = []
    for number in 0..<80 {
      let day = first.advanced(by: Int.random(in: 0..<40, using: &chance))
      let report = Report(
        id: Report.ID("report-\(number)"),
        publisher: "Herald \(number % 4)",
        title: "Title \(number)",
        published: day.start,
        url: number % 3 == 0 ? "https://herald.example/\(number)" : nil
      )
      reports.append(report)
      for sequence in 0..<Int.random(in: 1...4, using: &chance) {
        let placement = try placement(using: &chance)
        let statement: Statement
        if Int.random(in: 0..<8, using: &chance) == 0 {
          let toll = TollStatement(
            measure: .killed,
            value: Int.random(in: 0..<30, using: &chance),
            category: Bool.random(using: &chance) ? .protesters : .police,
            scope: .incident,
            placement: placement,
            period: day...day
          )
          statement = .toll(try #require(toll))
        } else {
          statement = .blockade(
            BlockadeStatement(
              placement: placement,
              status: try #require(BlockadeStatus.allCases.randomElement(using: &chance)),
              cause: Bool.random(using: &chance) ? .protest : .weather,
              when: .day(day)
            )
          )
        }
        observations.append(
          Observation(
            of: report,
            sequence: sequence,
            quote: quote,
            origin: "row \(sequence)",
            statement: statement
          )
        )
      }
    }
    return Timeline(
      reports: reports,
      observations: observations,
      regions: regions,
      settings: TimelineSettings(presumedDays: 3)
    )
  }

  private static func placement(using chance: inout SeededGenerator) throws -> Placement {
    let kilometre = Double(Int.random(in: 0..<300, using: &chance))
    let region = code(3 + Int(kilometre / 100))
    switch Int.random(in: 0..<8, using: &chance) {
    case 0:
      return .unlocated(reference: "somewhere", reason: "no such place")
    case 1:
      let line = try #require(LineString([coordinate(0.5, 1.2), coordinate(1, 1.25), coordinate(1.5, 1.2)]))
      return .located(
        Location(
          geometry: .lineString(line),
          method: .highwaySection,
          uncertainty: .kilometres(50),
          route: "TL-1"
        )
      )
    case 2:
      return .located(
        Location(
          geometry: .point(try coordinate(9, 9)),
          method: .given,
          uncertainty: .kilometres(1),
          isOutside: true
        )
      )
    default:
      return .located(
        Location(
          geometry: .point(try coordinate(kilometre / 100, 1.2)),
          method: .kilometrePost,
          uncertainty: .metres(250),
          route: "TL-1",
          routeName: "Tile Road",
          kilometre: kilometre,
          region: region
        )
      )
    }
  }
}
