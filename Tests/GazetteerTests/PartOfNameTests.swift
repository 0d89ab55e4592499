import Gazetteer
import Geo
import Testing

/// Places told by their kind and part of their names, in the invented country.
@Suite struct PartOfNameTests {
  let locator: Locator

  init() throws { locator = try Locator(try Packs.arcadia()) }

  @Test(arguments: [
    ("Cobre airport", "Puerto Cobre Airport", true), ("Puerto Cobre airport", "Puerto Cobre Airport", false),
    ("the airport of Puerto Cobre", "Puerto Cobre Airport", false),
    ("San Rafael hospital", "Hospital San Rafael", true), ("Rafael Hospital", "Hospital San Rafael", true),
    ("the bridge at Tern", "Tern Bridge", true), ("puente Tern", "Tern Bridge", true),
    ("Gallo bridge", "Puente del Gallo", true), ("AR-2 near Tern Bridge", "Tern Bridge", false),
    ("Aldermoor airport, Aldermoor", "Aldermoor airport", false),
  ])
  func `a place is found by its kind and words that only its name has`(
    text: String,
    place: String,
    isPart: Bool
  )
    throws
  {
    let location = try #require(locator.locate(text).location, "\(text)")
    #expect(location.place == place)
    #expect(location.warnings.contains { $0.kind == .partOfName } == isPart)
  }

  @Test(arguments: [
    // No bridge has the town's name.
    ("Oakenford bridge", 160.35, 30.095), ("puente de Brisca", 160.296, 30.1),
    // Without the word for its kind part of a name is none.
    ("Aldermoor", 160.045, 30.095), ("San Telmo, Costañera", 160.55, 30.08),
    // A hospital in the town, not the hospital of that name.
    ("Hospital in Stonegate", 160.14, 30.33),
  ])
  func `a kind that no place of these words has leaves the place that bears them`(
    text: String,
    longitude: Double,
    latitude: Double
  ) throws {
    let point = try #require(locator.locate(text).location?.representativePoint)
    #expect(metres(point, at(longitude, latitude)) < 2)
  }

  @Test(arguments: ["Rafael", "Tern", "San hospital", "Zebulon airport", "Gallo"])
  func `part of a name alone, or words of many names, are no place`(text: String) {
    #expect(locator.locate(text).status == .unknown)
  }

  @Test func `on a highway all words but the kind are enough, and that is flagged`() throws {
    let location = try #require(locator.locate("AR-2 from Brisca to Tern").location)
    #expect(location.place == "Brisca to Tern Bridge")
    #expect(location.route == "AR-2")
    #expect(location.warnings.contains { $0.kind == .partOfName })
  }

  @Test func `a name and its alias are one answer to a slip`() throws {
    let pack = try Packs.arcadia()
    let alias = Alias(name: "Lindenhold", target: .place(name: "Lindenholt", region: RegionCode("CON1")))
    let both = CountryPack(
      country: pack.country,
      regions: pack.regions,
      outlines: pack.outlines,
      routes: pack.routes,
      places: pack.places,
      aliases: [alias],
      vocabulary: pack.vocabulary
    )
    // One letter from the name, and one from the alias.
    let location = try #require(try Locator(both).locate("Lindenholk").location)
    #expect(location.place == "Lindenholt")
    #expect(location.warnings.map(\.kind) == [.spelling])
  }
}
