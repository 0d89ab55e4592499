import ArgumentParser
import Gazetteer
import Geo
import GeoFormats
import Tables

struct Assign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell points of a table or GeoJSON file the regions they lie in, or count them.",
    discussion: """
      The file is CSV with a header (separated by commas, semicolons or tabs) or GeoJSON with points, also packed by \
      gzip or xz; - reads standard input. The columns of ACLED, GDELT, UCDP and others are known. A point on a \
      border belongs to the region with the lowest code. Of a point in no region the code is outside, of a record \
      without a position unlocated, and of one that cannot be read unreadable: none is lost.
      """
  )

  @Argument(help: "The points; - reads standard input.", completion: .file())
  var file: String

  @OptionGroup var regions: RegionOptions
  @OptionGroup var columns: PointOptions

  @Flag(help: "Write how many points there are per day and region instead: day,code,name,count.")
  var counts = false

  @Option(
    help: "What the names of the two added columns, or properties, begin with: region_code, region_name."
  )
  var prefix = "region"

  @Option(name: .shortAndLong, help: "The file to write (default: standard output).", completion: .file())
  var output: String?

  @Flag(help: "Where a record cannot be read, replace no file and end with exit code 5.")
  var strict = false

  func run() async throws {
    let layer = try regions.layer()
    let points = try columns.open(file, for: counts ? .days : .positions)
    if let output {
      let written = try await write(points, in: layer, to: FileReplacement(of: output))
      try written.takeSink()?.commit()
    } else {
      _ = try await write(points, in: layer, to: StandardOutputSink())
    }
  }

  /// Writes the records or their counts, and tells what became of them.
  private func write<Sink: ByteSink & Sendable & ~Copyable>(
    _ points: PointFile,
    in layer: RegionLayer,
    to sink: consuming sending Sink
  ) async throws -> OrderedOutput<Sink> {
    let output: OrderedOutput<Sink>
    let summary: PlacementSummary
    if counts {
      let table = try await RegionCounts(of: points, in: layer)
      try report(table.problems, of: table.problemCount)
      if table.withoutDay > 0 {
        StandardError.write("warning: \(table.withoutDay) records are counted without a day")
      }
      try sink.write(table.csv())
      output = OrderedOutput(sink)
      summary = table.summary
    } else {
      output = OrderedOutput(sink)
      let names = RegionAssignment.Names(prefix: prefix)
      let assignment = try await RegionAssignment(of: points, in: layer, names: names, to: output)
      try report(assignment.problems, of: assignment.problemCount)
      if assignment.leftOut > 0 {
        StandardError.write("warning: \(assignment.leftOut) records are no rows and are left out")
      }
      summary = assignment.summary
    }
    RecordReport.write(summary)
    if !summary.addsUp { throw Exit.findings.code }
    return output
  }

  private func report(_ problems: [InputError], of count: Int) throws {
    RecordReport.write(problems, of: count)
    if strict, count > 0 { throw Exit.findings.code }
  }
}
