import ArgumentParser
import Gazetteer
import GeoFormats
import Tables

/// A table of references, and what its columns are called.
struct ReferenceOptions: ParsableArguments {
  @Option(
    name: .customLong("table"),
    help: ArgumentHelp("A table of references in CSV; - reads standard input.", valueName: "file"),
    completion: .file()
  )
  var file: String?

  @Option(help: ArgumentHelp("The column with the route (default: found by its name).", valueName: "column"))
  var route: String?

  @Option(
    help: ArgumentHelp("The column with the kilometre (default: found by its name).", valueName: "column")
  )
  var km: String?

  @Option(
    name: .customLong("region"),
    help: ArgumentHelp("The column with the region (default: found by its name).", valueName: "column")
  )
  var regionColumn: String?

  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "The column with references in words (default: found by its name).",
      valueName: "column"
    )
  )
  var reference: String?

  @Option(help: "What the names of the columns begin with that are added to a table.")
  var prefix = ""

  @Option(
    name: .shortAndLong,
    help: "The file to write a table to (default: standard output).",
    completion: .file()
  )
  var output: String?

  @Flag(help: "Where a row of a table cannot be read, replace no file and end with exit code 5.")
  var strict = false

  /// Writes a table's rows with what was found of them.
  ///
  /// - Parameter region: The region of rows that name none.
  func locate(
    _ file: String,
    in region: String?,
    as form: ReferencePlacement.Form,
    pack: CountryPack
  ) async throws {
    let references = try ReferenceFile(
      at: file == "-" ? "/dev/stdin" : file,
      name: file == "-" ? "standard input" : file,
      columns: columns
    )
    if let output {
      let written = try await write(
        references,
        in: region,
        of: pack,
        as: form,
        to: FileReplacement(of: output)
      )
      try written.takeSink()?.commit()
    } else {
      _ = try await write(references, in: region, of: pack, as: form, to: StandardOutputSink())
    }
  }

  private var columns: ReferenceFile.Columns {
    var columns: ReferenceFile.Columns = [:]
    columns[.route] = route
    columns[.km] = km
    columns[.region] = regionColumn
    columns[.reference] = reference
    return columns
  }

  private func write<Sink: ByteSink & Sendable & ~Copyable>(
    _ references: ReferenceFile,
    in region: String?,
    of pack: CountryPack,
    as form: ReferencePlacement.Form,
    to sink: consuming sending Sink
  ) async throws -> OrderedOutput<Sink> {
    let output = OrderedOutput(sink)
    let placement = try await ReferencePlacement(
      of: references,
      in: pack,
      region: region,
      prefix: prefix,
      as: form,
      to: output
    )
    RecordReport.write(placement.problems, of: placement.problemCount)
    let summary = placement.summary
    StandardError.write(
      """
      \(summary.placed) placed + \(summary.unplaced) without a position + \(summary.unreadable) unreadable, left \
      out = \(summary.sum) of \(summary.total) rows
      """
    )
    if strict && placement.problemCount > 0 || !summary.addsUp { throw Exit.findings.code }
    return output
  }
}
