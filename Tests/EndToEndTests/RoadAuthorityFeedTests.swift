import Foundation
import Testing

/// The real feed of the shipped country, where its snapshots lie beside the project.
@Suite struct RoadAuthorityFeedTests {
  static let archive = Program.repository.deletingLastPathComponent()
    .appending(path: "shared/feeds/sutran/sutran-2023Q1.tar.xz").path
  static let isThere = FileManager.default.fileExists(atPath: archive)

  private struct Layer: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable {
        let start: String
        let end: String?
        let status: String
        let department: String?
        let publisher: String
      }
      let properties: Properties
    }
    let features: [Feature]
  }

  @Test(.enabled(if: isThere, "the snapshots of the feed are not beside the project"))
  func `the height of the protests has as many blockades in each department as the feed lists`() throws {
    let folder = try TemporaryFolder()
    let ledger = folder.file("ledger.sqlite").path
    let added = try Program.run(["add", Self.archive, "--ledger", ledger])
    #expect(added.output == "read 340: 340 new, 0 already known, 0 refused; 2 doubtful\n", "\(added.errors)")
    let exported = try Program.run(["export", "--ledger", ledger, "--output", folder.file("Out").path])
    #expect(exported.code == 0, "\(exported.errors)")
    let layer = try JSONDecoder().decode(
      Layer.self,
      from: Data(contentsOf: folder.file("Out/layers/blockades.geojson"))
    )
    let moment = "2023-01-19T16:04:00"
    var counts: [String: Int] = [:]
    for feature in layer.features.map(\.properties)
    where feature.publisher.contains("SUTRAN") && feature.status == "blocked" && feature.start <= moment
      && feature.end.map({ $0 > moment }) ?? true
    {
      counts[feature.department ?? "none", default: 0] += 1
    }
    #expect(counts.values.reduce(0, +) == 135)
    #expect(
      counts == [
        "Puno": 38, "Cusco": 27, "Arequipa": 11, "Madre de Dios": 10, "Apurimac": 10, "Ica": 7,
        "La Libertad": 6, "Ancash": 5, "Moquegua": 4, "Huancavelica": 3, "Tacna": 3, "Cajamarca": 3,
        "Ayacucho": 2, "Ucayali": 2, "Junin": 1, "Piura": 1, "Amazonas": 1, "Huanuco": 1,
      ]
    )
    let check = try Program.run(["check", "--list", "0", "--ledger", ledger])
    let sum = try #require(check.output.split(separator: "\n").first { $0.contains("34821 rows") })
    #expect(sum.hasSuffix(" = 34821"), "\(sum)")
    #expect(sum.contains(" + 0 refused"))
  }
}
