import TestSupport
import Testing

@testable import Gazetteer

@Suite struct KilometreMixtureTests {
  private static func random(_ generator: inout SeededGenerator) -> KilometreMixture {
    var mixture = KilometreMixture()
    for _ in 0..<Int.random(in: 1...9, using: &generator) {
      mixture.add(
        KilometreMixture.Component(
          center: .random(in: 0...100, using: &generator),
          halfWidth: .random(in: 0.001...30, using: &generator),
          weight: Bool.random(using: &generator) ? .random(in: 0.01...1, using: &generator) : 1e-6,
          reading: .posted
        )
      )
    }
    return mixture
  }

  @Test func `the radius holds the share asked for, and a smaller one does not`() {
    var generator = SeededGenerator(seed: 90)
    for _ in 0..<2000 {
      var mixture = Self.random(&generator)
      let center = Double.random(in: -20...120, using: &generator)
      let share = Double.random(in: 0.01...0.99, using: &generator)
      let radius = mixture.radius(around: center, holding: share)
      let target = share * mixture.totalWeight
      #expect(mixture.weight(within: radius * (1 + 1e-9), of: center) >= target * (1 - 1e-9))
      #expect(mixture.weight(within: radius * 0.999, of: center) < target)
    }
  }

  @Test func `everything lies within the farthest end`() {
    var mixture = KilometreMixture()
    mixture.add(.init(center: 10, halfWidth: 2, weight: 0.7, reading: .posted))
    mixture.add(.init(center: 30, halfWidth: 5, weight: 0.3, reading: .inventory))
    #expect(abs(mixture.radius(around: 10, holding: 1) - 25) < 1e-9)
    // 0.7 within 2 km, then a third of the other 0.3 from km 25 to 28⅓.
    #expect(abs(mixture.radius(around: 10, holding: 0.8) - (15 + 10.0 / 3)) < 1e-9)
    #expect(abs(mixture.radius(around: 10, holding: 0.35) - 1) < 1e-9)
  }

  @Test func `the heaviest of equals is the first, and nothing weighs nothing`() {
    var mixture = KilometreMixture()
    #expect(mixture.heaviest == nil)
    mixture.add(.init(center: 1, halfWidth: 1, weight: 0, reading: .posted))
    #expect(mixture.heaviest == nil)
    mixture.add(.init(center: 2, halfWidth: 1, weight: 0.5, reading: .posted))
    mixture.add(.init(center: 3, halfWidth: 1, weight: 0.5, reading: .posted))
    #expect(mixture.heaviest?.center == 2)
  }
}
