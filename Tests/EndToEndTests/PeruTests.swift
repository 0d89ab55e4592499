import Foundation
import Testing

/// What the shipped country pack has to say, as its five documents have it.
@Suite struct PeruTests {
  struct Layer: Decodable {
    struct Feature: Decodable {
      struct Geometry: Decodable {
        let type: String
      }
      struct Properties: Decodable {
        let blockade_id: String?
        let department: String?
        let district: String?
        let uncertainty_m: Double?
        let evidence: String?
        let low: Int?
        let best: Int?
        let high: Int?
        let revisions: String?
        let category: String?
      }
      let geometry: Geometry?
      let properties: Properties
    }
    let features: [Feature]
  }

  private func export(_ arguments: [String] = []) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let answer = try Program.run(["export", "--output", folder.file("Out").path] + arguments)
    #expect(answer.code == 0, "\(answer.errors)")
    return folder
  }

  private func layer(_ path: String, in folder: TemporaryFolder) throws -> Layer {
    try JSONDecoder().decode(Layer.self, from: Data(contentsOf: folder.file("Out/" + path)))
  }

  /// Longitude and latitude of the points of a layer.
  private func points(_ path: String, in folder: TemporaryFolder) throws -> [(Double, Double)] {
    let content = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.file("Out/" + path)))
    let features = (content as? [String: Any])?["features"] as? [[String: Any]] ?? []
    return features.compactMap { feature in
      let geometry = feature["geometry"] as? [String: Any]
      guard let numbers = geometry?["coordinates"] as? [Double], numbers.count == 2 else { return nil }
      return (numbers[0], numbers[1])
    }
  }

  private func metres(_ left: (Double, Double), _ right: (Double, Double)) -> Double {
    let degree = 111_200.0
    let east = (left.0 - right.0) * cos(left.1 * .pi / 180) * degree
    return hypot(east, (left.1 - right.1) * degree)
  }

  @Test func `5 January has exactly the three blockades of Ica, where they were`() throws {
    let folder = try export()
    let path = "by-date/2023-01-05/blockades.geojson"
    let features = try layer(path, in: folder).features
    let found = try points(path, in: folder)
    #expect(features.count == 3 && found.count == 3)
    for expected in [(-76.0177, -13.9095), (-75.7789, -13.9710), (-75.7492, -14.0469)] {
      let nearest = found.enumerated().min { metres($0.element, expected) < metres($1.element, expected) }
      let (index, point) = try #require(nearest)
      let error = metres(point, expected)
      #expect(error <= 500, "km of \(expected)")
      #expect(try #require(features[index].properties.uncertainty_m) >= error)
    }
    #expect(features.allSatisfy { $0.properties.department == "Ica" && $0.properties.evidence == "reported" })
  }

  @Test func `30 May has the bridge at Ilave and a line in Puno`() throws {
    let folder = try export()
    let path = "by-date/2023-05-30/blockades.geojson"
    let features = try layer(path, in: folder).features
    #expect(features.count == 2)
    let bridge = try #require(try points(path, in: folder).first)
    #expect(metres(bridge, (-69.640, -16.0916)) <= 1000)
    let line = try #require(features.first { $0.geometry?.type != "Point" })
    #expect(line.geometry?.type.contains("LineString") == true)
    #expect(line.properties.department == "Puno")
  }

  @Test(arguments: [("2023-01-09", 13, "9 → 13"), ("2023-01-10", 17, "9 → 13 → 17")])
  func `the dead of Juliaca are those known by the day`(_ day: String, _ best: Int, _ revisions: String)
    throws
  {
    let folder = try export(["--as-of", day])
    let features = try layer("layers/deaths.geojson", in: folder).features
    let juliaca = try #require(features.first { $0.properties.district == "Juliaca" }).properties
    #expect((juliaca.low, juliaca.best, juliaca.high) == (best, best, best))
    #expect(juliaca.revisions == revisions)
  }

  @Test func `the death in Chucuito is linked to a blockade, and no sum of the nation is on the map`() throws
  {
    let folder = try export()
    let features = try layer("layers/deaths.geojson", in: folder).features
    #expect(features.count == 2)
    let chucuito = try #require(features.first { $0.properties.district == "Chucuito" }).properties
    #expect(chucuito.best == 1 && chucuito.category == "blockade-related")
    let tolls = try String(contentsOf: folder.file("Out/tolls.csv"), encoding: .utf8).split(separator: "\n")
    let nation = tolls.filter { $0.contains(",nation,") }
    for value in ["30", "46", "77", "49", "11"] {
      #expect(nation.contains { $0.contains(",\(value),") }, "\(value) of the nation")
    }
    #expect(nation.allSatisfy { $0.hasPrefix(",") }, "a sum of the nation is no incident")
  }

  @Test func `from 5 to 9 January the sections are new, Ica is presumed and the tally rose`() throws {
    let text = try Program.run(["diff", "2023-01-05", "2023-01-09"]).output
    #expect(
      text.contains("new: 3") && text.contains("presumed (sources silent): 3") && text.contains("cleared: 0")
    )
    #expect(text.contains("at least 37 → 45"))
    #expect(text.contains("new: 2023-01-09 Juliaca airport, protesters, killed: 13"))
  }

  @Test func `the output in the repository is what export writes`() throws {
    let folder = try export()
    var written = try TemporaryFolder.contents(of: folder.file("Out"))
    var committed = try TemporaryFolder.contents(of: Program.repository.appending(path: "Output"))
    // SQLite stamps its version into each of its files; what is in this one, others of these tests compare.
    for contents in [written, committed] { #expect(contents["roadblocks.gpkg"] != nil) }
    written["roadblocks.gpkg"] = nil
    committed["roadblocks.gpkg"] = nil
    #expect(written == committed)
  }
}
