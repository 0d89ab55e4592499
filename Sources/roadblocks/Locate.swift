import ArgumentParser
import Gazetteer
import Geo
import GeoFormats
import Tables

struct Locate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find where a reference is, and how sure.",
    discussion: """
      A reference is a kilometre of a highway, a section or part of one, a place, a region, or \
      coordinates with the longitude first. Without an argument one reference a line is read from \
      standard input, optionally followed by a tab and the region it is said to be in: a name, a code, \
      or names from large to small as in ICA/ICA/SALAS.

      --table reads a table in CSV with columns of routes and kilometres, or of references, and writes its rows as \
      they stood with longitude, latitude, uncertainty_m, region_code, region_name, method and warnings behind them. \
      Columns are found by their names, such as route, km, region and reference. A row that cannot be placed says why \
      in warnings; a row that is none is left out with a message.
      """
  )

  // Coordinates of the west and the south begin with a minus sign and are no options.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The reference, such as \"Panamericana Sur km 262\".", valueName: "reference")
  )
  var words: [String] = []

  @Option(name: .customLong("in"), help: "The region the reference is said to be in.")
  var region: String?

  @Option(help: "How to print: text, json (one object a line) or csv (default: text; of a table, csv).")
  var format: LocateFormat?

  @OptionGroup var table: ReferenceOptions

  @OptionGroup var data: DataOptions

  mutating func validate() throws {
    if table.file != nil {
      guard words.isEmpty else { throw ValidationError("A reference and --table do not go together.") }
      guard format != .text else { throw ValidationError("A table is written as csv or json.") }
    }
    // Behind -- nothing is an option.
    if let end = words.firstIndex(of: "--") {
      words.remove(at: end)
      return
    }
    if let option = words.first(where: {
      $0.hasPrefix("--") || $0.hasPrefix("-") && $0.dropFirst().first?.isLetter == true
    }) {
      throw ValidationError("Unknown option '\(option)'")
    }
  }

  func run() async throws {
    if let file = table.file {
      try await table.locate(file, in: region, as: format == .json ? .objects : .table, pack: data.pack())
      return
    }
    let locator = try Locator(data.pack())
    var printer = ResolutionPrinter(format: format ?? .text, regions: locator.pack.regions)
    if !words.isEmpty {
      let reference = words.joined(separator: " ")
      if words.count > 1 {
        StandardError.write(
          "note: \(words.count) arguments are read as one reference, “\(reference)”; several go to standard input"
        )
      }
      let resolution = locator.locate(reference, in: region)
      printer.print(resolution, of: reference)
      printer.finish()
      if resolution.location == nil { throw Exit.notFound.code }
      return
    }
    var number = 0
    while let line = readLine(strippingNewline: true) {
      number += 1
      if line.unicodeScalars.contains("\u{FFFD}") {
        StandardError.write("standard input:\(number): found bytes that are not UTF-8, expected UTF-8")
      }
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let reference = parts.first.map(String.init) ?? ""
      let said = parts.count > 1 ? String(parts[1]) : region
      printer.print(locator.locate(reference, in: said), of: reference)
    }
    printer.finish()
  }
}
