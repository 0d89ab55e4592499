import Chronicle
import Foundation
import Gazetteer
import Reading

/// The project's own country pack and the reader made of it.
enum Bundled {
  static let root: URL = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let folder = root.appending(path: "GeoData").path

  /// The country pack, read once for all tests.
  private static let pack = Result { try CountryPack.read(folder: folder) }

  static func locator() throws -> Locator { try Locator(pack.get()) }

  /// A reader of its own, as it belongs to one task.
  static func reader() throws -> DispatchReader {
    let pack = try pack.get()
    return DispatchReader(try Locator(pack), words: try ReadingWords.read(pack.country, folder: folder))
  }

  static func read(_ text: String, on day: String? = "2023-01-10") throws -> [ReadStatement] {
    try reader().read(Array(text.utf8), published: day.flatMap { Day($0) }).statements
  }
}
