import Chronicle
import Testing

@Suite struct TollQualifierTests {
  @Test(
    arguments: [
      (TollQualifier.exact, 17, 17, 17, 17), (.atLeast, 77, 77, 77, nil), (.nearly, 30, nil, 30, 30),
      (.moreThan, 30, 31, 31, nil), (.upTo, 12, nil, 12, 12), (.exact, 0, 0, 0, 0),
      (.moreThan, .max, .max, .max, nil),
    ] as [(TollQualifier, Int, Int?, Int, Int?)]
  )
  func `a hedged number bounds the true one as its words do`(
    _ qualifier: TollQualifier,
    _ value: Int,
    _ low: Int?,
    _ best: Int,
    _ high: Int?
  ) {
    let bounds = qualifier.bounds(of: value)
    #expect(bounds.low == low)
    #expect(bounds.best == best)
    #expect(bounds.high == high)
  }

  @Test func `a negative toll is no statement`() throws {
    let place = try Morland.point(1)
    let day = try Morland.day("2023-01-05")
    #expect(
      TollStatement(
        measure: .killed,
        value: -1,
        category: .all,
        scope: .nation,
        placement: place,
        period: day...day
      ) == nil
    )
  }

  @Test(
    arguments: [
      (-1, nil, nil), (1, -0.1, nil), (1, 100.1, nil), (1, .nan, nil), (1, nil, 0), (1, nil, -4),
    ] as [(Int, Double?, Int?)]
  )
  func `a tally out of range is no statement`(_ value: Int, _ share: Double?, _ outOf: Int?) throws {
    #expect(
      TallyStatement(
        measure: .points,
        eventType: .blockade,
        value: value,
        sharePercent: share,
        outOf: outOf,
        scope: .nation,
        when: .day(try Morland.day("2023-01-05"))
      ) == nil
    )
  }

  @Test(arguments: [
    (TollCategory.protesters, TollCategory.civilians, true), (.protesters, .all, true),
    (.police, .protesters, false), (.blockadeRelated, .protesters, false), (.police, .all, true),
  ])
  func `categories go together in both directions or in none`(
    _ one: TollCategory,
    _ other: TollCategory,
    _ expected: Bool
  ) {
    #expect(one.isCompatible(with: other) == expected)
    #expect(other.isCompatible(with: one) == expected)
  }
}
