import ArgumentParser
import Chronicle
import Comparing
import GeoFormats
import Publishing

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two days or moments, or two GeoJSON files.",
    discussion: """
      Between days, blockades are told apart as new, spread (another point within 2 km, on the same route, of \
      one that stood already), continuing, presumed (in force, but the sources are silent), reopened, eased, \
      tightened, suspended, cleared, no longer listed, no longer reported and moved. Deaths and tallies are \
      as known at the end of each day, so that a revision shows.

      Between files, features are told apart by their id, or by a property (--key), as new, removed, changed \
      (which properties, from what to what; how far it moved) and unchanged. Values count, not how they are \
      written: the order of members, space, 1.0 for 1 and escapes make no difference. Files packed by gzip \
      or xz are unpacked.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, geojson
  }

  @Argument(help: "The day to start from, YYYY-MM-DD, or the moment, YYYY-MM-DDTHH:MM; or a file.")
  var first: DiffSubject

  @Argument(help: "The day, moment or file to compare with it.")
  var second: DiffSubject

  @Option(help: "The property that tells features of files apart (default: their id).")
  var key: String?

  @OptionGroup var options: TimelineOptions

  @Option(
    help: "What to sum the changes by: department, province, district, route or cause (default: department)."
  )
  var by: CountKeyArgument?

  @Option(help: "How to print: text, json, or geojson with the change of each blockade or feature.")
  var format: Format = .text

  @Flag(help: "Exit with 1 where the days or files differ, as diff(1) does.")
  var exitCode = false

  func validate() throws {
    switch (first, second) {
    case (.situation(let first), .situation(let second)):
      if first > second { throw ValidationError("the first day, \(first), is after the second, \(second)") }
      if key != nil { throw ValidationError("--key is for files") }
    case (.file, .file):
      if options.narrowsTimeline || by != nil {
        throw ValidationError("--as-of, --presumed-days, --longest-gap, --cause and --by are for days")
      }
    case (.situation(let day), .file(let file)), (.file(let file), .situation(let day)):
      throw ValidationError("expected two days or two files, found the day \(day) and the file “\(file)”")
    }
  }

  func run() throws {
    let isDifferent =
      switch (first, second) {
      case (.situation(let first), .situation(let second)): try compare(first, second)
      case (.file(let first), .file(let second)): try compare(filesAt: first, second)
      default: false
      }
    if exitCode, isDifferent { throw Exit.different.code }
  }

  private func compare(_ first: SituationTime, _ second: SituationTime) throws -> Bool {
    let (timeline, pack) = try options.timeline()
    let difference = SituationDifference(
      from: timeline.situation(of: first),
      to: timeline.situation(of: second)
    )
    let report = DifferenceReport(difference, of: timeline, pack: pack, by: (by ?? .department).key)
    var output = StandardOutput()
    switch format {
    case .text: output.write(report.text.utf8)
    case .json: output.write(report.json)
    case .geojson: output.write(report.geoJSON)
    }
    output.flush()
    return !report.isEmpty
  }

  private func compare(filesAt first: String, _ second: String) throws -> Bool {
    let difference = try FeatureDifference(
      from: StoredInput(at: first),
      to: StoredInput(at: second),
      key: key.map { .property($0) } ?? .id
    )
    let findings = try difference.findings()
    for finding in findings { StandardError.write(finding.description) }
    if options.strict, !findings.isEmpty { throw Exit.findings.code }
    let report = FeatureDifferenceReport(difference)
    var output = StandardOutput()
    switch format {
    case .text: try report.writeText { output.write($0) }
    case .json: try report.writeJSON { output.write($0) }
    case .geojson: try report.writeGeoJSON { output.write($0) }
    }
    output.flush()
    return !difference.isEmpty
  }
}
