import Testing

@testable import Gazetteer

/// Fields that hold nothing but kilometres, in every shape that a national feed is known to use.
@Suite struct KilometreReadingTests {
  @Test(
    arguments: [
      ("KM 382+200", "382.2"), ("1146+700", "1146.7"), ("262", "262"), ("KM 411 + 300", "411.3"),
      ("KM  9", "9"), ("KM 56.713", "56713|56.713"), ("KM. 966-968", "966-968"), ("KM 233 AL 235", "233-235"),
      ("KM 233 AL KM 235", "233-235"), ("KM 12AL15", "12-15"), ("KM 128+500 - KM 147", "128.5-147"),
      ("KM 9+100- KM 10+200", "9.1-10.2"), ("KM 9+100 – KM 10", "9.1-10"), ("KM 9+100 KM 10+200", "9.1-10.2"),
      ("KM 402 Y KM 409", "402 409"), ("KM 4, KM 7, KM 9", "4 7 9"), ("KM 4+500, KM 7 Y KM 9", "4.5 7 9"),
      ("KM 1+100 -  KM 2+200 Y  KM 3+300 - KM 4+400", "1.1-2.2 3.3-4.4"), ("ENTRE KM 5 Y KM 8", "5-8"),
      ("KM 04 Y KM 10", "4 10"), ("km 7 hasta km 9", "7-9"),
    ]
  )
  func `a shape is read`(text: String, expected: String) throws {
    let vocabulary = try Packs.shipped().vocabulary
    let reading = try #require(KilometreExpression.reading(text, vocabulary: vocabulary))
    func number(_ number: KilometreExpression.Number) -> String {
      number.readings.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }.joined(separator: "|")
    }
    let spans = reading.expression.spans.map { span in
      number(span.from) + (span.to.map { "-" + number($0) } ?? "")
    }
    #expect(spans.joined(separator: " ") == expected)
    #expect(reading.unread.isEmpty)
  }

  @Test(arguments: ["", "KM", "SIN DATO", "KM +", "-", "99999999999999999999999999"])
  func `a field without a kilometre is none`(text: String) throws {
    #expect(KilometreExpression.reading(text, vocabulary: try Packs.shipped().vocabulary) == nil)
  }

  @Test func `words that nothing explains are given back`() throws {
    let reading = try #require(
      KilometreExpression.reading("KM 12 ZORRO 15*", vocabulary: try Packs.shipped().vocabulary)
    )
    #expect(reading.unread == ["zorro", "*"])
  }
}
