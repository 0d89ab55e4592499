import Gazetteer
import GeoFormats
import TestSupport
import Testing

/// What is said of a country pack with one thing wrong in it. The keycap marks the place.
@Suite struct BadPackTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var file: String
    var line: Int
    var text: MarkedText
    var found: String
    var expected: String

    init(_ file: String, _ line: Int, _ text: MarkedText, found: String, expected: String) {
      (self.file, self.line, self.text, self.found, self.expected) = (file, line, text, found, expected)
    }

    var testDescription: String { "\(file): \(text.text)" }
  }

  static let tables = [
    "country.csv", "region-codes.csv", "departments.geojson", "routes.csv", "kilometre-posts.csv",
    "chainage-equations.csv", "place-kinds.csv", "places.csv", "aliases.csv", "languages/en.csv",
  ]

  private func error(of copy: PackCopy) throws -> InputError {
    try #require(throws: InputError.self) { try copy.read() }
  }

  @Test(arguments: tables)
  func `a table that is missing is named`(file: String) throws {
    let copy = try PackCopy()
    try copy.remove(file)
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy(file)))
    #expect(error.expected == "a file that can be read")
  }

  @Test(arguments: tables)
  func `a table that is empty is named`(file: String) throws {
    let copy = try PackCopy()
    try copy.write("", to: file)
    #expect(try error(of: copy).location.file == copy(file))
  }

  @Test(arguments: tables)
  func `a byte that is no text is named with its line and column`(file: String) throws {
    let copy = try PackCopy()
    var bytes = try InputFile.bytes(at: copy(file))
    // The third byte of the second line.
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 3
    bytes[place] = 0xFF
    try copy.write(bytes, to: file)
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy(file), line: 2, column: 3))
    #expect(error.found == "the byte 0xFF")
  }

  @Test(arguments: tables.filter { $0.hasSuffix(".csv") })
  func `an unknown column is named`(file: String) throws {
    let copy = try PackCopy()
    let header = try #require(try copy.text(of: file).split(separator: "\n").first)
    try copy.replace(line: 1, of: file, with: header + ",colour")
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy(file), line: 1, column: header.count + 2))
    #expect(error.found == "colour")
    #expect(error.expected.hasPrefix("one of the columns "))
  }

  @Test(arguments: tables.filter { $0.hasSuffix(".csv") })
  func `a cell that a spreadsheet would run is refused`(file: String) throws {
    let copy = try PackCopy()
    let columns = try #require(try copy.text(of: file).split(separator: "\n").first).split(separator: ",")
      .count
    try copy.replace(line: 2, of: file, with: "=1+1" + String(repeating: ",", count: columns - 1))
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy(file), line: 2, column: 1))
    #expect(error.found == "=1+1")
    #expect(error.expected == "a plain value, not a spreadsheet formula")
  }

  static let faults = [
    // country.csv
    Fault(
      "country.csv",
      2,
      "1️⃣capital,Arcadia,",
      found: "capital",
      expected: "one of name, languages, iso_3166_1, utc_offset, presumed_days, outline_tolerance_km"
    ),
    Fault("country.csv", 3, "1️⃣name,Arcadia,", found: "name", expected: "each setting once"),
    Fault(
      "country.csv",
      4,
      "utc_offset,1️⃣10:30,",
      found: "10:30",
      expected: "an offset from UTC such as UTC-05:00"
    ),
    Fault(
      "country.csv",
      4,
      "utc_offset,1️⃣UTC+15:00,",
      found: "UTC+15:00",
      expected: "an offset from UTC such as UTC-05:00"
    ),
    Fault(
      "country.csv",
      4,
      "utc_offset,1️⃣UTC+10:60,",
      found: "UTC+10:60",
      expected: "an offset from UTC such as UTC-05:00"
    ),
    Fault(
      "country.csv",
      4,
      "utc_offset,1️⃣UTC+1é:00,",
      found: "UTC+1é:00",
      expected: "an offset from UTC such as UTC-05:00"
    ),
    Fault(
      "country.csv",
      4,
      "utc_offset,1️⃣UTC--1:00,",
      found: "UTC--1:00",
      expected: "an offset from UTC such as UTC-05:00"
    ),
    Fault(
      "country.csv",
      6,
      "presumed_days,1️⃣three,",
      found: "three",
      expected: "a number of days from 0 to 3650"
    ),
    Fault(
      "country.csv",
      7,
      "outline_tolerance_km,1️⃣-1,",
      found: "-1",
      expected: "a distance in kilometres from 0 to 1000"
    ),
    // region-codes.csv
    Fault(
      "region-codes.csv",
      3,
      "ALS,1️⃣county,Aldermoor,,",
      found: "county",
      expected: "one of department, province, district"
    ),
    Fault("region-codes.csv", 3, "1️⃣AL,province,Aldermoor,,", found: "AL", expected: "each code once"),
    Fault("region-codes.csv", 3, "ALS,province,1️⃣,,", found: "", expected: "a value for “name”"),
    Fault(
      "region-codes.csv",
      23,
      "1️⃣NA,district,Nowhere,,",
      found: "NA",
      expected: "the code of a district, which begins with its province's code"
    ),
    Fault(
      "region-codes.csv",
      23,
      "1️⃣AL9,district,Nowhere,,",
      found: "AL9",
      expected: "the code of a district, which begins with its province's code"
    ),
    Fault(
      "region-codes.csv",
      23,
      "1️⃣ALX,department,Nowhere,,",
      found: "ALX",
      expected: "the code of a department, which begins with no other region's code"
    ),
    // routes.csv
    Fault("routes.csv", 3, "1️⃣AR-1,0,36.869,,", found: "AR-1", expected: "each route once"),
    Fault("routes.csv", 3, "AR-1N,1️⃣zero,36.869,,", found: "zero", expected: "a kilometre from 0 to 100000"),
    Fault(
      "routes.csv",
      3,
      "AR-1N,0,1️⃣-1,,",
      found: "-1",
      expected: "a kilometre not below start_km from 0 to 100000"
    ),
    Fault(
      "routes.csv",
      3,
      "AR-1N,1️⃣1,36.869,,",
      found: "1",
      expected: "the kilometre of the route's first post, 0.0"
    ),
    Fault(
      "routes.csv",
      3,
      "AR-1N,0,1️⃣38,,",
      found: "38",
      expected: "the kilometre of the route's last post, 36.869"
    ),
    // kilometre-posts.csv
    Fault(
      "kilometre-posts.csv",
      4,
      "1️⃣AR-9,2,160.03,30.09,ALS1",
      found: "AR-9",
      expected: "a route of routes.csv"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,1️⃣two,160.03,30.09,ALS1",
      found: "two",
      expected: "a kilometre from 0 to 100000"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,1️⃣-2,160.03,30.09,ALS1",
      found: "-2",
      expected: "a kilometre from 0 to 100000"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,2,1️⃣nan,30.09,ALS1",
      found: "nan",
      expected: "a longitude from -180 to 180"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,2,160.03,1️⃣95,ALS1",
      found: "95",
      expected: "a latitude from -90 to 90"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,2,160.03,30.09,1️⃣XX",
      found: "XX",
      expected: "a code of region-codes.csv, or nothing"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,2,160.03,30.091️⃣",
      found: "4 fields",
      expected: "5 fields, as in the header"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,1️⃣1,160.03,30.09,ALS1",
      found: "1",
      expected: "each kilometre of AR-1 once"
    ),
    Fault(
      "kilometre-posts.csv",
      4,
      "AR-1,1️⃣0.5,160.03,30.09,ALS1",
      found: "0.5",
      expected: "a kilometre of AR-1 above 1.0, the one before it"
    ),
    // chainage-equations.csv
    Fault(
      "chainage-equations.csv",
      2,
      "1️⃣AR-9,20,45,-3,0.2,8",
      found: "AR-9",
      expected: "a route of routes.csv"
    ),
    Fault(
      "chainage-equations.csv",
      2,
      "AR-1,45,1️⃣20,-3,0.2,8",
      found: "20",
      expected: "a kilometre not below posted_from_km from 45 to 100000"
    ),
    Fault(
      "chainage-equations.csv",
      2,
      "AR-1,20,45,-3,1️⃣-0.2,8",
      found: "-0.2",
      expected: "half a range in kilometres from 0 to 1000"
    ),
    Fault(
      "chainage-equations.csv",
      2,
      "AR-1,20,45,-3,0.2,1️⃣0",
      found: "0",
      expected: "a number of observations from 1 to 1000000000"
    ),
    // place-kinds.csv
    Fault(
      "place-kinds.csv",
      3,
      "1️⃣department capital,2,3000,",
      found: "department capital",
      expected: "each kind once"
    ),
    Fault("place-kinds.csv", 3, "province capital,1️⃣0,3000,", found: "0", expected: "a rank from 1 to 100"),
    Fault(
      "place-kinds.csv",
      3,
      "province capital,2,1️⃣0,",
      found: "0",
      expected: "a radius in metres from 1 to 1000000"
    ),
    // places.csv
    Fault(
      "places.csv",
      2,
      "Aldermoor,1️⃣metropolis,160.045,30.095,ALS1,",
      found: "metropolis",
      expected: "a kind of place-kinds.csv"
    ),
    Fault("places.csv", 2, "1️⃣,airport,160.045,30.095,ALS1,", found: "", expected: "a value for “name”"),
    Fault(
      "places.csv",
      2,
      "Aldermoor,airport,160.045,30.095,1️⃣01,",
      found: "01",
      expected: "a code of region-codes.csv, or nothing"
    ),
    // aliases.csv
    Fault(
      "aliases.csv",
      2,
      "Ring Road,en,1️⃣road,AR-1,,",
      found: "road",
      expected: "route, corridor, place or region"
    ),
    Fault(
      "aliases.csv",
      2,
      "Ring Road,en,route,1️⃣AR-9,,",
      found: "AR-9",
      expected: "what the other tables have by that name or code"
    ),
    Fault(
      "aliases.csv",
      2,
      "Ring Road,en,corridor,1️⃣AR-1|AR-9,,",
      found: "AR-1|AR-9",
      expected: "what the other tables have by that name or code"
    ),
    Fault(
      "aliases.csv",
      2,
      "Ring Road,en,place,1️⃣Oakenford,CO,",
      found: "Oakenford",
      expected: "what the other tables have by that name or code"
    ),
    Fault("aliases.csv", 2, "Ring Road,en,place,Oakenford,1️⃣,", found: "", expected: "a value for “region”"),
    Fault(
      "aliases.csv",
      2,
      "Ring Road,en,route,AR-1,1️⃣BR|XX,",
      found: "BR|XX",
      expected: "codes of region-codes.csv joined by bars, or nothing"
    ),
    Fault(
      "aliases.csv",
      2,
      "Ring Road,en,region,1️⃣XX,,",
      found: "XX",
      expected: "what the other tables have by that name or code"
    ),
    // languages/en.csv
    Fault("languages/en.csv", 2, "kilometre,1️⃣", found: "", expected: "a value for “word”"),
  ]

  @Test(arguments: faults)
  func `one thing wrong is one error with its file, line and column`(fault: Fault) throws {
    let copy = try PackCopy()
    try copy.replace(line: fault.line, of: fault.file, with: fault.text.text)
    let error = try error(of: copy)
    var location = fault.text.location(in: copy(fault.file))
    location.line = fault.line
    #expect(error.location == location)
    #expect(error.found == fault.found)
    #expect(error.expected == fault.expected)
  }

  @Test(arguments: ["verb,km", "kind:castle,castle", "kind,bridge", "kind:,bridge"])
  func `a role that is none is refused with the list of roles`(row: String) throws {
    let copy = try PackCopy()
    try copy.replace(line: 2, of: "languages/en.csv", with: row)
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy("languages/en.csv"), line: 2, column: 1))
    #expect(error.expected.contains("kilometre, number, range, between"))
  }

  @Test func `a setting left out is named`() throws {
    let copy = try PackCopy()
    try copy.replace(line: 4, of: "country.csv", with: "")
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy("country.csv")))
    #expect(error.found == "no setting utc_offset")
  }

  @Test func `a column left out is named`() throws {
    let copy = try PackCopy()
    let text = try copy.text(of: "places.csv").replacing("longitude,", with: "", maxReplacements: 1)
    try copy.write(text, to: "places.csv")
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy("places.csv"), line: 1))
    #expect(error.expected == "a column “longitude”")
  }

  @Test func `a route with one post is named in the table of routes`() throws {
    let copy = try PackCopy()
    try copy.replace(line: 6, of: "routes.csv", with: "AR-3,0,0,,")
    try copy.replace(line: 148, of: "kilometre-posts.csv", with: "AR-3,0,160.1,30.1,ALS1")
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy("routes.csv"), line: 6, column: 1))
    #expect(error.found == "AR-3 with only one post in kilometre-posts.csv")
    #expect(error.expected == "at least two posts")
  }

  @Test(
    arguments: [
      ("-160.045,30.095", "the longitude's sign seems lost"),
      ("160.045,-30.095", "the latitude's sign seems lost"),
      ("-160.045,-30.095", "both signs seem lost"), ("16.0045,30.095", nil),
    ] as [(String, String?)]
  )
  func `a position far from the country is refused, with a guess why`(position: String, hint: String?) throws
  {
    for (file, line, row, column) in [
      ("places.csv", 2, "Aldermoor,airport,\(position),ALS1,", 19),
      ("kilometre-posts.csv", 4, "AR-1,2,\(position),ALS1", 8),
    ] {
      let copy = try PackCopy()
      try copy.replace(line: line, of: file, with: row)
      let error = try error(of: copy)
      #expect(error.location == InputLocation(file: copy(file), line: line, column: column))
      #expect(error.expected.hasPrefix("a position in the country: longitude 159."))
      #expect(error.hint == hint)
    }
  }

  // MARK: Outlines

  private func outline(_ code: String, _ geometry: String) -> String {
    """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"ubigeo": "\(code)"}, "geometry": \(geometry)}
    ]}
    """
  }

  @Test func `a ring that is not closed is refused`() throws {
    let copy = try PackCopy()
    let ring = #"{"type": "Polygon", "coordinates": [[[160, 30], [160.2, 30], [160.2, 30.4], [160, 30.4]]]}"#
    try copy.write(outline("AL", ring), to: "departments.geojson")
    let error = try error(of: copy)
    #expect(error.location.file == copy("departments.geojson"))
    #expect(error.location.line == 2)
    #expect(error.found == "a ring that is not closed")
  }

  @Test func `an outline of no known region is refused`() throws {
    let copy = try PackCopy()
    let ring = #"{"type": "Polygon", "coordinates": [[[160, 30], [160.2, 30], [160.2, 30.4], [160, 30]]]}"#
    try copy.write(outline("XX", ring), to: "departments.geojson")
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy("departments.geojson"), line: 2, column: 1))
    #expect(error.expected == "a property ubigeo with a code of region-codes.csv")
  }

  @Test(arguments: [#"{"type": "Point", "coordinates": [160, 30]}"#, "null"])
  func `an outline that is no polygon is refused`(geometry: String) throws {
    let copy = try PackCopy()
    try copy.write(outline("AL", geometry), to: "departments.geojson")
    let error = try error(of: copy)
    #expect(error.location == InputLocation(file: copy("departments.geojson"), line: 2, column: 1))
    #expect(error.expected == "a Polygon or a MultiPolygon")
  }
}
