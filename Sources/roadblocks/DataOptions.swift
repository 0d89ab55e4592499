import ArgumentParser
import Gazetteer
import GeoFormats
import Ledger

/// Where the country pack and the ledger lie.
struct DataOptions: ParsableArguments {
  @Option(name: .customLong("data"), help: "The folder of the country pack.")
  var folder = "GeoData"

  @Option(help: "The database of added reports (default: ledger.sqlite in the country pack's folder).")
  var ledger: String?

  func pack() throws -> CountryPack { try CountryPack.read(folder: folder) }

  var ledgerPath: String { ledger ?? "\(folder)/ledger.sqlite" }

  /// The country pack, and what the ledger holds: nothing where there is none. One that is named has to be there.
  func packAndLedger() throws -> (pack: CountryPack, contents: LedgerContents) {
    let (path, isNamed) = (ledgerPath, ledger != nil)
    let contents = Later {
      guard isNamed || InputTree.exists(path) else { return LedgerContents.empty }
      return try Ledger(readingFrom: path).contents()
    }
    return (try pack(), try contents.value())
  }
}
