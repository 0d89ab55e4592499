import Geo
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct KilometreExpressionTests {
  /// The likeliest kilometres of each span.
  private func spans(_ text: String) throws -> [[Double]]? {
    let reference = ReferenceParser.parse("AR-1 \(text)", pack: try Packs.arcadia())
    return reference.kilometres?.spans.map { span in [span.from, span.to].compactMap { $0?.readings.first } }
  }

  @Test(arguments: [
    ("km 262", [[262]]), ("KM262", [[262]]), ("262", [[262]]), ("262 km", [[262]]), ("Km. 262", [[262]]),
    ("kilometre 12", [[12]]), ("kilómetro 12,5", [[12.5]]), ("km 0.750", [[0.75]]), ("km 12.25", [[12.25]]),
    ("km 382+200", [[382.2]]), ("km 382 + 200", [[382.2]]), ("km 382+5", [[382.005]]), ("382+200", [[382.2]]),
    ("km 966-968", [[966, 968]]), ("km 966 – 968", [[966, 968]]), ("km 968-966", [[968, 966]]),
    ("km 233 al 235", [[233, 235]]), ("km 233 to 235", [[233, 235]]), ("km 233 to km 235", [[233, 235]]),
    ("km 128+500 - KM 147", [[128.5, 147]]), ("128+500 - KM 147+050", [[128.5, 147.05]]),
    ("402 Y KM 409", [[402], [409]]), ("km 12, 15 y 18", [[12], [15], [18]]),
    ("km 12 and km 15-16", [[12], [15, 16]]), ("km 1,234.5", [[1234.5]]), ("km 1.234.567", [[1_234_567]]),
  ])
  func `kilometres are read as people write them`(text: String, spans: [[Double]]) throws {
    #expect(try self.spans(text) == spans)
  }

  @Test(arguments: [
    ("1.410", [1410, 1.41]), ("1,146", [1146, 1.146]), ("12.500", [12500, 12.5]), ("123.456", [123.456]),
    ("0.500", [0.5]), ("1.41", [1.41]), ("1410", [1410]),
  ])
  func `a point before three digits may mark thousands or decimals`(text: String, readings: [Double]) throws {
    #expect(try #require(KilometreExpression.Number(text)).readings == readings)
  }

  @Test(arguments: [(0.0...1500.0, 1410.0), (0...60, 1.41), (2000...3000, 1410)])
  func `the extent of the route decides what a number means`(extent: ClosedRange<Double>, value: Double)
    throws
  {
    #expect(try #require(KilometreExpression.Number("1.410")).value(on: extent) == value)
  }

  @Test(arguments: [
    "", ".", ",", "1..2", ".5", "5.", "-5", "+5", "1e3", "0x10", "٣٤", "½", " 5", "1.23.456.7", "1.2.3",
    "9999999999", String(repeating: "9", count: 5000),
  ])
  func `what is no kilometre is not read as one`(text: String) {
    #expect(KilometreExpression.Number(text) == nil)
  }

  @Test(arguments: [("382", "2000"), ("", "1"), ("1", ""), ("-1", "5"), ("9999999999", "200"), ("1", "+1")])
  func `kilometres and metres are digits, the metres at most three`(kilometres: String, metres: String) {
    #expect(KilometreExpression.Number(kilometres: kilometres, plusMetres: metres) == nil)
  }

  @Test(arguments: [
    "km", "km km km", "km -", "km +", "km 5+", "km 5-", "km 5--7", "km 5+5+5+5", "km 5,,,5", "km 5 y y y",
    "9999999999+200", "km 9999999999+200", "9999999999 km", "km 5 - 9999999999", "9999999999 - 5 km",
    "km \u{0}5", "km 5\u{301}", "٣٤+٢٠٠", "km ½", String(repeating: "km 5+", count: 2000),
    String(repeating: "5-", count: 5000), String(repeating: "(", count: 20_000),
    String(repeating: "a (", count: 5000),
  ])
  func `hostile input is read to its end`(text: String) throws {
    let pack = try Packs.arcadia()
    _ = ReferenceParser.parse(text, pack: pack)
    _ = ReferenceParser.parse("AR-1 \(text) Ring Road", pack: pack)
    _ = try Locator(pack).locate("AR-1 \(text)", in: text)
  }

  @Test func `any text at all is read to its end`() throws {
    let locator = try Locator(try Packs.arcadia())
    var generator = SeededGenerator(seed: 20230105)
    let words = [
      "km", "AR-1", "AR", "1", "Ñ", "Ring Road", "262", "+", "-", "–", ",", ".", "(", "San Telmo", "in", "y",
      "al", "to", "from", "between", "north", "of", "province", "the", "Brisca", "/", "'", "5+050", "1.410",
      "😀",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...9, using: &generator))
        .compactMap { _ in words.randomElement(using: &generator) }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      let resolution = locator.locate(text, in: words.randomElement(using: &generator))
      if let location = resolution.location {
        #expect(location.uncertainty > .zero, "\(text)")
        #expect(location.representativePoint != nil, "\(text)")
      }
    }
  }
}
