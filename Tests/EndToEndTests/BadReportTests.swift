import Foundation
import Testing

/// Reports that cannot be read: one message with file, line, what was found and what was expected; the exit
/// code of bad input; and the old output untouched.
@Suite struct BadReportTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    let message: String

    var testDescription: String { "\(file): \(new)" }
  }

  static let cases = [
    Case(
      file: "observations.csv",
      old: "blockade,,2031-03-02,",
      new: "blockade,,2031-02-30,",
      message: "observations.csv:2:49: found “2031-02-30”, expected a day such as"
    ),
    Case(
      file: "observations.csv",
      old: "report,kind,",
      new: "report,sort,",
      message: "observations.csv:1:8: found “sort”"
    ),
    Case(
      file: "observations.csv",
      old: ",toll,",
      new: ",tole,",
      message: "observations.csv:5:39: found “tole”, expected blockade, toll or tally"
    ),
    Case(
      file: "observations.csv",
      old: "killed,,2,exact",
      new: "killed,,two,exact",
      message: "found “two”, expected a number from 0 to 1000000000"
    ),
    Case(
      file: "observations.csv",
      old: "killed,,2,exact",
      new: "killed,,99999999999999999999,exact",
      message: "found “99999999999999999999”"
    ),
    Case(
      file: "observations.csv",
      old: "Rooster Bridge",
      new: "=HYPERLINK(A1)",
      message: "found “=HYPERLINK(A1)”, expected a plain value, not a spreadsheet formula"
    ),
    Case(
      file: "observations.csv",
      old: "2031-03-04-la-gaceta-costanera,blockade,,2031-03-03",
      new: "2031-03-05-nobody,blockade,,2031-03-03",
      message: "observations.csv:8:1: found “2031-03-05-nobody”, expected the name of a dispatch"
    ),
    Case(
      file: "dispatches/2031-03-02-harbour-post-coast-highway.txt",
      old: "published: 2031-03-02",
      new: "published: yesterday",
      message: "2031-03-02-harbour-post-coast-highway.txt:3: found “yesterday”, expected a day such as"
    ),
    Case(
      file: "dispatches/2031-03-02-harbour-post-coast-highway.txt",
      old: "publisher: Harbour Post\n",
      new: "",
      message: "found a header without publisher"
    ),
    Case(
      file: "country.csv",
      old: "UTC+10:30",
      new: "ten past",
      message: "country.csv:4:12: found “ten past”, expected an offset from UTC"
    ),
  ]

  @Test(arguments: cases)
  func `a report that cannot be read stops the run before anything is written`(_ bad: Case) throws {
    let folder = try TemporaryFolder()
    let pack = try folder.copy(of: Program.arcadia)
    let output = folder.file("Out")
    #expect(try Program.run(["export", "--data", pack.path, "--output", output.path]).code == 0)
    let before = try TemporaryFolder.contents(of: output)

    let file = pack.appending(path: bad.file)
    let text = try String(contentsOf: file, encoding: .utf8)
    let range = try #require(text.range(of: bad.old), "the fixture has changed")
    try text.replacingCharacters(in: range, with: bad.new).write(to: file, atomically: true, encoding: .utf8)
    let answer = try Program.run(["export", "--data", pack.path, "--output", output.path])
    #expect(answer.code == 2)
    #expect(answer.errors.contains(bad.message), "\(answer.errors)")
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try TemporaryFolder.contents(of: output) == before)
  }

  @Test func `invalid UTF-8 in a dispatch is said, with the file`() throws {
    let folder = try TemporaryFolder()
    let pack = try folder.copy(of: Program.arcadia)
    let file = pack.appending(path: "dispatches/2031-03-04-la-gaceta-costanera.txt")
    var bytes = try Data(contentsOf: file)
    bytes.append(contentsOf: [0x41, 0xE9, 0x42])
    try bytes.write(to: file)
    let answer = try Program.run(["check", "--data", pack.path])
    #expect(answer.code == 2)
    #expect(answer.errors.contains("la-gaceta-costanera.txt") && answer.errors.contains("UTF-8"))
  }

  @Test func `a doubtful observation is a finding, and with --strict an error`() throws {
    let plain = try Program.run(["counts", "--data", Program.arcadia.path])
    #expect(plain.code == 0)
    #expect(plain.errors.contains("“Nowhere Junction” has no place"))
    #expect(try Program.run(["counts", "--data", Program.arcadia.path, "--strict"]).code == 5)
  }
}
