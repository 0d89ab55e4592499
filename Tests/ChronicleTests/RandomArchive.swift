import Chronicle
import Gazetteer
import TestSupport
import Testing

extension Archive {
  /// Some weeks of dispatches and snapshots by several publishers, with contradictions, repetitions, clearings,
  /// tolls and tallies: the same for the same seed.
  static func random(seed: UInt64) throws -> Archive {
    var generator = SeededGenerator(seed: seed)
    var archive = Archive()
    let first = try Morland.day("2023-01-01")
    for number in 0..<Int.random(in: 1...40, using: &generator) {
      let day = first.advanced(by: .random(in: 0...20, using: &generator))
      let isSnapshot = Bool.random(using: &generator)
      let hour = Int.random(in: 0...23, using: &generator)
      let published =
        isSnapshot || Bool.random(using: &generator) ? Moment(day, hour: hour, minute: 0) : day.start
      let moment = try #require(published)
      let publisher = isSnapshot ? ["Roads", "Police"] : ["Herald", "Tribune", "Roads"]
      var statements: [Statement] = []
      for _ in 0..<Int.random(in: number == 0 ? 1...5 : 0...5, using: &generator) {
        statements.append(try randomStatement(at: moment, isSnapshot: isSnapshot, using: &generator))
      }
      try archive.add(
        "r\(number)",
        by: #require(publisher.randomElement(using: &generator)),
        at: moment.description,
        coverage: isSnapshot ? .complete : .partial,
        statements
      )
    }
    return archive
  }

  private static func randomStatement(
    at moment: Moment,
    isSnapshot: Bool,
    using generator: inout SeededGenerator
  ) throws -> Statement {
    let day = moment.day.advanced(by: .random(in: -3...0, using: &generator))
    switch isSnapshot ? 0 : Int.random(in: 0...5, using: &generator) {
    case 5:
      return try .points(.random(in: 0...9, using: &generator), on: day.description)
    case 4:
      return try .killed(
        .random(in: 0...4, using: &generator),
        #require(TollQualifier.allCases.randomElement(using: &generator)),
        on: day.description,
        category: #require([.protesters, .police, .all].randomElement(using: &generator)),
        scope: #require(Scope.allCases.randomElement(using: &generator)),
        at: Morland.point(Double.random(in: 0...30, using: &generator), route: nil)
      )
    default:
      let isStretch = Int.random(in: 0...3, using: &generator) == 0
      let hour = Int.random(in: 0...23, using: &generator)
      let about: StatedTime =
        isSnapshot || isStretch
        ? .moment(isSnapshot ? moment : try #require(Moment(day, hour: hour, minute: 30)))
        : .days(day...day.advanced(by: .random(in: 0...2, using: &generator)))
      return .blockade(
        BlockadeStatement(
          placement: try randomPlacement(using: &generator),
          status: try #require(BlockadeStatus.allCases.randomElement(using: &generator)),
          cause: try #require([.protest, .weather].randomElement(using: &generator)),
          when: about
        )
      )
    }
  }

  private static func randomPlacement(using generator: inout SeededGenerator) throws -> Placement {
    let kilometre = Double.random(in: 0...12, using: &generator)
    let region = ["1001", "1002", "20", "2001", nil].randomElement(using: &generator) ?? nil
    switch Int.random(in: 0...9, using: &generator) {
    case 0: return .unlocated(reference: "bridge \(Int(kilometre / 4))", reason: "unknown place")
    case 1: return try Morland.point(kilometre, route: nil, region: region, isOutside: kilometre < 4)
    case 2: return try Morland.line(0, kilometre)
    case 3, 4: return try Morland.point(kilometre.rounded(), route: "M2", region: region)
    default: return try Morland.point(kilometre.rounded(), region: region)
    }
  }
}
