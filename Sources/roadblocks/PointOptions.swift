import ArgumentParser
import GeoFormats
import Tables

/// What the columns of a table of points are called.
struct PointOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The column with the longitude (default: found by its name).", valueName: "column")
  )
  var longitude: String?

  @Option(
    help: ArgumentHelp("The column with the latitude (default: found by its name).", valueName: "column")
  )
  var latitude: String?

  @Option(
    help: ArgumentHelp(
      "The column or property with the date (default: found by its name).",
      valueName: "column"
    )
  )
  var date: String?

  /// Opens a file of points.
  func open(_ file: String, for purpose: PointFile.Purpose) throws(InputError) -> PointFile {
    try PointFile(
      at: file == "-" ? "/dev/stdin" : file,
      name: file == "-" ? "standard input" : file,
      columns: PointFile.Columns(longitude: longitude, latitude: latitude, date: date),
      purpose: purpose
    )
  }
}
