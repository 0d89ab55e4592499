internal import Gazetteer

/// Makes sites, spells and phases out of the blockade statements of a timeline.
struct Chronology {
  private(set) var spells: [Spell] = []
  private(set) var phases: [Phase] = []
  private(set) var shownDays: [ClosedRange<Day>?] = []

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
    let archive = SnapshotArchive(
      zip(publishers, reports)
        .filter { _, report in
          report.coverage == .complete && settings.asOf.map { report.published.day <= $0 } ?? true
        }
        .map { (publisher: $0, report: $1) }
    )
    // A silence is as long as it is by the last day that anything is heard of.
    let lastHeard = observations.last?.said.day ?? .earliest
    let history = SiteHistory(
      settings: settings,
      horizon: settings.asOf ?? max(lastHeard, archive.lastDay ?? .earliest),
      archive: archive
    )
    let said = Self.statements(
      reports: reports,
      publishers: publishers,
      positions: positions,
      observations: observations,
      asOf: settings.asOf
    )
    let sites = Self.sites(of: said, settings: settings)

    var names = UniqueNames()
    var blockadeNames = UniqueNames()
    for members in sites {
      guard let first = members.first else { continue }
      let site = SiteID(names.claim(said[first].statement.placement.nameSlug))
      let runs = history.runs(members.map { said[$0].word })
      for (ordinal, run) in runs.enumerated() {
        guard let start = run.stretches.first?.start, let lastStretch = run.stretches.last else { continue }
        let evidence = run.ranks.sorted().map { said[$0] }
        let id = BlockadeID(blockadeNames.claim("\(site)-\(start.day)"))
        guard
          let spell = Spell(
            id: id,
            site: site,
            ordinal: ordinal + 1,
            start: start,
            end: lastStretch.end,
            run: run,
            evidence: evidence
          )
        else { continue }
        spells.append(spell)
        for stretch in run.stretches {
          phases.append(
            Phase(
              spell: spell,
              start: stretch.start,
              end: stretch.end,
              status: stretch.status,
              evidence: stretch.evidence
            )
          )
        }
      }
    }
    arrangePhases()
  }

  /// A blockade statement with all that the making of spells asks of it.
  struct Said {
    let observation: Observation
    let statement: BlockadeStatement
    let publisher: String
    let word: SiteHistory.Word
  }

  private static func numbered(_ names: [String]) -> [Int] {
    var numbers: [String: Int] = [:]
    return names.map { name in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
  }

  /// The blockade statements in the order said; the rank of each is its index.
  private static func statements(
    reports: [Report],
    publishers: [Int],
    positions: [Report.ID: Int],
    observations: [Observation],
    asOf: Day?
  ) -> [Said] {
    var said: [Said] = []
    for observation in observations {
      guard case .blockade(let statement) = observation.statement,
        let position = positions[observation.report]
      else { continue }
      let report = reports[position]
      var listedThrough: Moment?
      if report.coverage == .complete {
        let last = max(report.published, statement.when.last)
        // What was listed later is not known yet.
        listedThrough = asOf.map { min(last, StatedTime.day($0).last) } ?? last
      }
      let word = SiteHistory.Word(
        rank: said.count,
        status: statement.status,
        when: statement.when,
        said: observation.said,
        report: report.id,
        publisher: publishers[position],
        listedThrough: listedThrough
      )
      said.append(
        Said(
          observation: observation,
          statement: statement,
          publisher: report.publisher,
          word: word
        )
      )
    }
    return said
  }

  /// For each site the indices of its statements, in the order said.
  private static func sites(of said: [Said], settings: TimelineSettings) -> [[Int]] {
    var registry = SiteRegistry(tolerance: settings.siteTolerance)
    var sites: [[Int]] = []
    var index = 0
    while index < said.count {
      let word = said[index].word
      let batch = said[index...].prefix { $0.word.report == word.report && $0.word.said == word.said }
      let assigned = registry.assign(
        batch.map { said in
          SiteRegistry.Mention(
            shape: SiteShape(said.statement.placement),
            completePublisher: said.word.listedThrough == nil ? nil : said.word.publisher,
            said: said.word.said,
            listedThrough: said.word.listedThrough ?? said.word.said
          )
        }
      )
      while sites.count < registry.count { sites.append([]) }
      for (member, site) in zip(batch.indices, assigned) { sites[site].append(member) }
      index = batch.endIndex
    }
    return sites
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
