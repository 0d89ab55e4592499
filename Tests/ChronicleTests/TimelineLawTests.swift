import Chronicle
import Gazetteer
import TestSupport
import Testing

/// Laws that hold of every timeline, tried on seeded random ones.
@Suite struct TimelineLawTests {
  static let seeds = UInt64(1)...40

  @Test(arguments: seeds) func `the order of reports and observations makes no difference`(_ seed: UInt64)
    throws
  {
    let archive = try Archive.random(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1000)
    var shuffled = archive
    shuffled.reports.shuffle(using: &generator)
    shuffled.observations.shuffle(using: &generator)
    shuffled.reports += shuffled.reports.prefix(3)
    shuffled.observations += shuffled.observations.prefix(5)
    let (one, other) = (archive.timeline(longestGap: 4), shuffled.timeline(longestGap: 4))
    #expect(one.spells == other.spells)
    #expect(one.phases == other.phases)
    #expect(one.incidents == other.incidents)
    #expect(one.tolls == other.tolls)
    #expect(one.tallies == other.tallies)
    #expect(one.days == other.days)
    #expect(one.observations == other.observations)
  }

  @Test(arguments: seeds) func `a spell's phases follow each other and fill it`(_ seed: UInt64) throws {
    let timeline = try Archive.random(seed: seed).timeline(longestGap: 4)
    let phases = Dictionary(grouping: timeline.phases, by: \.blockadeID)
    #expect(phases.count == timeline.spells.count)
    for spell in timeline.spells {
      let own = try #require(phases[spell.id])
      #expect(own.first?.start == spell.start)
      #expect(own.last?.end == spell.end)
      #expect((spell.end == nil) == (spell.ending == nil))
      for (one, next) in zip(own, own.dropFirst()) {
        #expect(one.end == next.start)
        #expect(one.status != next.status || one.evidence != next.evidence || one.placement != next.placement)
      }
      for phase in own {
        #expect(phase.status.isInForce)
        if let end = phase.end {
          #expect(phase.start < end)
          #expect(!phase.contains(end))
        }
        #expect(phase.contains(phase.start))
      }
      #expect(!spell.reports.isEmpty)
    }
  }

  @Test(arguments: seeds) func `spells of a site do not overlap and are numbered in time`(_ seed: UInt64)
    throws
  {
    let timeline = try Archive.random(seed: seed).timeline(longestGap: 4)
    for (_, spells) in Dictionary(grouping: timeline.spells, by: \.site) {
      #expect(spells.map(\.ordinal) == Array(1...spells.count))
      for (one, next) in zip(spells, spells.dropFirst()) {
        let end = try #require(one.end)
        #expect(end <= next.start)
        #expect(end < next.start || one.ending == .cleared)
      }
    }
    #expect(Set(timeline.spells.map(\.id)).count == timeline.spells.count)
  }

  @Test(arguments: seeds) func `a day's layer holds the last phase of each site in force that day`(
    _ seed: UInt64
  ) throws {
    let timeline = try Archive.random(seed: seed).timeline()
    let days = try #require(timeline.days)
    for day in days.lowerBound.advanced(by: -2)...days.upperBound.advanced(by: 2) {
      var last: [SiteID: Phase] = [:]
      for phase in timeline.phases where phase.start < day.end && phase.end.map({ $0 > day.start }) ?? true {
        last[phase.site] = phase
      }
      #expect(timeline.phases(on: day) == last.values.sorted { $0.site < $1.site })
    }
    #expect(timeline.phases(on: days.lowerBound.previous).isEmpty)
  }

  @Test(arguments: seeds) func `every statement that something is blocked is within a spell`(_ seed: UInt64)
    throws
  {
    let timeline = try Archive.random(seed: seed).timeline()
    let told = Set(timeline.spells.flatMap(\.reports))
    for observation in timeline.observations {
      guard case .blockade(let statement) = observation.statement, statement.status.isInForce else {
        continue
      }
      #expect(told.contains(observation.report))
    }
  }

  @Test(arguments: seeds) func `as of a day incidents and tolls are as known by it`(_ seed: UInt64) throws {
    let archive = try Archive.random(seed: seed)
    let timeline = archive.timeline()
    let days = try #require(timeline.days)
    for day in stride(from: days.lowerBound, through: days.upperBound, by: 5) {
      let earlier = archive.timeline(asOf: day)
      #expect(earlier.incidents == timeline.incidents(knownBy: day))
      #expect(earlier.observations.allSatisfy { $0.said.day <= day })
      #expect(Set(earlier.spells.map(\.site)).isSubset(of: Set(timeline.spells.map(\.site))))
    }
  }

  @Test(arguments: seeds) func `an incident's bounds hold its best figure and every current statement`(
    _ seed: UInt64
  ) throws {
    let timeline = try Archive.random(seed: seed).timeline()
    for incident in timeline.incidents {
      #expect(incident.low ?? .min <= incident.best)
      #expect(incident.best <= incident.high ?? .max)
      for toll in timeline.tolls where toll.incident == incident.id && toll.isCurrent {
        let bounds = toll.statement.bounds
        #expect(incident.low ?? .min <= bounds.low ?? .min)
        #expect(bounds.high ?? .max <= incident.high ?? .max)
        #expect(
          toll.observation.said.day
            == timeline.tolls.last { $0.incident == incident.id }?.observation.said.day
        )
      }
    }
  }

  @Test(arguments: seeds) func `a difference applied to the first situation gives the second`(
    _ seed: UInt64
  ) throws {
    let timeline = try Archive.random(seed: seed).timeline()
    var generator = SeededGenerator(seed: seed &+ 2000)
    let days = try #require(timeline.days)
    for _ in 0..<10 {
      let situations = (0..<3).map { _ in
        timeline.situation(on: days.lowerBound.advanced(by: .random(in: -1...days.count, using: &generator)))
      }
      let first = SituationDifference(from: situations[0], to: situations[1])
      let second = SituationDifference(from: situations[1], to: situations[2])
      #expect(try situations[0].applying(first) == situations[1])
      #expect(try situations[1].applying(first.inverse) == situations[0])
      #expect(first.inverse.inverse == first)
      #expect(first.inverse == SituationDifference(from: situations[1], to: situations[0]))
      #expect(
        try first.joined(with: second) == SituationDifference(from: situations[0], to: situations[2])
      )
      #expect(!first.blockades.contains { $0.kind == .withdrawn })
    }
  }

  @Test(arguments: seeds) func `counts add up, and to the layers`(_ seed: UInt64) throws {
    let timeline = try Archive.random(seed: seed).timeline()
    let days = try #require(timeline.days)
    let keys: [CountKey] = [.region(.department), .region(.province), .region(.district), .route, .cause]
    for key in keys {
      let table = try timeline.counts(by: key, days: days.lowerBound.previous...days.upperBound.next)
      #expect(table.rows == table.rows.sorted { ($0.day, $0.group) < ($1.day, $1.group) })
      for day in days {
        let phases = timeline.phases(on: day)
        let total = try #require(table.total(on: day))
        #expect(total.inForce == phases.count)
        #expect(total.presumed == phases.count { $0.evidence == .presumed })
        #expect(total.restricted == phases.count { $0.status == .restricted })
        #expect(table.rows(on: day).reduce(.zero) { $0 + $1.counts } == total)
        let several = table.rows(on: day).first { $0.group == .unlocated }
        #expect(several?.counts.inForce == phases.count { $0.placement.location == nil })
      }
    }
  }
}
