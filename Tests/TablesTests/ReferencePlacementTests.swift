import Foundation
import Gazetteer
import Geo
import GeoFormats
import Synchronization
import Testing

@testable import Tables

/// Tables of references, placed.
@Suite struct ReferencePlacementTests {
  /// The folder of a country pack in the repository.
  private static func pack(_ folder: String) throws -> CountryPack {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try CountryPack.read(folder: root.appending(path: folder).path)
  }

  private func place(
    _ table: String,
    in pack: CountryPack,
    region: String? = nil,
    columns: ReferenceFile.Columns = [:],
    as form: ReferencePlacement.Form = .table
  ) async throws -> (placement: ReferencePlacement, lines: [String]) {
    let url = FileManager.default.temporaryDirectory.appending(path: "references-\(UUID().uuidString).csv")
    try Data(table.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try ReferenceFile(at: url.path, name: "references.csv", columns: columns)
    let kept = Kept()
    let output = OrderedOutput(MemorySink(kept: kept))
    let placement = try await ReferencePlacement(of: file, in: pack, region: region, as: form, to: output)
    let text = String(decoding: kept.bytes.withLock { $0 }, as: UTF8.self)
    return (
      placement, text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    )
  }

  /// What one reference by itself would have behind its row.
  private func expected(_ resolution: Resolution, of pack: CountryPack) -> String? {
    guard let location = resolution.location, let point = location.representativePoint else { return nil }
    func degrees(_ value: Double) -> String {
      let text = String(format: "%.6f", value).reversed().drop { $0 == "0" }
      return String((text.first == "." ? text.dropFirst() : text).reversed())
    }
    var kinds: [String] = []
    for warning in location.warnings where !kinds.contains(warning.kind.rawValue) {
      kinds.append(warning.kind.rawValue)
    }
    let name = location.region.flatMap { pack.regions[$0]?.name } ?? ""
    return [
      degrees(point.longitude), degrees(point.latitude),
      String(Int(location.uncertainty.metres.rounded(.up))),
      location.region?.text ?? "", name, location.method.rawValue, kinds.joined(separator: "; "),
    ].joined(separator: ",")
  }

  @Test(arguments: [("Tests/Fixtures/Arcadia", 2_000), ("GeoData", 4_000)])
  func `a row has what its reference has by itself`(folder: String, count: Int) async throws {
    let pack = try Self.pack(folder)
    let locator = try Locator(pack)
    var random = SplitMix(seed: 262)
    var table = "id,route,km,region\n"
    var references: [(text: String, region: String?)] = []
    for id in 0..<count {
      let route = pack.routes[Int.random(in: 0..<pack.routes.count, using: &random)]
      // A tenth beyond the ends, where there is nothing or only a region's stretch.
      let metres = Int.random(in: 0...Int(route.extent.upperBound * 1100), using: &random)
      let post = route.posts[Int.random(in: 0..<route.posts.count, using: &random)]
      let anywhere = pack.regions.regions[Int.random(in: 0..<pack.regions.regions.count, using: &random)]
      let region: String? =
        switch id % 4 {
        case 0: nil
        case 1: anywhere.code.text
        default: post.region.map { String(pack.regions[$0].code.text.prefix(id % 8 < 4 ? 6 : 2)) }
        }
      let thousandths = String(metres % 1000 + 1000).dropFirst()
      // With a point in the table, and in words so that the point cannot be one of thousands.
      table += "\(id),\(route.code),\(metres / 1000).\(thousandths),\(region ?? "")\n"
      references.append(("\(route.code) km \(metres / 1000)+\(thousandths)", region))
    }
    let (placement, lines) = try await place(table, in: pack)
    #expect(placement.summary.total == count)
    #expect(placement.summary.addsUp)
    #expect(placement.problems.isEmpty)
    let rows = table.split(separator: "\n")
    var placed = 0
    for (index, reference) in references.enumerated() {
      let resolution = locator.locate(reference.text, in: reference.region)
      let line = lines[index + 1]
      if let expected = expected(resolution, of: pack) {
        placed += 1
        #expect(line == "\(rows[index + 1]),\(expected)", "\(reference)")
      } else {
        #expect(line.hasPrefix("\(rows[index + 1]),,,,,,,"), "\(reference)")
        #expect(!line.hasSuffix(","), "\(reference)")
      }
    }
    #expect(placement.summary.placed == placed)
    #expect(placed > count / 2)
  }

  @Test func `rows keep their order and lines however many pieces there are`() async throws {
    let pack = try Self.pack("Tests/Fixtures/Arcadia")
    // More than three pieces of a megabyte.
    let padding = String(repeating: "x", count: 200)
    let count = 16_000
    var table = "note,ruta,progresiva\n"
    for id in 0..<count {
      table += id == 15_000 ? "broken\n" : "\(padding)\(id),AR-1,\(id % 50)\n"
    }
    let (placement, lines) = try await place(table, in: pack)
    #expect(lines.count == count)
    let ids = lines.dropFirst().compactMap { Int($0.dropFirst(padding.count).prefix { $0 != "," }) }
    #expect(ids == (0..<count).filter { $0 != 15_000 })
    #expect(placement.summary.unreadable == 1)
    #expect(placement.problems.map(\.location.line) == [15_002])
  }

  @Test func `a row that cannot be placed keeps its line and says why`() async throws {
    let pack = try Self.pack("Tests/Fixtures/Arcadia")
    let (placement, lines) = try await place(
      """
      route,km
      AR-1,9999
      AR-77,5
      AR-1,soon
      AR-1,-4
      AR-1,

      """,
      in: pack
    )
    #expect(lines.dropFirst().map { $0.prefix { $0 != "," } } == ["AR-1", "AR-77", "AR-1", "AR-1", "AR-1"])
    let reasons = lines.dropFirst().map { String($0.split(separator: ",,,,,,,").last ?? "") }
    #expect(reasons[0].hasPrefix("beyond the route: AR-1 runs from km 0.0"))
    #expect(reasons[1].contains("no route has the code “AR-77”"))
    #expect(reasons[2] == "unread_kilometre")
    #expect(reasons[3] == "unread_kilometre")
    // A route without a kilometre is the line of the route.
    #expect(lines[5].contains("highway_section"))
    #expect(placement.summary == .init(placed: 1, unplaced: 4, unreadable: 0, total: 5))
    #expect(placement.problems.map(\.location.line) == [4, 5])
  }

  @Test func `kilometres are read as people write them`() async throws {
    let pack = try Self.pack("Tests/Fixtures/Arcadia")
    let (_, lines) = try await place("road,km\nAR-1,2+500\nCoast Highway,km 2.5\nAR-1,2.5\n", in: pack)
    let positions = Set(
      lines.dropFirst().map { $0.split(separator: ",").dropFirst(2).joined(separator: ",") }
    )
    #expect(positions.count == 1, "\(lines)")
  }

  @Test func `references in words have what locate finds, in the region of their row or of all`() async throws
  {
    let pack = try Self.pack("Tests/Fixtures/Arcadia")
    let locator = try Locator(pack)
    let references = ["Rooster Bridge", "Coast Highway km 3", "nowhere at all", "160.5, 30.1"]
    let table = "text,n\n" + references.map { "\"\($0)\",1\n" }.joined()
    let (_, lines) = try await place(table, in: pack, region: "CO", columns: [.reference: "text"])
    for (reference, line) in zip(references, lines.dropFirst()) {
      let cells = expected(locator.locate(reference, in: "CO"), of: pack)
      #expect(line.hasPrefix("\"\(reference)\",1,"))
      if let cells { #expect(line.hasSuffix(",1," + cells)) } else { #expect(line.contains(",1,,,,,,,")) }
    }
  }

  @Test func `objects hold the row's columns and the new ones`() async throws {
    let pack = try Self.pack("Tests/Fixtures/Arcadia")
    let (_, lines) = try await place("id,route,km\n7,AR-1,2\n8,AR-1,x\n", in: pack, as: .objects)
    let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(objects.map { $0?["id"] as? Int } == [7, 8])
    let point = try Locator(pack).locate("AR-1 km 2").location?.representativePoint
    let longitude = try #require(objects[0]?["longitude"] as? Double)
    #expect(abs(longitude - (point?.longitude ?? 0)) < 1e-6)
    #expect(objects[0]?["method"] as? String == "kilometre_post")
    #expect(objects[1]?["longitude"] is NSNull)
    #expect(objects[1]?["warnings"] as? String == "unread_kilometre")
  }

  @Test func `a table without the columns it needs, or with one of the new names, is refused`() async throws {
    let pack = try Self.pack("Tests/Fixtures/Arcadia")
    for table in ["id,route\n1,AR-1\n", "id,km\n1,5\n", "", "route,km,longitude\nAR-1,5,0\n"] {
      await #expect(throws: InputError.self, "\(table)") { try await place(table, in: pack) }
    }
  }
}

/// Where a sink keeps what it is given.
private final class Kept: Sendable {
  let bytes = Mutex<[UInt8]>([])
}

private struct MemorySink: ByteSink, Sendable {
  let kept: Kept

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    kept.bytes.withLock { $0 += Array(bytes) }
  }
}

/// The same numbers on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
