import Chronicle
import Foundation
import Gazetteer
import GeoFormats
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Publishing

@Suite struct PictureTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 1), (3, 1, 3), (4, 1, 4), (5, 2, 6), (6, 2, 6), (9, 5, 10), (135, 50, 150),
    (201, 100, 300),
    (1000, 500, 1000),
  ])
  func `a scale ends at a round number above the most, in whole steps`(most: Int, step: Int, top: Int) {
    let scale = ChartScale(most: most)
    #expect(scale.step == step && scale.top == top)
  }

  @Test func `no count is too large for a scale`() {
    for most in [Int.max, Int.max / 2, 5_000_000_000_000_000_000] {
      let scale = ChartScale(most: most)
      #expect(scale.step > 0 && scale.top >= scale.step)
    }
  }

  @Test func `labels lie neither on each other nor on marks nor beyond the sheet`() {
    var chance = SeededGenerator(seed: 8)
    var labels = LabelPlaces(width: 300, height: 200)
    var boxes: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
    for _ in 0..<30 {
      let (x, y) = (Double.random(in: 0...300, using: &chance), Double.random(in: 0...200, using: &chance))
      labels.reserve(x: x, y: y, radius: 4)
      boxes.append(((x - 4)...(x + 4), (y - 4)...(y + 4)))
    }
    var placed = 0
    for _ in 0..<200 {
      let (x, y) = (Double.random(in: 0...300, using: &chance), Double.random(in: 0...200, using: &chance))
      guard let place = labels.beside(x: x, y: y, gap: 5, "km 262", size: 10) else { continue }
      placed += 1
      // Six characters of 5.6 units; the baseline lies 3.5 below the middle.
      let box = (x: (place.x - 16.8)...(place.x + 16.8), y: (place.y - 9.5)...(place.y + 2.5))
      #expect(box.x.lowerBound >= 0 && box.x.upperBound <= 300)
      #expect(box.y.lowerBound >= 0 && box.y.upperBound <= 200)
      for other in boxes {
        let (x, y) = (box.x.clamped(to: other.x), box.y.clamped(to: other.y))
        let overlap = box.x.overlaps(other.x) && box.y.overlaps(other.y)
        #expect(!overlap || x.upperBound - x.lowerBound < 1e-9 || y.upperBound - y.lowerBound < 1e-9)
      }
      boxes.append(box)
    }
    #expect(placed > 10)
  }

  @Test func `notes fit their lines, and what does not is counted`() {
    let items = (1...40).map { "Publisher number \($0)" }
    let lines = NoteText.lines("Sources", items, room: 80, most: 3)
    #expect(lines.count == 3 && lines.allSatisfy { $0.count <= 80 + 1 })
    let shown = items.count { item in lines.contains { $0.contains("\(item);") || $0.contains("\(item).") } }
    #expect(lines[2].hasSuffix("and \(40 - shown) more."))
    #expect(NoteText.lines("Sources", ["One", "Two"], room: 80, most: 3) == ["Sources: One; Two."])
    #expect(NoteText.lines("Sources", [], room: 80, most: 3).isEmpty)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `the chart's days add up to the totals of the counts`(seed: UInt64) throws {
    let timeline = try Tileland.timeline(seed: seed)
    let days = try #require(timeline.days)
    let counts = DailyCounts(timeline, days: days)
    let totals = try timeline.counts(by: .cause, days: days).totals
    #expect(counts.sums == totals.map(\.inForce))
    let presumed = DailyCounts.kinds.filter { $0.evidence == .presumed }.compactMap { counts.counts[$0] }
    #expect(days.indices.indices.count == totals.count)
    for (offset, total) in totals.enumerated() {
      #expect(presumed.reduce(0) { $0 + $1[offset] } == total.presumed)
    }
  }

  /// Counts the elements of a picture by their names, and fails on anything that is no XML.
  private final class Elements: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var texts = ""

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { texts += text }

    init(_ bytes: [UInt8]) throws {
      super.init()
      let parser = XMLParser(data: Data(bytes))
      parser.delegate = self
      let isParsed = parser.parse()
      try #require(isParsed, "\(String(describing: parser.parserError))")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a map is XML, shows every blockade that has a position, and tells how many have none`(seed: UInt64)
    throws
  {
    let timeline = try Tileland.timeline(seed: seed)
    let map = try #require(MapPicture(pack: try Tileland.pack()))
    for day in try #require(timeline.days) {
      let phases = timeline.phases(on: day)
      let killed = timeline.incidents.filter { $0.day == day && $0.measure == .killed }
      let svg = map.svg(title: "A <b>&\u{1}", subtitle: "\(day)", phases: phases, incidents: killed)
      let elements = try Elements(svg)
      let located = phases.count { $0.placement.location != nil }
      let deaths = killed.count { $0.placement.location != nil }
      // The sheet has a title, and every mark one that a reader sees who points at it.
      #expect(elements.counts["title"] == 1 + located + deaths)
      #expect(elements.texts.contains("\(phases.count - located) without a position"))
      #expect(elements.counts["b"] == nil && elements.texts.contains("A <b>&"))
    }
  }

  @Test func `a chart is XML whatever the period`() throws {
    for (first, last) in [
      ("2031-03-02", "2031-03-02"), ("2031-03-01", "2031-04-10"), ("2000-01-01", "2040-12-31"),
    ] {
      let timeline = try Tileland.timeline(seed: 9)
      let days = try #require(Day(first))...(try #require(Day(last)))
      let counts = DailyCounts(timeline, days: days)
      let chart = PeriodChart(counts, incidents: timeline.incidents, publishers: ["A & B"])
      #expect(try Elements(chart.svg(title: "T")).texts.contains("A & B"))
    }
  }

  @Test(arguments: [
    ("pictures/2023-01-05.svg", true), ("pictures/period.svg", true), ("pictures/mine.svg", false),
    ("pictures/2023-02-30.svg", false), ("pictures/2023-01-05.png", false),
    ("pictures/a/2023-01-05.svg", false),
    ("index.html", true), ("chart.svg", true), ("map.svg", true), ("mine.html", false),
    ("layers/blockades.geojson", true), ("counts/department.csv", true), ("counts/mine.csv", false),
  ])
  func `a publication knows its own files`(path: String, isOurs: Bool) {
    #expect(Publication.owns(path) == isOurs)
  }

  @Test func `counts for spreadsheets say that they are UTF-8, and read the same`() throws {
    let timeline = try Tileland.timeline(seed: 1)
    let table = try timeline.counts(by: .region(.department), days: try #require(timeline.days))
    let file = CountFile(table, pack: try Tileland.pack())
    let (plain, marked) = (file.csv(), file.csv(isForSpreadsheets: true))
    #expect(marked == [0xEF, 0xBB, 0xBF] + plain)
    var reader = try CSVReader<CountColumn>(marked, file: "counts.csv")
    let row = try #require(try reader.next())
    #expect(row[.day] == timeline.days?.lowerBound.description)
  }
}
