import Foundation
import Gazetteer
import GeoFormats

/// The country packs that the tests read, each once.
enum Packs {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The invented country.
  static let arcadiaFolder = tests.appending(path: "Fixtures/Arcadia").path
  /// The pack that the project ships.
  static let shippedFolder = tests.deletingLastPathComponent().appending(path: "GeoData").path
  /// The table of references and where they are.
  static let references = tests.appending(path: "GazetteerTests/references.tsv").path

  private static let readArcadia = Result { () throws(InputError) in
    try CountryPack.read(folder: arcadiaFolder)
  }
  private static let readShipped = Result { () throws(InputError) in
    try CountryPack.read(folder: shippedFolder)
  }

  static func arcadia() throws -> CountryPack { try readArcadia.get() }
  static func shipped() throws -> CountryPack { try readShipped.get() }
}
