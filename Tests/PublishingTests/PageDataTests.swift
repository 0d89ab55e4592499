import Chronicle
import Foundation
import Gazetteer
import Geo
import GeoFormats
import Testing

@testable import Publishing

@Suite struct PageDataTests {
  /// The document as any reader of JSON sees it.
  private struct Document {
    let root: [String: Any]

    init(_ json: [UInt8]) throws {
      root = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    }

    var groups: [String] { (root["groups"] as? [[String]] ?? []).compactMap(\.first) }
    var values: [Any] { root["values"] as? [Any] ?? [] }
    var geometries: [[Any]] { root["geometries"] as? [[Any]] ?? [] }
    var reports: [[Any]] { root["reports"] as? [[Any]] ?? [] }

    func names(_ table: String) -> [String] {
      (root[table] as? [String: Any])?["properties"] as? [String] ?? []
    }

    func rows(_ table: String) -> [[Any]] { (root[table] as? [String: Any])?["rows"] as? [[Any]] ?? [] }

    func value(_ name: String, in row: [Any], of table: String) -> Any? {
      guard let place = names(table).firstIndex(of: name), let index = row[place + 5] as? Int else {
        return nil
      }
      return values[index]
    }
  }

  private static func document(_ timeline: Timeline, _ days: ClosedRange<Day>) throws -> Document {
    var data = PageData(timeline, pack: try Tileland.pack(), days: days)
    return try Document(data.json())
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the page's rows give the published counts of every day`(seed: UInt64) throws {
    let timeline = try Tileland.timeline(seed: seed)
    let all = try #require(timeline.days)
    // Also a part of the days, whose blockades begin before it and last beyond it.
    for days in [all, all.lowerBound.advanced(by: 9)...all.lowerBound.advanced(by: 17)] {
      let document = try Self.document(timeline, days)
      let table = try timeline.counts(by: .region(.department), days: days)
      let names = CountGroupNames(key: table.key, pack: try Tileland.pack())
      for (offset, day) in days.enumerated() {
        var counts: [String: Counts] = [:]
        for row in document.rows("blockades") {
          guard let first = row[0] as? Int, let last = row[1] as? Int, (first...last).contains(offset) else {
            continue
          }
          let group = document.groups[try #require(row[2] as? Int)]
          var one = Counts()
          switch document.value("status", in: row, of: "blockades") as? String {
          case "blocked": one.blocked = 1
          case "restricted": one.restricted = 1
          case "suspended": one.suspended = 1
          default: Issue.record("a status that is not in force")
          }
          if document.value("evidence", in: row, of: "blockades") as? String == "presumed" {
            one.presumed = 1
          }
          counts[group, default: .zero] += one
        }
        for row in table.rows(on: day) {
          var expected = row.counts
          expected.observations = 0
          let code = names.code(of: row.group)
          #expect(counts[code] ?? .zero == expected, "\(day) \(code)")
        }
      }
    }
  }

  @Test func `every event has the properties of its feature`() throws {
    let timeline = try Tileland.timeline(seed: 3)
    let days = try #require(timeline.days)
    let document = try Self.document(timeline, days)
    let features = timeline.shownPhases.map { BlockadeLayer(timeline).feature($0.phase) }
    let layers = [
      ("blockades", features), ("deaths", DeathLayer(timeline).features(timeline.incidents)),
    ]
    for (table, features) in layers {
      func text(_ value: Any?) -> String {
        switch value {
        case let number as NSNumber: "\(number.doubleValue)"
        case let text as String: text
        default: "null"
        }
      }
      let found = document.rows(table).map { row in
        document.names(table).map { text(document.value($0, in: row, of: table)) }.joined(separator: "|")
      }
      let expected = features.map { feature in
        feature.properties.map { _, value in
          switch value {
          case .string(let string): string
          case .integer(let number): "\(Double(number))"
          case .number(let number): "\(number)"
          default: "null"
          }
        }.joined(separator: "|")
      }
      #expect(found.count > 5)
      #expect(found.sorted() == expected.sorted())
      for (row, name) in zip(document.rows(table), document.rows(table)) {
        let place = try #require(row[3] as? Int)
        #expect((place == -1) == (document.value("method", in: name, of: table) is NSNull))
        let reports = try #require(row[4] as? [Int])
        #expect(!reports.isEmpty && reports.allSatisfy(document.reports.indices.contains))
      }
    }
  }

  @Test func `what comes up again is written once`() throws {
    let timeline = try Tileland.timeline(seed: 4, quote: "the same words in every report")
    let days = try #require(timeline.days)
    var data = PageData(timeline, pack: try Tileland.pack(), days: days)
    let json = String(decoding: data.json(), as: UTF8.self)
    #expect(
      json.split(separator: "the same words in every report", omittingEmptySubsequences: false).count == 2
    )
  }

  @Test func `positions are metres apart from the layer's at most`() throws {
    let timeline = try Tileland.timeline(seed: 6)
    let document = try Self.document(timeline, try #require(timeline.days))
    let placements = timeline.phases.map(\.placement) + timeline.incidents.map(\.placement)
    let points = placements.compactMap { placement -> Coordinate? in
      guard case .point(let point)? = placement.location?.geometry else { return nil }
      return point
    }
    let drawn = document.geometries.compactMap { $0 as? [Double] }
    #expect(!drawn.isEmpty)
    for pair in drawn {
      let point = try Tileland.coordinate(pair[0], pair[1])
      #expect(points.contains { Geodesic.wgs84.distance($0, point) < .metres(1) })
    }
  }
}
