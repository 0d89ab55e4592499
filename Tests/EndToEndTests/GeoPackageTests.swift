import Foundation
import GRDB
import Testing

/// The GeoPackage against the files that say the same.
@Suite struct GeoPackageTests {
  private static let feed = RoadAuthorityFeedTests.archive

  /// What is exported: the shipped country, the invented one, and the real feed where it lies beside the project.
  enum Source: String, CaseIterable, Sendable {
    case peru, arcadia, feed

    func export(to output: URL, _ arguments: [String] = [], in folder: TemporaryFolder) throws {
      var arguments = arguments
      switch self {
      case .peru: break
      case .arcadia: arguments += ["--cause", "all", "--data", Program.arcadia.path]
      case .feed:
        let ledger = folder.file("ledger.sqlite").path
        let added = try Program.run(["add", GeoPackageTests.feed, "--ledger", ledger])
        #expect(added.code == 0, "\(added.errors)")
        arguments += ["--ledger", ledger]
      }
      let answer = try Program.run(["export", "--output", output.path] + arguments)
      #expect(answer.code == 0, "\(answer.errors)")
    }

    static var present: [Source] {
      allCases.filter { $0 != .feed || RoadAuthorityFeedTests.isThere }
    }
  }

  private typealias Properties = [String: Any]

  /// The features of a GeoJSON file: properties, and coordinates nested as deep as several lines are.
  private func features(_ file: URL) throws -> [(properties: Properties, parts: [[[Double]]]?)] {
    let content = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    return try #require(content?["features"] as? [[String: Any]]).map { feature in
      let properties = try #require(feature["properties"] as? Properties)
      guard let geometry = feature["geometry"] as? [String: Any] else { return (properties, nil) }
      let coordinates = try #require(geometry["coordinates"])
      switch geometry["type"] as? String {
      case "Point": return (properties, [[try #require(coordinates as? [Double])]])
      case "LineString": return (properties, [try #require(coordinates as? [[Double]])])
      case "MultiLineString": return (properties, try #require(coordinates as? [[[Double]]]))
      default: throw WellKnownBinary.Malformed()
      }
    }
  }

  /// Whether a cell says what a property says.
  private func isSame(_ cell: DatabaseValue?, _ property: Any?) -> Bool {
    switch cell?.storage {
    case .null: property is NSNull
    case .int64(let number): (property as? NSNumber)?.int64Value == number
    case .double(let number): (property as? NSNumber)?.doubleValue == number
    case .string(let text):
      // Moments have the standard's milliseconds.
      property as? String == text || (property as? String).map { $0 + ".000" } == text
    case .blob, nil: false
    }
  }

  @Test(arguments: Source.present)
  func `the GeoPackage and the GeoJSON hold the same features`(_ source: Source) throws {
    let folder = try TemporaryFolder()
    let output = folder.file("Out")
    try source.export(to: output, in: folder)
    let package = try GeoPackageFile(output.appending(path: "roadblocks.gpkg"))
    for (name, sections) in [("blockades", "blockade_sections"), ("deaths", "death_sections")] {
      let expected = try features(output.appending(path: "layers/\(name).geojson"))
      let (points, lines) = (try package.entries(of: name), try package.entries(of: sections))
      #expect(lines.allSatisfy { $0.parts?.allSatisfy { $0.count > 1 } == true })
      let found = (points + lines).sorted { $0.number < $1.number }
      #expect(found.map(\.number) == Array(1...max(expected.count, 1)).prefix(expected.count).map { $0 })
      for (entry, feature) in zip(found, expected) {
        #expect(entry.parts == feature.parts, "\(name) \(entry.number)")
        #expect(Set(entry.cells.keys) == Set(feature.properties.keys))
        for (column, cell) in entry.cells where !isSame(cell, feature.properties[column]) {
          Issue.record(
            "\(name) \(entry.number): \(column) is \(cell), expected \(feature.properties[column] ?? "-")"
          )
        }
      }
    }
  }

  /// Reads a CSV file without quoted line breaks, which none of ours has here.
  private func rows(_ file: URL) throws -> [[String: String]] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test(arguments: Source.present, ["tolls", "tallies", "unlocated"])
  func `a table says what the CSV file of its name says`(_ source: Source, _ name: String) throws {
    let folder = try TemporaryFolder()
    try source.export(to: folder.file("Out"), in: folder)
    let expected = try rows(folder.file("Out/\(name).csv"))
    let found = try GeoPackageFile(folder.file("Out/roadblocks.gpkg")).entries(of: name)
    #expect(found.count == expected.count)
    for (entry, row) in zip(found, expected) {
      for (column, cell) in entry.cells {
        let text: String =
          switch cell.storage {
          case .null, .blob: ""
          case .int64(let number): String(number)
          case .double(let number): String(number)
          case .string(let text): text.hasSuffix(":00.000") ? String(text.dropLast(4)) : text
          }
        // In a CSV file a quotation mark is written twice, which the plain reader here has swallowed.
        #expect(text.replacing("\"", with: "") == row[column], "\(name) \(entry.number) \(column)")
      }
    }
  }

  @Test(arguments: Source.present)
  func `every region has its count on every day, as the CSV file has it`(_ source: Source) throws {
    let folder = try TemporaryFolder()
    try source.export(to: folder.file("Out"), in: folder)
    let package = try GeoPackageFile(folder.file("Out/roadblocks.gpkg"))
    let table = try rows(folder.file("Out/counts/department.csv"))
    let days = Set(table.compactMap { $0["day"] })
    let outlines: Int = try #require(try package.value("SELECT count(*) FROM region_outlines"))
    let shown: Int = try #require(try package.value("SELECT count(*) FROM regions"))
    #expect(outlines > 0 && shown == outlines * days.count)
    for row in table {
      let (day, code) = (try #require(row["day"]), try #require(row["code"]))
      let found: Int? = try package.value(
        "SELECT in_force FROM region_counts WHERE day = '\(day)' AND code = '\(code)'"
      )
      #expect(found.map { String($0) } == row["in_force"], "\(day) \(code)")
    }
    let empty: Int? = try package.value(
      """
      SELECT count(*) FROM region_counts WHERE "end" <= start OR substr(start, 1, 10) != day
      """
    )
    #expect(empty == 0)
  }

  @Test func `another reference system is for the GeoPackage only`() throws {
    let folder = try TemporaryFolder()
    try Source.peru.export(to: folder.file("degrees"), in: folder)
    try Source.peru.export(to: folder.file("metres"), ["--crs", "EPSG:32719"], in: folder)
    var (degrees, metres) = (
      try TemporaryFolder.contents(of: folder.file("degrees")),
      try TemporaryFolder.contents(of: folder.file("metres"))
    )
    #expect(degrees.removeValue(forKey: "roadblocks.gpkg") != metres.removeValue(forKey: "roadblocks.gpkg"))
    #expect(degrees == metres)
    let package = try GeoPackageFile(folder.file("metres/roadblocks.gpkg"))
    let juliaca = try #require(
      try package.entries(of: "deaths").first { $0.cells["district"] == "Juliaca".databaseValue }?.parts?
        .first?
        .first
    )
    // As PROJ's own program has it.
    #expect(abs(juliaca[0] - 375_751.95) < 0.01 && abs(juliaca[1] - 8_289_674.67) < 0.01)
  }

  @Test(arguments: ["EPSG:999999", "utm19", "EPSG:5773"])
  func `a reference system that is none is refused before anything is read`(_ code: String) throws {
    let folder = try TemporaryFolder()
    let answer = try Program.run(["export", "--crs", code, "--output", folder.file("Out").path])
    #expect(answer.code == 64)
    #expect(answer.errors.contains("“\(code)”"), "\(answer.errors)")
    #expect(try TemporaryFolder.contents(of: folder.url).isEmpty)
  }

  @Test func `a reference system without room for the country leaves the old output`() throws {
    let folder = try TemporaryFolder()
    try Source.peru.export(to: folder.file("Out"), ["--to", "2023-01-05"], in: folder)
    let before = try TemporaryFolder.contents(of: folder.url)
    let answer = try Program.run(["export", "--crs", "EPSG:32633", "--output", folder.file("Out").path])
    #expect(answer.code == 3)
    #expect(answer.errors.contains("EPSG:32633 has no place for longitude"), "\(answer.errors)")
    #expect(try TemporaryFolder.contents(of: folder.url) == before)
  }

  @Test(arguments: ["DELETE", "WAL"])
  func `a program that has the old file open neither breaks the run nor spoils the new file`(
    _ journal: String
  )
    throws
  {
    let folder = try TemporaryFolder()
    let file = folder.file("Out/roadblocks.gpkg")
    try Source.peru.export(to: folder.file("Out"), ["--to", "2023-01-05"], in: folder)
    // As QGIS does: it opens a GeoPackage to edit, with a log beside it, and reads on.
    let holder = try DatabaseQueue(path: file.path)
    try holder.inDatabase { database throws in
      try database.execute(sql: "PRAGMA journal_mode = \(journal); PRAGMA wal_autocheckpoint = 0")
      try database.execute(sql: "UPDATE tolls SET publisher = 'edited'")
      try database.execute(sql: "BEGIN")
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM blockades") == 3)
    }
    if journal == "WAL" { #expect(FileManager.default.fileExists(atPath: file.path + "-wal")) }

    try Source.peru.export(to: folder.file("Out"), in: folder)
    let names = try TemporaryFolder.contents(of: folder.file("Out")).keys
    #expect(names.filter { $0.hasPrefix("roadblocks.gpkg") } == ["roadblocks.gpkg"])
    let package = try GeoPackageFile(file)
    #expect(try package.value("PRAGMA integrity_check") == "ok")
    #expect(try package.entries(of: "blockades").count == 8)
    #expect(try package.value("SELECT count(*) FROM tolls WHERE publisher = 'edited'") == 0)
    try holder.inDatabase { database throws in
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM blockades") == 3)
      try database.execute(sql: "COMMIT")
    }
    try holder.close()
    #expect(try package.value("PRAGMA integrity_check") == "ok")
  }

  @Test func `a run killed at any moment leaves the old output or the new`() throws {
    let folder = try TemporaryFolder()
    var generator = SystemRandomNumberGenerator()
    try Source.arcadia.export(to: folder.file("new"), in: folder)
    try Source.arcadia.export(to: folder.file("Out"), ["--to", "2031-03-03"], in: folder)
    let new = try TemporaryFolder.contents(of: folder.file("new"))
    let old = try TemporaryFolder.contents(of: folder.file("Out"))
    #expect(old != new && old.keys.contains("roadblocks.gpkg"))
    let arguments = ["export", "--cause", "all", "--data", Program.arcadia.path, "--output"]
    let duration = try ContinuousClock().measure {
      _ = try Program.run(arguments + [folder.file("timed").path])
    }
    var outcomes: [String: Int] = [:]
    for _ in 0..<25 {
      let moment = Double.random(in: 0.2...1.1, using: &generator)
      try Program.kill(arguments + [folder.file("Out").path], after: duration * moment)
      let found = try TemporaryFolder.contents(of: folder.file("Out"))
      #expect(found == old || found == new, "killed after \(moment) of its time")
      outcomes[found == old ? "old" : "new", default: 0] += 1
      if found != old {
        try Source.arcadia.export(to: folder.file("Out"), ["--to", "2031-03-03"], in: folder)
      }
    }
    #expect(outcomes["old", default: 0] > 0)
    // What the killed runs left beside it is gone after the next.
    try Source.arcadia.export(to: folder.file("Out"), in: folder)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.filter { $0.hasPrefix(".") } == [])
  }
}
