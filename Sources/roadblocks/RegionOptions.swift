import ArgumentParser
import Gazetteer
import Geo
import GeoFormats
import Tables

/// Which regions points are told.
struct RegionOptions: ParsableArguments {
  @Option(help: "The regions, GeoJSON (default: the outlines of the country pack).", completion: .file())
  var regions: String?

  @Option(
    help: ArgumentHelp(
      "The property with a region's code (default: found by its name).",
      valueName: "property"
    )
  )
  var code: String?

  @Option(
    help: ArgumentHelp(
      "The property with a region's name (default: found by its name).",
      valueName: "property"
    )
  )
  var name: String?

  @Option(name: .customLong("data"), help: "The folder of the country pack.")
  var folder = "GeoData"

  /// Reads the regions. What there is to tell goes to standard error.
  func layer() throws -> RegionLayer {
    guard let regions else {
      let pack = try CountryPack.read(folder: folder)
      return RegionLayer(
        pack.outlines.map { outline in
          let code = outline.region
          return (RegionLayer.Region(code: code.text, name: pack.regions[code]?.name), outline.polygons)
        }
      )
    }
    let (layer, naming, findings) = try RegionLayer.regions(
      of: GeoJSON.read(InputFile.bytes(at: regions), file: regions),
      naming: RegionLayer.Naming(code: code, name: name),
      file: regions
    )
    for finding in findings { StandardError.write(finding.description) }
    let code = naming.code.map { "by \($0)" } ?? "by the ids of features"
    StandardError.write(
      "\(layer.regions.count) regions \(code)\(naming.name.map { ", named by \($0)" } ?? "")"
    )
    return layer
  }
}
