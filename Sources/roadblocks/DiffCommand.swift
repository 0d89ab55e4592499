import ArgumentParser
import Chronicle
import Publishing

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed from one day or moment to another.",
    discussion: """
      Blockades are told apart as new, spread (another point within 2 km, on the same route, of one that \
      stood already), continuing, presumed (in force, but the sources are silent), reopened, eased, tightened, \
      suspended, cleared, no longer listed, no longer reported and moved. \
      Deaths and tallies are as known at the end of each day, so that a revision shows.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, geojson
  }

  @Argument(help: "The day to start from, YYYY-MM-DD, or the moment, YYYY-MM-DDTHH:MM.")
  var first: SituationTime

  @Argument(help: "The day or moment to compare with it.")
  var second: SituationTime

  @OptionGroup var options: TimelineOptions

  @Option(help: "What to sum the changes by: department, province, district, route or cause.")
  var by: CountKeyArgument = .department

  @Option(help: "How to print: text, json, or geojson with the change of each blockade.")
  var format: Format = .text

  @Flag(help: "Exit with 1 where the days differ, as diff(1) does.")
  var exitCode = false

  func validate() throws {
    if first > second { throw ValidationError("the first day, \(first), is after the second, \(second)") }
  }

  func run() throws {
    let (timeline, pack) = try options.timeline()
    let difference = SituationDifference(
      from: timeline.situation(of: first),
      to: timeline.situation(of: second)
    )
    let report = DifferenceReport(difference, of: timeline, pack: pack, by: by.key)
    var output = StandardOutput()
    switch format {
    case .text: output.write(report.text.utf8)
    case .json: output.write(report.json)
    case .geojson: output.write(report.geoJSON)
    }
    output.flush()
    if exitCode, !report.isEmpty { throw Exit.different.code }
  }
}
