import Chronicle
import Foundation
import Gazetteer
import Geo
import GeoFormats
import Reading
import Testing

/// The bundled dispatches, read and coded by hand.
///
/// What is read agrees with what was coded by hand where both are of one kind and say the same (status; or
/// measure, value, qualifier and category), of places that can be the same one, on days that overlap. Of a
/// sum only its last day is compared: the coder knows when the protests began, which no text says. Two
/// categories are the same people where either is `all`, or they are protesters and civilians.
@Suite struct DispatchAgreementTests {
  static let reports: [String] = {
    let folder = Bundled.root.appending(path: "GeoData/dispatches").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func `there are dispatches to compare`() throws {
    #expect(Self.reports.count >= 5)
    #expect(Set(try HandCoded.all().map(\.report)) == Set(Self.reports))
  }

  @Test(arguments: reports)
  func `a dispatch says to the reader what it says to the coder, and nothing else`(report: String) throws {
    let file = Bundled.root.appending(path: "GeoData/dispatches/\(report).txt")
    let locator = try Bundled.locator()
    var rest = try Bundled.reader().read(Array(Data(contentsOf: file))).statements
    for coded in try HandCoded.all() where coded.report == report {
      let place = coded.reference.isEmpty ? nil : locator.locate(coded.reference, in: coded.region)
      let match = rest.firstIndex { coded.agrees(with: $0, at: place) }
      #expect(match != nil, "not read: \(coded)")
      if let match { rest.remove(at: match) }
    }
    #expect(rest.isEmpty, "not coded: \(rest.map(\.quote))")
  }
}

/// A row of the hand-coded observations.
private struct HandCoded: CustomStringConvertible {
  enum Column: String, CSVColumn {
    case report, kind, date_from, date, said, as_of, status, cause, reference, region, measure, event_type
    case value, qualifier, share_percent, out_of, scope, category, quote, note
    static let optional: Set<Column> = []
  }

  let report: String
  let days: ClosedRange<Day>
  let isSum: Bool
  let reference: String
  let region: String?
  let scope: String
  let asOf: String
  let share: Double?
  /// Kind, status or measure, and figures, as ``ReadStatement`` gives them; the category apart.
  let content: [String]
  let category: TollCategory?

  var description: String { "\(content.joined(separator: " ")) \(reference) \(days.upperBound)" }

  static func all() throws -> [HandCoded] {
    let file = Bundled.root.appending(path: "GeoData/observations.csv").path
    var reader = try CSVReader<Column>(InputFile.bytes(at: file), file: file)
    var rows: [HandCoded] = []
    while let row = try reader.next() {
      let last = try #require(Day(row[.date]))
      let first = row[.date_from].isEmpty ? last : try #require(Day(row[.date_from]))
      let content = [row[.kind], row[.status], row[.measure], row[.event_type], row[.value], row[.qualifier]]
      rows.append(
        HandCoded(
          report: row[.report],
          days: first...last,
          isSum: row[.kind] == "toll" && !row[.date_from].isEmpty,
          reference: row[.reference],
          region: row[.region].isEmpty ? nil : row[.region],
          scope: row[.scope],
          asOf: row[.as_of],
          share: Double(row[.share_percent]),
          content: content.filter { !$0.isEmpty },
          category: row[.category].isEmpty ? nil : TollCategory(row[.category])
        )
      )
    }
    return rows
  }

  func agrees(with read: ReadStatement, at place: Resolution?) -> Bool {
    var given = [read.kind.rawValue]
    switch read.content {
    case .blockade(let status, _): given.append(status.rawValue)
    case .toll(let measure, let value, let qualifier, let whom):
      given += [measure.rawValue, String(value), qualifier.rawValue]
      guard let category, category.isCompatible(with: whom) else { return false }
    case .tally(let measure, let event, let value, let qualifier, let percent):
      given += [measure.rawValue, event.text, String(value), qualifier.rawValue]
      guard share == percent else { return false }
    }
    guard given == content, scope.isEmpty || scope == read.scope.rawValue else { return false }
    if let moment = read.asOf, asOf.contains("T"), moment.description.prefix(16) != asOf { return false }
    if isSum ? days.upperBound != read.days.upperBound : !days.overlaps(read.days) { return false }
    guard let place else { return read.resolution == nil }
    return Self.canBeOne(place, read.resolution)
  }

  /// Whether two locations can be of one thing: the same stretch of road, or points no farther apart than
  /// both are uncertain.
  static func canBeOne(_ coded: Resolution, _ read: Resolution?) -> Bool {
    guard let coded = coded.location, let read = read?.location else { return false }
    if let kilometre = coded.kilometre { return coded.route == read.route && kilometre == read.kilometre }
    if coded.route != nil { return coded.route == read.route && coded.region == read.region }
    guard let one = coded.representativePoint, let other = read.representativePoint else { return false }
    return Geodesic.wgs84.distance(one, other).metres <= coded.uncertainty.metres + read.uncertainty.metres
  }
}
