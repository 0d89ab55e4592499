import Foundation
import Testing

/// Points of tables and GeoJSON files, told their regions or counted.
@Suite struct AssignTests {
  /// Two squares that share a border at 1° east; the second is written first.
  private static let regions = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"ubigeo": "02", "nombre": "Este, \\"la\\" otra"}, "geometry":
     {"type": "Polygon", "coordinates": [[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]}},
    {"type": "Feature", "properties": {"ubigeo": "01", "nombre": "Oeste"}, "geometry":
     {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}}]}
    """

  private struct Bench {
    let folder: TemporaryFolder
    let regions: URL

    init() throws {
      folder = try TemporaryFolder()
      regions = folder.file("regions.geojson")
      try AssignTests.regions.write(to: regions, atomically: true, encoding: .utf8)
    }

    func assign(_ table: String, _ options: [String] = []) throws -> Program.Answer {
      try assign(Data(table.utf8), options)
    }

    func assign(_ table: Data, _ options: [String] = []) throws -> Program.Answer {
      let file = folder.file("points.csv")
      try table.write(to: file)
      return try Program.run(
        ["assign", "points.csv", "--regions", "regions.geojson"] + options,
        in: folder.url
      )
    }
  }

  private static let table = """
    id,lon,lat,event_date,note
    1,0.5,0.5,2023-01-05,"a, b"
    2,1,0.5,2023-01-05,on the border
    3,1.5,0.5,2023-01-06,
    4,5,5,2023-01-06,"two
    lines"
    5,,,2023-01-06,nowhere
    6,west,0.5,2023-01-07,no number

    """

  @Test func `every row keeps its bytes and gains a code and a name`() throws {
    let answer = try Bench().assign(Self.table)
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(
      answer.output == """
        id,lon,lat,event_date,note,region_code,region_name
        1,0.5,0.5,2023-01-05,"a, b",01,Oeste
        2,1,0.5,2023-01-05,on the border,01,Oeste
        3,1.5,0.5,2023-01-06,,02,"Este, ""la"" otra"
        4,5,5,2023-01-06,"two
        lines",outside,
        5,,,2023-01-06,nowhere,unlocated,
        6,west,0.5,2023-01-07,no number,unreadable,

        """
    )
    #expect(
      answer.errors == """
        2 regions by ubigeo, named by nombre
        warning: points.csv:8:3: found “west”, expected a longitude from -180 to 180
        3 in a region + 1 outside + 1 without a position + 1 unreadable = 6 of 6 records

        """
    )
  }

  @Test func `counts name the day and the region, and none is lost`() throws {
    let answer = try Bench().assign(Self.table, ["--counts"])
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(
      answer.output == """
        day,code,name,count
        2023-01-05,01,Oeste,2
        2023-01-06,02,"Este, ""la"" otra",1
        2023-01-06,outside,,1
        2023-01-06,unlocated,,1
        2023-01-07,unreadable,,1

        """
    )
  }

  @Test func `a day that cannot be read is told, and counted without one`() throws {
    let answer = try Bench().assign(
      "date,x,y\n05/01/2023,0.5,0.5\n,0.5,0.5\n2023-01-05,0.5,0.5\n",
      ["--counts"]
    )
    #expect(answer.code == 0)
    #expect(answer.output == "day,code,name,count\n,01,Oeste,2\n2023-01-05,01,Oeste,1\n")
    #expect(answer.errors.contains("points.csv:2:1: found “05/01/2023”, expected a day such as 2023-01-05"))
    #expect(answer.errors.contains("2 records are counted without a day"))
  }

  @Test(arguments: [
    "date,longitude,latitude", "event_date,Longitude,LATITUDE", "SQLDATE,ActionGeo_Long,ActionGeo_Lat",
    "fecha,lng,lat", "day,x,y", "date_start,lon,lat",
  ])
  func `columns are known by the names that people use`(_ header: String) throws {
    let answer = try Bench().assign("\(header)\n2023-01-05,0.5,0.25\n", ["--counts"])
    #expect(answer.output == "day,code,name,count\n2023-01-05,01,Oeste,1\n", "\(answer.errors)")
  }

  @Test func `names can be chosen`() throws {
    let bench = try Bench()
    let table = "when,east,north,lon,lat\n20230105,0.5,0.5,5,5\n"
    let chosen = ["--longitude", "east", "--latitude", "NORTH"]
    #expect(
      try bench.assign(table, chosen + ["--date", "when", "--counts"]).output
        == "day,code,name,count\n2023-01-05,01,Oeste,1\n"
    )
    #expect(
      try bench.assign(table, chosen + ["--code", "nombre", "--name", "ubigeo", "--prefix", "adm"]).output
        == "when,east,north,lon,lat,adm_code,adm_name\n20230105,0.5,0.5,5,5,Oeste,01\n"
    )
  }

  @Test func `semicolons, tabs, CR LF, a byte order mark and blank lines are taken as they come`() throws {
    let bench = try Bench()
    let semicolons = try bench.assign("\u{FEFF}lon;lat;note\r\n0.5;0.5;\"a;b\"\r\n\r\n1.5;0.5;c,d\r\n")
    #expect(
      semicolons.output
        == "lon;lat;note;region_code;region_name\n0.5;0.5;\"a;b\";01;Oeste\n"
        + "1.5;0.5;c,d;02;\"Este, \"\"la\"\" otra\"\n"
    )
    let tabs = try bench.assign("lon\tlat\n0.5\t0.5")
    #expect(tabs.output == "lon\tlat\tregion_code\tregion_name\n0.5\t0.5\t01\tOeste\n")
  }

  @Test func `a bad row costs one message, not the run`() throws {
    let bench = try Bench()
    let table = """
      id,lon,lat
      1,0.5,0.5
      2,0.5
      3,0.5,0.5,more
      4,"0.5"x,0.5
      5,0.5,91
      6,"0,5","0,5"
      7,0.5,0.5

      """
    let answer = try bench.assign(table)
    #expect(answer.code == 0)
    #expect(
      answer.output.split(separator: "\n").map(String.init) == [
        "id,lon,lat,region_code,region_name", "1,0.5,0.5,01,Oeste", "5,0.5,91,unreadable,",
        "6,\"0,5\",\"0,5\",unreadable,", "7,0.5,0.5,01,Oeste",
      ]
    )
    let messages = [
      "points.csv:3:6: found 2 fields, expected 3 fields, as in the header",
      "points.csv:4:11: found 4 fields, expected 3 fields, as in the header",
      "points.csv:5:8: found “x”, expected a comma or the end of the line after a closing quotation mark",
      "points.csv:6:7: found “91”, expected a latitude from -90 to 90",
      "points.csv:7:3: found “0,5”, expected a longitude from -180 to 180 (decimals stand after a point",
      "3 records are no rows and are left out",
      "2 in a region + 0 outside + 0 without a position + 5 unreadable = 7 of 7 records",
    ]
    for message in messages { #expect(answer.errors.contains(message), "\(answer.errors)") }
    let strict = try bench.assign(table, ["--strict", "--output", "out.csv"])
    #expect(strict.code == 5)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.file("out.csv").path))
  }

  @Test func `of many bad rows the first are shown and all are counted`() throws {
    let rows = (1...50).map { "\($0),bad,0\n" }.joined()
    let answer = try Bench().assign("id,lon,lat\n" + rows)
    #expect(answer.errors.contains("points.csv:21:"))
    #expect(!answer.errors.contains("points.csv:22:"))
    #expect(answer.errors.contains("and 30 more like these"))
    #expect(answer.errors.contains("50 unreadable = 50 of 50 records"))
  }

  @Test func `text that is not UTF-8 is a bad row, and is told`() throws {
    var table = Data("name,lon,lat\n".utf8)
    table.append(Data([0x4E, 0xF3, 0x2C]))
    table.append(Data("0.5,0.5\nx,0.5,0.5\n".utf8))
    let answer = try Bench().assign(table)
    #expect(answer.output.hasSuffix("\nx,0.5,0.5,01,Oeste\n"))
    #expect(answer.errors.contains("points.csv:2:2: found the byte 0xF3, expected text in UTF-8"))
  }

  @Test func `what cannot be read is one clear line`() throws {
    let bench = try Bench()
    for (table, options, words) in [
      ("", [], "an empty file"), ("\n\n", [], "an empty file"),
      (
        "id,where\n1,2\n", [],
        "expected a column of longitudes, such as “longitude” (name it with --longitude)"
      ),
      ("lon,lat\n1,2\n", ["--counts"], "expected a column of dates, such as “date”"),
      ("lon,lat\n1,2\n", ["--latitude", "north"], "expected a column “north”"),
      (
        "lon,lat,region_code\n1,2,3\n", [],
        "points.csv:1: found “region_code”, expected no column of that name"
      ),
      ("lon,lat,lon\n1,2,3\n", [], "found “lon”, expected each column once"),
      ("{\"type\": \"Feature\"}", [], "expected the type “FeatureCollection”"),
      ("{\"type\": \"FeatureCollection\", \"features\": [{\"type\": ", [], "points.csv"),
      ("lon,lat\n1,2\n", ["--code", "codigo"], "expected a property “codigo”"),
    ] {
      let answer = try bench.assign(table, options)
      #expect(answer.code == 2, "\(table)")
      #expect(answer.errors.contains(words), "\(answer.errors)")
      #expect(answer.errors.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 1)
    }
    let folder = try Program.run(["assign", ".", "--regions", "regions.geojson"], in: bench.folder.url)
    #expect(folder.code == 2 && folder.errors.contains("found a folder"))
    let nothing = try Program.run(["assign", "no.csv", "--regions", "regions.geojson"], in: bench.folder.url)
    #expect(nothing.code == 2 && nothing.errors.contains("no.csv"))
  }

  @Test func `features gain two properties and stay as they were`() throws {
    let bench = try Bench()
    let points = """
      {"type": "FeatureCollection", "name": "events", "features": [
      {"type": "Feature", "id": 7, "properties": {"a": 1.50, "event_date": "2023-01-05T10:00"},
       "geometry": {"type": "Point", "coordinates": [0.5, 0.5]}},
      {"geometry": {"coordinates": [5, 5], "type": "Point"}, "type": "Feature", "properties": {}},
      {"type": "Feature", "properties": null, "geometry": null},
      {"type": "Feature", "properties": {"b": "}]"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}}
      ], "more": [1]}
      """
    let answer = try bench.assign(points)
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(
      answer.output == """
        {"type": "FeatureCollection", "name": "events", "features": [
        {"type": "Feature", "id": 7, "properties": {"a": 1.50, "event_date": "2023-01-05T10:00","region_code":"01","region_name":"Oeste"},
         "geometry": {"type": "Point", "coordinates": [0.5, 0.5]}},
        {"geometry": {"coordinates": [5, 5], "type": "Point"}, "type": "Feature", "properties": {"region_code":"outside","region_name":null}},
        {"type": "Feature", "properties": {"region_code":"unlocated","region_name":null}, "geometry": null},
        {"type": "Feature", "properties": {"b": "}]","region_code":"unreadable","region_name":null}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}}
        ], "more": [1]}
        """
    )
    #expect(answer.errors.contains("points.csv:6:60: found a geometry that is no point, expected a Point"))
    let counts = try bench.assign(points, ["--counts"])
    #expect(counts.output.contains("2023-01-05,01,Oeste,1\n"))
    #expect(counts.output.contains("\n,outside,,1\n,unlocated,,1\n,unreadable,,1\n"))
  }

  @Test func `standard input is read, and regions come from the country pack where none are named`() throws {
    let answer = try Program.run(
      ["assign", "-", "--data", Program.arcadia.path],
      input: "lon,lat\n0,0\n"
    )
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output == "lon,lat,region_code,region_name\n0,0,outside,\n")
  }

  @Test func `a file that is larger than a piece comes out whole and in order`() throws {
    let bench = try Bench()
    var table = "id,lon,lat,note\n"
    var expected = "id,lon,lat,note,region_code,region_name\n"
    for row in 0..<60_000 {
      // Quoted line breaks, so that pieces cannot be cut at any line.
      let text = "\(row),\(Double(row % 30) / 10),0.5,\"a \"\"long\"\" note,\nof two lines\""
      table += text + "\n"
      let code = row % 30 <= 10 ? "01,Oeste" : row % 30 <= 20 ? "02,\"Este, \"\"la\"\" otra\"" : "outside,"
      expected += text + "," + code + "\n"
    }
    table += "x,bad,0.5,\n"
    expected += "x,bad,0.5,,unreadable,\n"
    let answer = try bench.assign(table)
    #expect(answer.output == expected)
    #expect(answer.errors.contains("points.csv:120002:3: found “bad”"), "\(answer.errors)")
  }

  @Test func `an outline whose rings cross is repaired, and told`() throws {
    let folder = try TemporaryFolder()
    try """
    {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "bow", "properties": {}, "geometry":
    {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}}]}
    """.write(to: folder.file("r.geojson"), atomically: true, encoding: .utf8)
    let answer = try Program.run(
      ["assign", "-", "--regions", "r.geojson"],
      in: folder.url,
      input: "lon,lat\n1.9,1\n1,1.9\n"
    )
    #expect(answer.output == "lon,lat,region_code,region_name\n1.9,1,bow,\n1,1.9,outside,\n")
    #expect(answer.errors.contains("the outline of bow was repaired: Self-intersection"))
  }
}
