import Foundation
import Testing

@Suite struct CommandTests {
  @Test func `counts place every observation in one row`() throws {
    for level in ["department", "province", "district", "route", "cause"] {
      let answer = try Program.run([
        "counts", "--by", level, "--format", "csv", "--cause", "all", "--data", Program.arcadia.path,
      ])
      #expect(answer.code == 0, "\(answer.errors)")
      var (rows, total) = (0, 0)
      for line in answer.output.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        let number = try #require(cells.last.flatMap { Int($0) })
        if cells[1] == "total" { total += number } else { rows += number }
      }
      // The fixture has six observations of blockades.
      #expect(rows == 6 && total == 6, "\(level)")
    }
  }

  @Test func `counts in JSON are one object a line`() throws {
    let answer = try Program.run([
      "counts", "--on", "2031-03-02", "--format", "json", "--data", Program.arcadia.path,
    ])
    let lines = answer.output.split(separator: "\n")
    // Two departments, three standing rows and the total.
    #expect(lines.count == 6)
    for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
  }

  @Test func `what could be several things comes with the position of each`() throws {
    let answer = try Program.run(["locate", "San Telmo", "--format", "json", "--data", Program.arcadia.path])
    struct Line: Decodable {
      struct Candidate: Decodable {
        let title: String
        let longitude: Double
        let latitude: Double
      }
      let status: String
      let candidates: [Candidate]
    }
    #expect(answer.code == 4)
    let line = try JSONDecoder().decode(Line.self, from: Data(answer.output.utf8))
    #expect(line.status == "ambiguous")
    #expect(line.candidates.count == 2)
    #expect(Set(line.candidates.map(\.title)).count == 2)
  }

  @Test func `behind two dashes nothing is an option, and broken bytes are told`() throws {
    let answer = try Program.run(["locate", "--data", Program.arcadia.path, "--", "-165.5, 30.1"])
    #expect(answer.output.hasPrefix("-165.5, 30.1\n"), "\(answer.errors)")
    let broken = try Program.run(["locate", "--data", Program.arcadia.path], input: "Brisca\n\u{FFFD}\n")
    #expect(broken.errors == "standard input:2: found bytes that are not UTF-8, expected UTF-8\n")
  }

  @Test func `an answer that cannot be written is an error`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "exec \"$0\" locate Brisca --data \"$1\" > /dev/full 2> /dev/null", try Program.path,
      Program.arcadia.path,
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 3)
  }

  @Test(arguments: ["department", "province", "district", "route", "cause"])
  func `a difference sums up by what is asked for`(_ key: String) throws {
    let arguments = [
      "diff", "2031-03-02", "2031-03-04", "--by", key, "--cause", "all", "--data", Program.arcadia.path,
    ]
    let text = try Program.run(arguments).output
    #expect(text.contains("\nby \(key)\n") && text.contains("\n  total: "))
    func rows(_ object: Any?, _ path: [String]) throws -> [[String: Any]] {
      var object = object
      for name in path { object = (object as? [String: Any])?[name] }
      return try #require(object as? [[String: Any]])
    }
    for (format, path) in [("json", ["roadblocks.diff/v1", key + "s"]), ("geojson", [key + "s"])] {
      let output = try Program.run(arguments + ["--format", format]).output
      let rows = try rows(JSONSerialization.jsonObject(with: Data(output.utf8)), path)
      let total = try #require(rows.last)
      #expect(total["code"] as? String == "total")
      for name in total.keys where name != "code" && name != "name" {
        #expect(rows.dropLast().reduce(0) { $0 + ($1[name] as? Int ?? 0) } == total[name] as? Int, "\(name)")
      }
    }
  }

  @Test func `a difference tells apart what is new, presumed and cleared`() throws {
    let arguments = [
      "diff", "2031-03-02", "2031-03-04", "--cause", "all", "--data", Program.arcadia.path,
    ]
    let answer = try Program.run(arguments)
    #expect(answer.code == 0, "\(answer.errors)")
    try Snapshot.expect(answer.output, named: "diff.txt")
    #expect(try Program.run(arguments + ["--exit-code"]).code == 1)
    #expect(
      try Program.run(["diff", "2031-03-02", "2031-03-02", "--exit-code", "--data", Program.arcadia.path])
        .code == 0
    )
    try Snapshot.expect(try Program.run(arguments + ["--format", "json"]).output, named: "diff.json")
    try Snapshot.expect(try Program.run(arguments + ["--format", "geojson"]).output, named: "diff.geojson")
  }

  @Test func `locate answers a stream line by line, in its order`() throws {
    let input = """
      Coast Highway km 33\tBrisca
      Rooster Bridge
      San Telmo
      Ring Road km 12\tCOS
      nowhere at all

      160.3, 30.1
      """
    for format in ["text", "json", "csv"] {
      let answer = try Program.run(
        ["locate", "--format", format, "--data", Program.arcadia.path],
        input: input
      )
      #expect(answer.code == 0, "\(answer.errors)")
      try Snapshot.expect(answer.output, named: "locate.\(format)")
    }
  }

  @Test func `several arguments are one reference, and that is said`() throws {
    let answer = try Program.run(["locate", "Rooster", "Bridge", "--data", Program.arcadia.path])
    #expect(answer.code == 0)
    #expect(answer.errors.contains("“Rooster Bridge”"))
  }

  @Test func `a table of references is written as csv or json, from a file or a stream`() throws {
    let table = "id,route,km,region\n1,AR-1,2,Aldermoor\n2,Coast Highway,33,\nbroken\n3,AR-1,x,\n"
    let arguments = ["locate", "--data", Program.arcadia.path, "--table", "-"]
    let answer = try Program.run(arguments, input: table)
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(
      answer.errors.split(separator: "\n") == [
        "warning: standard input:4:7: found 1 field, expected 4 fields, as in the header",
        "warning: standard input:5:8: found “x”, expected a kilometre such as 262 or 382+200",
        "2 placed + 1 without a position + 1 unreadable, left out = 4 of 4 rows",
      ]
    )
    try Snapshot.expect(answer.output, named: "locate-table.csv")
    let objects = try Program.run(arguments + ["--format", "json"], input: table)
    try Snapshot.expect(objects.output, named: "locate-table.json")

    let folder = try TemporaryFolder()
    let output = folder.file("placed.csv")
    let strict = try Program.run(arguments + ["--strict", "--output", output.path], input: table)
    #expect(strict.code == 5)
    #expect(!FileManager.default.fileExists(atPath: output.path))
    #expect(try Program.run(arguments + ["--output", output.path], input: table).code == 0)
    #expect(try String(contentsOf: output, encoding: .utf8) == answer.output)
    #expect(try Program.run(arguments + ["Brisca"], input: table).code == 64)
    #expect(try Program.run(arguments + ["--format", "text"], input: table).code == 64)
    #expect(try Program.run(arguments + ["--km", "post"], input: table).code == 2)
  }

  @Test func `a reference that is not found has an exit code of its own`() throws {
    #expect(try Program.run(["locate", "Rooster Bridge", "--data", Program.arcadia.path]).code == 0)
    #expect(try Program.run(["locate", "nowhere at all", "--data", Program.arcadia.path]).code == 4)
    #expect(try Program.run(["locate", "San Telmo", "--data", Program.arcadia.path]).code == 4)
  }

  @Test(arguments: [
    ["counts", "--on", "2031-02-30"], ["export", "--from", "2031-03-05", "--to", "2031-03-01"],
    ["diff", "2031-03-01"], ["diff", "2031-03-02", "2031-03-01"], ["locate", "--fromat", "csv", "x"],
    ["export", "--presumed-days", "-1"],
  ])
  func `a command line that makes no sense gets the usage`(_ arguments: [String]) throws {
    let answer = try Program.run(arguments)
    #expect(answer.code == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("Usage:"))
  }

  @Test func `check adds up every observation`() throws {
    let answer = try Program.run(["check", "--data", Program.arcadia.path])
    #expect(answer.code == 0, "\(answer.errors)")
    // Six blockades and two tolls have a place; two tallies are of the whole country.
    #expect(
      answer.output.contains(
        "10 observations: 6 located + 1 outside + 1 unlocated + 2 of the whole country = 10"
      )
    )
  }

  @Test func `a table that is missing is named`() throws {
    let answer = try Program.run(["export", "--data", "/nonexistent", "--output", "/nonexistent/Out"])
    #expect(answer.code == 2)
    #expect(answer.errors.contains("/nonexistent/country.csv"))
  }
}
