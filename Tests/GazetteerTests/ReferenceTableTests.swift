import Foundation
import Gazetteer
import Geo
import Testing

/// References to the shipped country and where they are, from a table of their own: a tab between
/// reference, region, longitude, latitude, tolerance in metres and why; or `ambiguous` or `unknown` in the
/// place of the longitude.
@Suite struct ReferenceTableTests {
  struct Row: Sendable {
    var line: Int
    var reference: String
    var region: String
    var expected: Expectation
  }

  enum Expectation: Sendable {
    case near(Coordinate, metres: Double)
    case status(Resolution.Status)
  }

  static func rows() throws -> [Row] {
    let text = try String(contentsOfFile: Packs.references, encoding: .utf8)
    var rows: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 6, "line \(number + 1) has \(cells.count) cells")
      let expected: Expectation
      if let status = Resolution.Status(rawValue: cells[2]) {
        expected = .status(status)
      } else {
        let numbers = cells[2...4].compactMap { Double($0) }
        try #require(numbers.count == 3, "line \(number + 1)")
        let coordinate = try #require(Coordinate(longitude: numbers[0], latitude: numbers[1]))
        expected = .near(coordinate, metres: numbers[2])
      }
      rows.append(Row(line: number + 1, reference: cells[0], region: cells[1], expected: expected))
    }
    return rows
  }

  private func distance(from coordinate: Coordinate, to geometry: Geometry) throws -> Double {
    switch geometry {
    case .point(let point):
      return metres(point, coordinate)
    case .lineString(let line):
      return Geodesic.wgs84.nearestPoint(on: line, to: coordinate).distance.metres
    case .multiLineString(let lines):
      let distances = lines.lines.map { Geodesic.wgs84.nearestPoint(on: $0, to: coordinate).distance.metres }
      return try #require(distances.min())
    default:
      Issue.record("neither a point nor a line")
      return .infinity
    }
  }

  @Test func `every reference of the table is where the table says, within its own uncertainty`() throws {
    let locator = try Locator(try Packs.shipped())
    let rows = try Self.rows()
    for row in rows {
      let resolution = locator.locate(row.reference, in: row.region.isEmpty ? nil : row.region)
      let name: Comment = "references.tsv:\(row.line): \(row.reference)"
      switch row.expected {
      case .status(let status):
        #expect(resolution.status == status, name)
      case .near(let coordinate, let tolerance):
        guard let location = resolution.location else {
          Issue.record("\(name) is \(resolution.status)")
          continue
        }
        let away = try distance(from: coordinate, to: location.geometry)
        #expect(away <= tolerance, name)
        #expect(away <= max(location.uncertainty.metres, 1), name)
      }
    }
    #expect(rows.count >= 60, "the table was read")
  }
}
