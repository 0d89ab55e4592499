import Geo
import GeoFormats
import TestSupport
import Testing

enum PlaceColumn: String, CSVColumn {
  case name, longitude, latitude, population, note
  static let optional: Set<Self> = [.population, .note]
}

@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws -> [CSVRow<PlaceColumn>] {
    try rows(Array(text.utf8))
  }

  private func rows(_ bytes: [UInt8]) throws -> [CSVRow<PlaceColumn>] {
    var reader = try CSVReader<PlaceColumn>(bytes, file: "places.csv")
    var rows: [CSVRow<PlaceColumn>] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// Reads every cell as its column wants it.
  private func load(_ bytes: [UInt8]) throws {
    for row in try rows(bytes) {
      _ = try row.text(.name)
      _ = try row.coordinate(longitude: .longitude, latitude: .latitude)
      _ = try row.optionalInt(.population, in: 0...10_000_000, as: "a population")
    }
  }

  @Test func `cells are found by column, whatever their order`() throws {
    let rows = try rows("latitude,name,longitude\n-14.07,Ica,-75.73\n")
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    #expect(row[.name] == "Ica")
    #expect(try row.double(.latitude) == -14.07)
    #expect(
      try row.coordinate(longitude: .longitude, latitude: .latitude)
        == Coordinate(longitude: -75.73, latitude: -14.07)
    )
    #expect(row.optionalText(.note) == nil)
    #expect(try row.optionalInt(.population) == nil)
    #expect(row.location(of: .longitude).description == "places.csv:2:12")
    #expect(row.location(of: .note).description == "places.csv:2")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `line ends, blank lines, a byte order mark and a missing last line break make no difference`(
    _ end: String
  ) throws {
    let text = ["\u{FEFF}name,longitude,latitude", "", "Ica,1,2", "", "", "Puno,3,4"].joined(separator: end)
    let rows = try rows(text)
    #expect(rows.map { $0[.name] } == ["Ica", "Puno"])
    #expect(rows.map(\.line) == [3, 6])
    #expect(try rows.map { row in try row.int(.latitude) } == [2, 4])
  }

  @Test func `quoted fields hold commas, line breaks and doubled quotation marks`() throws {
    let rows = try rows("name,longitude,latitude\n\"a,b\n\"\"c\"\"\",\"1\",2\nd,3,4\n")
    #expect(rows[0][.name] == "a,b\n\"c\"")
    #expect(try rows[0].double(.longitude) == 1)
    #expect(rows[0].location(of: .name).description == "places.csv:2:1")
    #expect(rows[0].location(of: .latitude).description == "places.csv:3:12")
    #expect(rows[1].line == 4)
    #expect(rows[0].withBytes(of: .name) { Array($0) } == Array("a,b\n\"c\"".utf8))
  }

  @Test(
    arguments: [
      ("1️⃣", "found an empty file, expected a line with the columns name"),
      ("name,1️⃣lngitude,latitude\n", "(did you mean “longitude”?)"),
      ("name,longitude,latitude,1️⃣zzz\n", "found “zzz”, expected one of the columns name, longitude"),
      ("name,longitude,latitude,1️⃣name\n", "found “name”, expected each column once"),
      ("1️⃣name;longitude;latitude\n", "separated by commas, not semicolons"),
      ("name,longitude,latitude\nIca,1️⃣x,0\n", "found “x”, expected a longitude from -180 to 180"),
      ("name,longitude,latitude\nIca,0,1️⃣91\n", "found “91”, expected a latitude from -90 to 90"),
      ("name,longitude,latitude\nIca,0,1️⃣nan\n", "found “nan”, expected a latitude"),
      ("name,longitude,latitude\nIca,0,1️⃣0x1\n", "found “0x1”, expected a latitude"),
      ("name,longitude,latitude\nIca,1️⃣ 1,0\n", "(take out the spaces around it)"),
      ("name,longitude,latitude\nIca,1️⃣\"1,5\",0\n", "(decimals stand after a point, not a comma)"),
      ("name,longitude,latitude\n1️⃣,0,0\n", "found nothing, expected a value for “name”"),
      ("name,longitude,latitude,population\nIca,0,0,1️⃣1.5\n", "expected a population from 0 to 10000000"),
      ("name,longitude,latitude,population\nIca,0,0,1️⃣-1\n", "found “-1”, expected a population"),
      (
        "name,longitude,latitude\nÑaña é,1,2\nIca,11️⃣\n", "found 2 fields, expected 3 fields, as in the header"
      ),
      ("name,longitude,latitude\nIca,1,2,1️⃣3\n", "found 4 fields, expected 3 fields, as in the header"),
      ("name,longitude,latitude\nIca,1️⃣\"1,2\nPuno,3,4\n", "found a quoted field that never ends"),
      ("name,longitude,latitude\nI1️⃣\"ca\",1,2\n", "found a quotation mark inside a field"),
      ("name,longitude,latitude\n\"Ica\"1️⃣x,1,2\n", "found “x”, expected a comma or the end of the line"),
      ("name,longitude,latitude\nIca1️⃣\rPuno,1,2\n", "found “\\r”, expected a line break"),
      (
        "name,longitude,latitude\n1️⃣=1+1,1,2\n",
        "found “=1+1”, expected a plain value, not a spreadsheet formula"
      ),
      ("name,longitude,latitude\n1️⃣\"=1+1\",1,2\n", "not a spreadsheet formula"),
      ("name,longitude,latitude\n1️⃣@SUM(A1),1,2\n", "not a spreadsheet formula"),
      ("name,longitude,latitude\nIca,1️⃣+cmd|x,2\n", "not a spreadsheet formula"),
      ("name,longitude,latitude\nIca,1️⃣-1+2,2\n", "not a spreadsheet formula"),
      ("name,longitude,latitude\n1️⃣\tx,1,2\n", "not a spreadsheet formula"),
      ("name,longitude,latitude\n1️⃣\"\rx\",1,2\n", "not a spreadsheet formula"),
      ("name,longitude,latitude\n\"\né\"1️⃣x,1,2\n", "found “x”"),
      ("name,longitude,latitude\nI1️⃣\0,1,2\n", "found a NUL byte, expected text"),
    ] as [(MarkedText, String)]
  )
  func `a fault is reported where it stands`(_ input: MarkedText, _ message: String) throws {
    let error = try #require(throws: InputError.self) { try load(input.bytes) }
    #expect(error.location == input.location(in: "places.csv"))
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test func `a missing column is named`() throws {
    let error = try #require(throws: InputError.self) { try load(Array("name,latitude\n".utf8)) }
    #expect(
      "\(error)" == "places.csv:1: found only the columns name, latitude, expected a column “longitude”"
    )
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
      [0x80], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]]
  )
  func `bytes that are no UTF-8 are reported where they stand`(_ bytes: [UInt8]) throws {
    let table = Array("name,longitude,latitude\nÑaña,1,2\nÑ".utf8) + bytes + Array(",1,2\n".utf8)
    var reader = try CSVReader<PlaceColumn>(table, file: "places.csv")
    #expect(try reader.next()?[.name] == "Ñaña")
    let error = try #require(throws: InputError.self) { try reader.next() }
    #expect(
      "\(error)".hasPrefix("places.csv:3:2: found the byte 0x\(String(bytes[0], radix: 16, uppercase: true))")
    )
  }

  @Test(arguments: ["+5", "-5", "-.5", "+1e3", "-", "+", "a=1", "'=1"])
  func `plain values may begin with a sign`(_ cell: String) throws {
    #expect(try rows("name,longitude,latitude\n\(cell),1,2\n")[0][.name] == cell)
  }

  @Test func `reading goes on after a faulty row`() throws {
    let text = "name,longitude,latitude\nA,1\nB,1,2\n=C,1,2\nD,\"1\"x,2\nE,1,2\nF,\"\n"
    var reader = try CSVReader<PlaceColumn>(Array(text.utf8), file: "places.csv")
    var names: [String] = []
    var faults: [String] = []
    while true {
      do {
        guard let row = try reader.next() else { break }
        names.append(row[.name])
      } catch {
        faults.append("\(error.location)")
      }
    }
    #expect(names == ["B", "E"])
    #expect(faults == ["places.csv:2:4", "places.csv:4:1", "places.csv:5:6", "places.csv:7:3"])
  }

  @Test func `rows keep their cells when others are read after them`() throws {
    let rows = try rows("name,longitude,latitude\nA,1,2\nBB,10,20\nCCC,100,50\n")
    #expect(rows.map { $0[.name] } == ["A", "BB", "CCC"])
    #expect(try rows.map { row in try row.double(.longitude) } == [1, 10, 100])
  }

  @Test func `random bytes give rows or errors, and an end`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<80, using: &random)
      let bytes =
        Array("name,longitude,latitude\n".utf8) + random.bytes(from: "a1.,,,\"\"\n\n\r=+- é\t", count: count)
      guard var reader = try? CSVReader<PlaceColumn>(bytes, file: "f") else {
        Issue.record("the header is good")
        return
      }
      var steps = 0
      while steps <= bytes.count {
        steps += 1
        do {
          guard let row = try reader.next() else { break }
          for column in PlaceColumn.allCases {
            _ = row[column]
            _ = row.location(of: column)
            _ = try? row.double(column)
            _ = try? row.int(column)
          }
        } catch {
          #expect((error.location.line ?? 0) > 1)
        }
      }
      #expect(steps <= bytes.count, "reading does not end")
    }
  }

  @Test func `a single column is read and written, empty cells included`() throws {
    enum Only: String, CSVColumn { case name }
    var writer = CSVWriter<Only>()
    for name in ["a", "", "b"] { writer.write([.name: name]) }
    var reader = try CSVReader<Only>(writer.bytes, file: "f")
    var names: [String] = []
    while let row = try reader.next() { names.append(row[.name]) }
    #expect(names == ["a", "", "b"])
  }
}
