import Gazetteer
import Testing

@Suite struct ChainageEquationTests {
  @Test(arguments: [
    (offset: Double.nan, spread: 0.1, observations: 1), (.infinity, 0.1, 1), (1, -0.1, 1), (1, .nan, 1),
    (1, .infinity, 1), (1, 0.1, 0), (1, 0.1, -3),
  ])
  func `an equation needs a finite offset, a spread and an observation`(
    offset: Double,
    spread: Double,
    observations: Int
  ) {
    #expect(
      ChainageEquation(posted: 0...1, offset: offset, halfSpread: spread, observations: observations) == nil
    )
  }
}
