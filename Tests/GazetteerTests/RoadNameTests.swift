import Gazetteer
import Geo
import GeoFormats
import TestSupport
import Testing

/// Codes, names and parts of roads.
@Suite struct RoadNameTests {
  let locator: Locator

  init() throws { locator = try Locator(try Packs.arcadia()) }

  @Test(arguments: [
    ("AR-7 km 20", "AR-7"), ("AR 7 km 20", "AR 7"), ("km 20 of the AR-7", "AR-7"), ("AR7 20", "AR7"),
    ("N17 km 20", "N17"),
  ])
  func `a kilometre of a code that no route bears says so`(text: String, code: String) {
    guard case .unknown(let reason, let nearest) = locator.locate(text) else {
      Issue.record("\(text) is found")
      return
    }
    #expect(reason == "no route has the code “\(code)”")
    #expect(code == "N17" || nearest.first == "AR-1")
  }

  @Test(arguments: ["km 20", "km 20 in Brisca", "Lighthouse Road km 20"])
  func `a kilometre without a code still lacks its highway`(text: String) {
    guard case .unknown(let reason, _) = locator.locate(text) else {
      Issue.record("\(text) is found")
      return
    }
    #expect(reason == "a kilometre without its highway")
  }

  @Test(arguments: [
    ("AR-1 Shore Drive km 30", []), ("AR-1 km 30", []), ("AR-1 xyzzy km 30", ["nothing explains “xyzzy”"]),
  ])
  func `the longest name wins over the code that begins it`(text: String, unread: [String]) throws {
    let locator = try Locator(try pack(with: "AR-1 Shore Drive,en,route,AR-1,,"))
    let location = try #require(locator.locate(text, in: "Brisca").location)
    #expect(location.kilometre == 30)
    #expect(location.warnings.filter { $0.kind == .unreadWords }.map(\.detail) == unread)
  }

  private func pack(with alias: String, columns: String = "alias,language,kind,target,region,note") throws
    -> CountryPack
  {
    let copy = try PackCopy()
    try copy.write("\(columns)\n\(alias)\n", to: "aliases.csv")
    return try copy.read()
  }

  private static let columns = "alias,language,kind,target,region,from_km,to_km,note"

  @Test func `an alias with kilometres is that part of its route`() throws {
    let pack = try pack(with: "Quay Mile,en,route,AR-1,,40,45,", columns: Self.columns)
    let locator = try Locator(pack)
    let whole = try #require(locator.locate("Quay Mile").location)
    guard case .lineString(let line) = whole.geometry else {
      Issue.record("no line")
      return
    }
    #expect(abs(Geodesic.wgs84.length(of: line).kilometres - 5) < 0.05)
    #expect((whole.route, whole.routeName) == ("AR-1", "Quay Mile"))
    #expect(whole.region?.text == "COS1")
    // The kilometres are the route's own, and only those of the part.
    #expect(locator.locate("Quay Mile km 44").location?.route == "AR-1")
    #expect(locator.locate("Quay Mile km 10").status == .unknown)
    #expect(locator.locate("Quay Mile in Aldermoor").status == .unknown)
    // The route itself is as long as ever, and not called by its part.
    let route = try #require(locator.locate("AR-1").location)
    #expect(route.uncertainty > .kilometres(25))
    #expect(route.routeName == "CARRETERA DE LA COSTA")
    #expect(pack.routes.count == (try Packs.arcadia()).routes.count)
  }

  @Test(arguments: [
    // The road that bears the name everywhere is meant where nothing else is told.
    ("Main Road km 20", nil, "AR-1"), ("Main Road", nil, "AR-1"), ("Main Road km 13", "Highmoor", "AR-1N"),
    // A town on one of them decides; at one where both meet, the usual one is meant.
    ("Main Road, Ñandú", nil, "AR-1N"), ("Main Road, Tern Bridge", nil, "AR-2"),
    ("Main Road, Brisca", nil, "AR-1"),
    // In a region where a road is not meant so, it is none of those that are.
    ("Main Road km 30", "Costañera", "AR-1"),
  ])
  func `a road that is meant in some regions only stands behind the one that is meant everywhere`(
    text: String,
    region: String?,
    route: String
  ) throws {
    let rows = ["AR-2,BR", "AR-1,", "AR-1N,AL|BR"].map { "Main Road,en,route,\($0)," }.joined(separator: "\n")
    let locator = try Locator(try pack(with: rows))
    let location = try #require(locator.locate(text, in: region).location)
    #expect(location.route == route)
  }

  @Test func `a name that means roads of other regions only is unknown, and says so`() throws {
    let locator = try Locator(
      try pack(with: "Main Road,en,route,AR-2,BR,\nMain Road,en,route,AR-1N,AL,")
    )
    guard case .unknown(let reason, _) = locator.locate("Main Road", in: "Costañera") else {
      Issue.record("it is found")
      return
    }
    #expect(reason == "no road of that name is meant in Costañera")
  }

  @Test(
    arguments: [
      "Quay Mile,en,route,AR-1,,40,1️⃣400,", "Quay Mile,en,route,AR-1,,1️⃣60,70,",
      "Quay Mile,en,route,AR-1,,40,1️⃣40,", "Quay Mile,en,route,AR-1,,40,1️⃣,",
      "Quay Mile,en,route,AR-1,,1️⃣x,40,", "Quay Mile,en,region,BR,,1️⃣40,45,",
      "Quay Mile,en,route,1️⃣AR-9,,40,45,",
    ] as [MarkedText]
  )
  func `kilometres that no part of the route has are refused with their place`(row: MarkedText) throws {
    let copy = try PackCopy()
    try copy.write("\(Self.columns)\n\(row.text)\n", to: "aliases.csv")
    let mark = try #require(row.marks[1])
    let expected = InputLocation(file: copy("aliases.csv"), line: 2, column: mark.column)
    let error = #expect(throws: InputError.self) { try copy.read() }
    #expect(error?.location == expected)
  }

  @Test func `the name of the table of routes is shown before any alias`() throws {
    let copy = try PackCopy()
    try copy.replace(
      line: 1,
      of: "routes.csv",
      with: "route,start_km,end_km,name,names_in_bulletins"
    )
    for (line, row) in [
      (2, "AR-1,0,56.374,Southern Trunk Road,CARRETERA DE LA COSTA"),
      (3, "AR-1N,0,36.869,,CARRETERA DEL PARAMO"), (4, "AR-2,0,33.312,,"), (5, "AR-1Ñ,0,13.853,,"),
    ] { try copy.replace(line: line, of: "routes.csv", with: row) }
    let pack = try copy.read()
    #expect(
      pack.routes.map { "\($0.code): \($0.displayName)" } == [
        "AR-1: Southern Trunk Road", "AR-1N: Moor Road", "AR-1Ñ: AR-1Ñ", "AR-2: AR-2",
      ]
    )
    #expect(try Locator(pack).locate("Southern Trunk Road km 30").location?.route == "AR-1")
  }

  @Test(arguments: [
    ("the road from the department of Costañera to Brisca", "Puerto Cobre to Brisca"),
    ("the road between Costañera and Brisca Alta", "Puerto Cobre to Brisca Alta"),
  ])
  func `a region as the end of a road is its capital`(text: String, ends: String) throws {
    #expect(try #require(locator.locate(text).location).place == ends)
  }

  @Test(arguments: [
    "the AR-1 from Brisca to Xyzzy", "AR-1 between Xyzzy and Brisca", "the road from Brisca to Xyzzy",
  ])
  func `a section with an unknown end is unknown, and says which`(text: String) {
    guard case .unknown(let reason, _) = locator.locate(text) else {
      Issue.record("\(text) is found")
      return
    }
    #expect(reason.contains("“Xyzzy”"))
  }

  @Test func `a misspelt end is the place spelt nearly so, and flagged`() throws {
    let location = try #require(locator.locate("the AR-1 from Brisca to Oakenfort").location)
    #expect(location.place == "Brisca to Oakenford")
    #expect(location.warnings.map(\.kind) == [.spelling])
  }

  @Test func `a junction of two routes is where they meet`() throws {
    let location = try #require(locator.locate("AR-1/AR-2 junction").location)
    // AR-2 begins at Cuatro Caminos.
    #expect(metres(try #require(location.representativePoint), at(160.29289, 30.09163)) < 1000)
    #expect(locator.locate("AR-1N/AR-1Ñ junction").status == .unknown)
    // Without the word for a junction the second one is left over, and said so.
    #expect(
      locator.locate("AR-1, AR-2").location?.warnings.contains { $0.detail == "nothing explains “AR-2”" }
        == true
    )
  }
}
