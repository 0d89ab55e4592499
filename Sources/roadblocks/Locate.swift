import ArgumentParser
import Gazetteer
import Geo
import GeoFormats

struct Locate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find where a reference is, and how sure.",
    discussion: """
      A reference is a kilometre of a highway, a section or part of one, a place, a region, or \
      coordinates with the longitude first. Without an argument one reference a line is read from \
      standard input, optionally followed by a tab and the region it is said to be in: a name, a code, \
      or names from large to small as in ICA/ICA/SALAS.
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

  @Option(help: "How to print: text, json (one object a line) or csv.")
  var format: LocateFormat = .text

  @OptionGroup var data: DataOptions

  mutating func validate() throws {
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

  func run() throws {
    let locator = try Locator(data.pack())
    var printer = ResolutionPrinter(format: format, regions: locator.pack.regions)
    if !words.isEmpty {
      let reference = words.joined(separator: " ")
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
