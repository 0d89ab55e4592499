internal import Gazetteer
internal import Geo

/// Makes sites, spells and phases out of the blockade statements of a timeline.
struct Chronology {
  private(set) var spells: [Spell] = []
  private(set) var phases: [Phase] = []
  private(set) var shownDays: [ClosedRange<Day>?] = []
  /// The clearings of sites that nothing says were blocked by then, by their places among the observations.
  private(set) var baselessClearings: [Int] = []

  /// - Parameters:
  ///   - positions: Where each report stands among `reports`.
  ///   - observations: In the order said, none of an unknown report.
  init(
    reports: [Report],
    positions: [Report.ID: Int],
    observations: [Observation],
    settings: TimelineSettings
  ) {
    let publishers = Self.numbered(reports.map(\.publisher))
    var snapshots: [(publisher: Int, snapshot: SnapshotArchive.Snapshot)] = []
    for (position, report) in reports.enumerated() where report.coverage == .complete {
      if let asOf = settings.asOf, report.published.day > asOf { continue }
      snapshots.append((publishers[position], .init(moment: report.published, report: position)))
    }
    let archive = SnapshotArchive(snapshots)
    // A silence is as long as it is by the last day that anything is heard of.
    let lastHeard = observations.last?.said.day ?? .earliest
    let history = SiteHistory(
      settings: settings,
      horizon: settings.asOf ?? max(lastHeard, archive.lastDay ?? .earliest),
      archive: archive
    )
    var said: [Said] = []
    var shapes: [SiteShape] = []
    var places = PlacementNumbers()
    for (index, observation) in observations.enumerated() {
      guard case .blockade(let statement) = observation.statement,
        let position = positions[observation.report]
      else { continue }
      let word = SiteHistory.Word(
        rank: said.count,
        status: statement.status,
        when: statement.when,
        said: observation.said,
        report: position,
        publisher: publishers[position],
        listedThrough: Self.listedThrough(statement, in: reports[position], asOf: settings.asOf),
        position: reports[position].coverage == .complete ? places.number(of: statement.placement) : nil
      )
      let uncertainty = statement.placement.location?.uncertainty.metres ?? .infinity
      said.append(Said(index: index, uncertainty: uncertainty, word: word))
      shapes.append(SiteShape(statement.placement))
    }

    let sites = Self.sites(of: said, observations: observations, shapes: shapes, settings: settings)
    let runs = sites.map { site in history.runs(site.members.map { said[$0].word }) }
    let neighbours = SiteNeighbours(runs: runs, shapes: shapes, reach: settings.siteTolerance)
    var blockadeNames = UniqueNames()
    for (number, site) in sites.enumerated() {
      baselessClearings += Self.baselessClearings(among: site.members.map { said[$0] })
      for (ordinal, run) in runs[number].enumerated() {
        guard let start = run.stretches.first?.start,
          let spell = Spell(
            id: BlockadeID(blockadeNames.claim("\(site.id)-\(start.day)")),
            site: site.id,
            ordinal: ordinal + 1,
            beside: ordinal == 0 ? neighbours.site(beside: number).map { sites[$0].id } : nil,
            run: run,
            evidence: run.ranks.sorted().map { said[$0] },
            observations: observations,
            reports: reports
          )
        else { continue }
        spells.append(spell)
        appendPhases(of: spell, stretches: run.stretches) { rank in
          Self.placement(of: observations[said[rank].index])
        }
      }
    }
    baselessClearings.sort()
    arrangePhases()
  }

  /// A site, and its statements in the order said.
  private struct Site {
    let id: SiteID
    let members: [Int]
  }

  /// The clearings of a site before which nothing has it blocked.
  private static func baselessClearings(among said: [Said]) -> [Int] {
    let blocked = said.lazy.map(\.word).filter(\.status.isInForce).map(\.when.start).min()
    return said.filter { one in
      guard !one.word.status.isInForce else { return false }
      return blocked.map { one.word.when.last < $0 } ?? true
    }.map(\.index)
  }

  /// What the making of spells asks of a blockade statement, kept small because there may be very many.
  struct Said {
    /// Where its observation stands among the observations.
    let index: Int
    /// In metres; infinite without a position.
    let uncertainty: Double
    /// Its rank is its index among the blockade statements.
    let word: SiteHistory.Word
  }

  /// Adds the phases of a spell. Stretches whose positions differ by no more than rounding are one phase.
  private mutating func appendPhases(
    of spell: Spell,
    stretches: [SiteHistory.Stretch],
    placement: (_ rank: Int) -> Placement?
  ) {
    var open: Phase?
    for stretch in stretches {
      let next = Phase(
        spell: spell,
        start: stretch.start,
        end: stretch.end,
        placement: stretch.placedBy.flatMap(placement),
        status: stretch.status,
        evidence: stretch.evidence
      )
      if let last = open, last.isLike(next) {
        open = last.extended(to: next.end)
      } else {
        if let open { phases.append(open) }
        open = next
      }
    }
    if let open { phases.append(open) }
  }

  /// Numbers for placements, one a distinct geometry and region.
  private struct PlacementNumbers {
    private var numbers: [Key: Int] = [:]

    private struct Key: Hashable {
      let geometry: Geometry
      let region: RegionCode?
    }

    mutating func number(of placement: Placement) -> Int? {
      guard let location = placement.location else { return nil }
      let key = Key(geometry: location.geometry, region: location.region)
      if let known = numbers[key] { return known }
      let number = numbers.count
      numbers[key] = number
      return number
    }
  }

  private static func placement(of observation: Observation) -> Placement? {
    guard case .blockade(let statement) = observation.statement else { return nil }
    return statement.placement
  }

  private static func numbered(_ names: [String]) -> [Int] {
    var numbers: [String: Int] = [:]
    return names.map { name in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
  }

  /// The last moment at which a complete report's publisher is known to have listed what it states; `nil` for
  /// a partial report.
  private static func listedThrough(
    _ statement: BlockadeStatement,
    in report: Report,
    asOf: Day?
  ) -> Moment? {
    guard report.coverage == .complete else { return nil }
    let last = max(report.published, statement.when.last)
    // What was listed later is not known yet.
    return asOf.map { min(last, StatedTime.day($0).last) } ?? last
  }

  /// The sites in the order of their first statements.
  private static func sites(
    of said: [Said],
    observations: [Observation],
    shapes: [SiteShape],
    settings: TimelineSettings
  ) -> [Site] {
    var registry = SiteRegistry(tolerance: settings.siteTolerance)
    var members: [[Int]] = []
    var index = 0
    while index < said.count {
      let word = said[index].word
      let batch = said[index...].prefix { $0.word.report == word.report && $0.word.said == word.said }
      let assigned = registry.assign(
        batch.indices.map { index in
          let word = said[index].word
          return SiteRegistry.Mention(
            shape: shapes[index],
            kilometre: placement(of: observations[said[index].index])?.location?.kilometre,
            completePublisher: word.listedThrough == nil ? nil : word.publisher,
            said: word.said,
            listedThrough: word.listedThrough ?? word.said
          )
        }
      )
      while members.count < registry.count { members.append([]) }
      for (member, site) in zip(batch.indices, assigned) { members[site].append(member) }
      index = batch.endIndex
    }
    var names = UniqueNames()
    return members.map { members in
      let first = members.first.flatMap { placement(of: observations[said[$0].index]) }
      return Site(id: SiteID(names.claim(first?.nameSlug ?? "")), members: members)
    }
  }

  /// Finds the days on whose layers each phase stands, and sorts the phases.
  private mutating func arrangePhases() {
    // So far they are in order of site and time: each gives way to the next of its site on the day they share.
    var shown: [(phase: Phase, days: ClosedRange<Day>?)] = []
    for (index, phase) in phases.enumerated() {
      let days = phase.days
      var last = days.upperBound
      if index + 1 < phases.count, phases[index + 1].site == phase.site {
        last = min(last, phases[index + 1].start.day.previous)
      }
      shown.append((phase, days.lowerBound <= last ? days.lowerBound...last : nil))
    }
    shown.sort { ($0.phase.start, $0.phase.blockadeID) < ($1.phase.start, $1.phase.blockadeID) }
    phases = shown.map(\.phase)
    shownDays = shown.map(\.days)
  }
}
