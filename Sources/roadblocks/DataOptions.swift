import ArgumentParser
import Gazetteer
import GeoFormats

/// Where the country pack lies.
struct DataOptions: ParsableArguments {
  @Option(name: .customLong("data"), help: "The folder of the country pack.")
  var folder = "GeoData"

  func pack() throws -> CountryPack { try CountryPack.read(folder: folder) }
}
