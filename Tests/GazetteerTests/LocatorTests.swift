import Gazetteer
import Geo
import Testing

/// Where references to the invented country are. What is expected is worked out from its tables.
@Suite struct LocatorTests {
  let locator: Locator

  init() throws { locator = try Locator(try Packs.arcadia()) }

  private func found(_ text: String, in region: String? = nil) throws -> Location {
    try #require(locator.locate(text, in: region).location, "\(text)")
  }

  private func post(_ route: String, _ kilometre: Double) throws -> Coordinate {
    try #require(locator.pack.route(code: route)?.posts.first { $0.kilometre == kilometre }).coordinate
  }

  private func coordinates(of location: Location) -> [Coordinate] {
    switch location.geometry {
    case .lineString(let line): line.coordinates
    case .multiLineString(let lines): lines.lines.flatMap(\.coordinates)
    default: []
    }
  }

  // MARK: Kilometres

  @Test(arguments: [
    ("Coast Highway km 30", "Brisca", "AR-1", 27.0), ("Carretera de la Costa km 30", nil, "AR-1", 27),
    ("km 30 of the Coast Highway", nil, "AR-1", 27),
    ("km 30 de la Carretera de la Costa", "Brisca", "AR-1", 27),
    ("in Brisca, km 30 of the Coast Highway", nil, "AR-1", 27), ("AR-1Ñ km 5", nil, "AR-1Ñ", 5),
    ("AR-1N km 35", nil, "AR-1N", 35), ("AR-2 km 10+000", "Brisca", "AR-2", 10),
  ])
  func `a posted kilometre is the post that the equation says`(
    text: String,
    region: String?,
    route: String,
    inventory: Double
  ) throws {
    let location = try found(text, in: region)
    #expect(location.route == route)
    let point = try #require(location.representativePoint)
    let apart = metres(point, try post(route, inventory))
    // Far from its observations the equation of AR-1N adds up to 0.4 km.
    #expect(apart < (route == "AR-1N" ? 401 : 1), "\(apart) m apart")
    #expect(apart <= location.uncertainty.metres)
    #expect(location.method == .kilometrePost)
  }

  @Test(arguments: ["Coast Higway km 30", "km 30 of the Coast Higway", "Coast Higway km 30, Brisca"])
  func `a misspelt highway beside a kilometre is the one spelt nearly so, and flagged`(text: String) throws {
    let location = try found(text)
    #expect(location.route == "AR-1")
    let right = try found(text.replacing("Higway", with: "Highway"))
    #expect(location.geometry == right.geometry)
    #expect(location.warnings.contains { $0.kind == .spelling })
  }

  @Test func `a kilometre of an unknown highway is no place`() {
    #expect(locator.locate("Zanzibar Turnpike km 30").location == nil)
    // Nearer to none of them than people misspell.
    #expect(locator.locate("Coal Hideaway km 30").location == nil)
  }

  @Test func `a kilometre that fits its region only from the far end is taken so, and flagged`() throws {
    // The route is 36.869 km long, and its kilometre 35 is 17 km east of Aldermoor.
    let location = try found("AR-1N km 35", in: "department of Aldermoor")
    #expect(abs(try #require(location.inventoryKilometre) - 1.869) < 0.001)
    #expect(location.warnings.map(\.kind) == [.reversedKilometre])
    #expect(location.region?.text == "ALN1")
  }

  @Test func `a kilometre that fits its region in no way stands for the stretch there, and is flagged`()
    throws
  {
    let location = try found("Coast Highway km 700", in: "Costañera")
    #expect(location.method == .highwaySection)
    // The road is 56 km long.
    #expect(location.warnings.contains { $0.kind == .beyondRoute })
    #expect(coordinates(of: location).allSatisfy { $0.longitude > 160.39 })
    #expect(location.region?.text == "COS")
  }

  @Test(arguments: ["Coast Highway km 700", "AR-1Ñ km 60", "Ring Road km 99999"])
  func `a kilometre beyond the route's end is unknown, with the route's extent`(text: String) {
    guard case .unknown(let reason, _) = locator.locate(text) else {
      Issue.record("\(text) is found")
      return
    }
    #expect(reason.contains("runs from km 0.0 to km"))
  }

  @Test func `a stretch is the line between its ends`() throws {
    let location = try found("AR-1Ñ km 3 - 7")
    guard case .lineString(let line) = location.geometry else {
      Issue.record("no line")
      return
    }
    #expect(metres(try #require(line.coordinates.first), try post("AR-1Ñ", 3)) < 1)
    #expect(metres(try #require(line.coordinates.last), try post("AR-1Ñ", 7)) < 1)
    #expect((location.kilometre, location.kilometreTo) == (3, 7))
    #expect(location.region?.text == "COS2")
    #expect(location.uncertainty >= .kilometres(2))
  }

  @Test func `several kilometres are the stretch that holds them, and flagged`() throws {
    let location = try found("AR-1Ñ km 7, 3 y 5")
    #expect((location.kilometre, location.kilometreTo) == (3, 7))
    #expect(location.warnings.map(\.kind) == [.noRegionNamed, .severalKilometres])
  }

  @Test func `a kilometre without its highway is unknown`() {
    #expect(locator.locate("km 12").status == .unknown)
    #expect(locator.locate("km 12 in Brisca").status == .unknown)
  }

  // MARK: Aliases of several routes

  @Test(arguments: [
    ("Ring Road km 10", "Highmoor", "AR-1N"), ("Ring Road km 10", "Aldermoor/Aldermoor", "AR-1"),
    ("carretera Circular km 50", nil, "AR-1"), ("Ring Road km 12 in Costañera", nil, "AR-1"),
    ("Ring Road km 50", "Costañera", "AR-1"), ("Ring Road in Highmoor", nil, "AR-1N"),
    ("Ring Road in Costañera", nil, "AR-1"),
  ])
  func `an alias of two routes is told by the region or by the kilometre`(
    text: String,
    region: String?,
    route: String
  ) throws {
    #expect(try found(text, in: region).route == route)
  }

  @Test(arguments: [
    ("Ring Road km 10", nil), ("Ring Road km 10", "Aldermoor"), ("carretera Circular", nil),
    ("Ring Road in Brisca", nil),
  ])
  func `an alias of two routes is ambiguous where nothing tells them apart`(text: String, region: String?) {
    guard case .ambiguous(let candidates) = locator.locate(text, in: region) else {
      Issue.record("\(text) is not ambiguous")
      return
    }
    #expect(Set(candidates.compactMap(\.location.route)) == ["AR-1", "AR-1N"])
  }

  @Test func `a corridor is all its routes under one name`() throws {
    let location = try found("Trans-Arcadian Highway")
    #expect(location.route == "AR-1|AR-2")
    #expect(location.routeName == "Transarcádica")
    #expect(location.region == nil)
    #expect(location.warnings.map(\.kind) == [.crossesRegions])
  }

  // MARK: Parts of highways

  @Test(arguments: [
    ("AR-2 in the north of Brisca", 30.2, 30.4), ("the northern half of Brisca, AR-2", 30.2, 30.4),
    ("AR-2 en el sur de Brisca", 30.0, 30.2),
  ])
  func `a side of a region is its half of the highway`(text: String, south: Double, north: Double) throws {
    let location = try found(text)
    let latitudes = coordinates(of: location).map(\.latitude)
    #expect(location.method == .highwaySection)
    #expect(location.region?.text == "BR")
    // The middle of the outline, which is a little uneven, is within 500 m of 30.2° north.
    #expect(try #require(latitudes.min()) > south - 0.005)
    #expect(try #require(latitudes.max()) < north + 0.005)
    #expect(Geodesic.wgs84.length(of: try #require(LineString(coordinates(of: location)))).kilometres > 10)
  }

  @Test func `a highway that does not pass a region is unknown there`() {
    #expect(locator.locate("Moor Road in Costañera").status == .unknown)
  }

  @Test(arguments: [
    "Coast Highway from Aldermoor to Brisca", "Coast Highway between Aldermoor and Brisca",
    "Carretera de la Costa entre Aldermoor y Brisca", "the Coast Highway connecting Aldermoor to Brisca",
  ])
  func `a section is the highway between its ends`(text: String) throws {
    let location = try found(text)
    let line = coordinates(of: location)
    #expect(location.route == "AR-1")
    // The points of the road nearest to the towns at 160.045 and 160.296, 30.1.
    #expect(abs(try #require(line.first).longitude - 160.045) < 0.005)
    #expect(abs(try #require(line.last).longitude - 160.296) < 0.005)
    #expect(location.place == "Aldermoor to Brisca")
    #expect(location.region == nil)
  }

  @Test func `a road between two towns is the shortest way`() throws {
    let location = try found("the road from Puerto Cobre to Brisca Alta")
    #expect(location.method == .highwaySection)
    #expect(location.route?.hasPrefix("AR-1|AR-2") == true)
    let line = try #require(LineString(coordinates(of: location)))
    // About 18 km west and 24 km north.
    #expect(abs(Geodesic.wgs84.length(of: line).kilometres - 42) < 3)
  }

  @Test(arguments: [
    "AR-1 near Oakenford", "AR-1 a la altura de Oakenford", "Coast Highway, Oakenford bridge",
  ])
  func `the point of a highway nearest to a place`(text: String) throws {
    let location = try found(text)
    let point = try #require(location.representativePoint)
    #expect(location.method == .place)
    #expect(location.route == "AR-1")
    #expect(abs(point.longitude - 160.35) < 0.002)
    #expect(location.uncertainty >= .metres(1500))
  }

  // MARK: Places

  @Test(arguments: [
    ("Copper Port", nil, 160.47, 30.09), ("puente del gallo", nil, 160.1819, 30.08517),
    ("Rooster Bridge", "Aldermoor", 160.1819, 30.08517), ("EL ALAMO", nil, 160.37371, 30.08662),
    ("nandu", nil, 160.35, 30.32), ("San Telmo", "Costañera", 160.55, 30.08),
    ("San Telmo", "AL", 160.15, 30.092), ("San Telmo, Brisca", nil, 160.37, 30.16),
    ("San Telmo in Brisca", nil, 160.37, 30.16), ("Mill Cross", "Brisca", 160.33, 30.27),
    ("Plaza Mayor, Puerto Cobre", nil, 160.4705, 30.0902), ("Aldermoor airport", nil, 160.065, 30.11),
    ("aeropuerto de Aldermoor", nil, 160.065, 30.11), ("city of Aldermoor", nil, 160.045, 30.095),
    ("Aldermoor", nil, 160.045, 30.095),
  ])
  func `a place is found by its name, its aliases and its region`(
    text: String,
    region: String?,
    longitude: Double,
    latitude: Double
  ) throws {
    let location = try found(text, in: region)
    #expect(location.method == .place)
    #expect(metres(try #require(location.representativePoint), at(longitude, latitude)) < 2)
  }

  @Test(arguments: ["San Telmo", "Mill Cross", "Plaza Mayor"])
  func `places of one name and rank are ambiguous without a region`(text: String) {
    guard case .ambiguous(let candidates) = locator.locate(text) else {
      Issue.record("\(text) is not ambiguous")
      return
    }
    #expect(candidates.count == 2)
  }

  @Test func `a misspelt place is read as the nearest one, and flagged`() throws {
    let location = try found("Lindenhold")
    #expect(location.place == "Lindenholt")
    #expect(location.warnings.map(\.kind) == [.spelling])
  }

  @Test func `an unknown place comes with the nearest names`() {
    guard case .unknown(_, let nearest) = locator.locate("Lindnhold") else {
      Issue.record("Lindnhold is found")
      return
    }
    #expect(nearest.contains("lindenholt"))
  }

  @Test func `a place that is not in the named region leaves the region, and is flagged`() throws {
    let location = try found("Mill Cross", in: "Costañera")
    #expect(location.region?.text == "CO")
    #expect(location.method == .region)
    #expect(location.warnings.map(\.kind) == [.outsideNamedRegion])
  }

  @Test(arguments: [
    ("department of Aldermoor", "AL"), ("Aldermoor department", "AL"), ("province of Brisca", "BRS"),
    ("Costanera Department", "CO"), ("distrito de Las Dunas", "CON2"), ("the Dunes", "CON2"),
  ])
  func `a region named as such is a point with a radius that holds it`(text: String, code: String) throws {
    let location = try found(text)
    #expect(location.method == .region)
    #expect(location.region?.text == code)
    let center = try #require(location.representativePoint)
    for place in locator.pack.places where place.region?.isInside(RegionCode(code)) == true {
      #expect(metres(center, place.coordinate) <= location.uncertainty.metres, "\(place.name)")
    }
  }

  // MARK: Said to be elsewhere

  @Test func `a point outside the named region is flagged`() throws {
    let location = try found("AR-1Ñ km 5", in: "Costañera/Puerto Cobre/Puerto Cobre")
    #expect(location.region?.text == "COS2")
    #expect(location.warnings.map(\.kind) == [.outsideNamedRegion])
  }

  @Test func `an unknown region is flagged and does not hide the place`() throws {
    let location = try found("AR-1Ñ km 5", in: "Atlantis")
    #expect(location.warnings.map(\.kind) == [.noRegionNamed, .spelling])
  }

  @Test func `words that nothing explains are named`() throws {
    let location = try found("Tern Bridge xyzzy")
    #expect(location.place == "Tern Bridge")
    #expect(location.warnings.map(\.detail) == ["nothing explains “xyzzy”"])
  }

  @Test(arguments: ["", " ", "?", "xyzzy plugh", "\u{0}", "-", "🚧"])
  func `nothing is unknown`(text: String) { #expect(locator.locate(text).status == .unknown) }
}
