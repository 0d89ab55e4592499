import ArgumentParser
import GeoFormats
import Tables

struct Split: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Split a table or GeoJSON file into layers, such as one a day.",
    discussion: """
      The file is CSV with a header (separated by commas, semicolons or tabs) or GeoJSON, also packed by gzip or xz; \
      - reads standard input. Each value of the column, or property, becomes a GeoJSON file in the output folder; \
      layers.csv lists them. Rows of a table become points, their other cells properties; a row without a position \
      has a null geometry. Files in the folder that an earlier split did not write stay.
      """
  )

  @Argument(help: "The file; - reads standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "What the features of a layer have in common: a column or property; date for the date's, by days.",
      valueName: "column"
    )
  )
  var by: String

  @Option(name: .shortAndLong, help: "The folder to write.", completion: .directory)
  var output: String

  @Option(help: "How many layers there may be.")
  var mostLayers = 10_000

  @OptionGroup var columns: PointOptions

  @Flag(help: "Where a record cannot be read, replace no file and end with exit code 5.")
  var strict = false

  func validate() throws {
    if mostLayers < 1 { throw ValidationError("--most-layers is at least 1") }
  }

  func run() async throws {
    let input = try columns.open(file, for: .layers(by: by))
    let folder = try LayerFolder(at: output, mostLayers: mostLayers)
    let split = try await LayerSplit(of: input, into: folder)
    RecordReport.write(split.problems, of: split.unreadable)
    if strict, split.unreadable > 0 { throw Exit.findings.code }
    try folder.commit()
    StandardError.write(
      """
      \(output): \(split.layers) layers; \(split.features) features (\(split.unlocated) without a position) + \
      \(split.leftOut) left out = \(split.features + split.leftOut) of \(split.total) records
      """
    )
    if !split.addsUp { throw Exit.findings.code }
  }
}
