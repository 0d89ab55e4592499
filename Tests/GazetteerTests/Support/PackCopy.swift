import Foundation
import Gazetteer
import GeoFormats

/// A copy of the invented country's folder, to be spoilt by a test; it goes away with the test.
final class PackCopy {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "country-pack-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(filePath: Packs.arcadiaFolder), to: folder)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func callAsFunction(_ file: String) -> String { "\(path)/\(file)" }

  func text(of file: String) throws -> String { try String(contentsOfFile: self(file), encoding: .utf8) }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: self(file)))
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: self(file)))
  }

  /// Puts a text in the place of a line, counted from 1; one past the last adds a line.
  func replace(line: Int, of file: String, with replacement: String) throws {
    var lines = try text(of: file).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    lines[(line - 1)..<min(line, lines.count)] = [replacement]
    try write(lines.joined(separator: "\n") + "\n", to: file)
  }

  func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: self(file)) }

  func read() throws(InputError) -> CountryPack { try CountryPack.read(folder: path) }
}
