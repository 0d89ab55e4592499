public import Gazetteer

/// Everything that the reports say, put in order: what was in force when, and who says so.
///
/// The same reports and observations make the same timeline, in whatever order they come.
public struct Timeline: Sendable {
  public let settings: TimelineSettings
  public let regions: RegionTable
  /// The reports in the order of their identifiers. Of two with one identifier the one published first, and
  /// of those the one whose publisher and title come first, is kept.
  public let reports: [Report]
  /// The observations in use, in the order said: by moment, report and place in the report. One that comes
  /// twice is here once; what was said after ``TimelineSettings/asOf`` is not here.
  public let observations: [Observation]
  /// Observations that count nowhere, because their report is not among the reports.
  public let orphans: [Observation]
  /// Clearings of sites that nothing says were blocked by then, in the order said.
  public let baselessClearings: [Observation]
  /// Every blockade, by site and in order of time.
  public let spells: [Spell]
  /// Every phase of every blockade, in the order of their beginnings and then of their identifiers.
  public let phases: [Phase]
  /// Every tally, in the order said.
  public let tallies: [TallyRecord]

  let tollBook: TollBook
  /// For each phase the days on whose layer it stands: those on which it is the last of its site that is in
  /// force. `nil` where a later phase of the same day takes its place on every day it has.
  let shownDays: [ClosedRange<Day>?]
  let phaseIndex: DayRangeIndex
  private let positions: [Report.ID: Int]

  /// Makes a timeline.
  ///
  /// - Parameters:
  ///   - observations: An observation's report and sequence should tell it from all others. Of two that
  ///     differ and share both, each counts, in the order of their origins.
  ///   - regions: The regions that counts are made by.
  /// - Complexity: O(*n* log *n*) in the number of observations and reports.
  public init(
    reports: some Sequence<Report>,
    observations: some Sequence<Observation>,
    regions: RegionTable,
    settings: TimelineSettings
  ) {
    self.settings = settings
    self.regions = regions
    let reports = Self.distinct(reports)
    let positions = Dictionary(uniqueKeysWithValues: reports.enumerated().map { ($1.id, $0) })
    self.reports = reports
    self.positions = positions
    let (kept, orphans) = Self.inOrder(observations, positions: positions, asOf: settings.asOf)
    self.observations = kept
    self.orphans = orphans

    var tolls: [TollRecord] = []
    var tallies: [TallyRecord] = []
    for observation in kept {
      guard let position = positions[observation.report] else { continue }
      let publisher = reports[position].publisher
      switch observation.statement {
      case .blockade:
        break
      case .toll(let statement):
        tolls.append(TollRecord(observation: observation, statement: statement, publisher: publisher))
      case .tally(let statement):
        tallies.append(TallyRecord(observation: observation, statement: statement, publisher: publisher))
      }
    }
    tollBook = TollBook(tolls, tolerance: settings.incidentTolerance)
    self.tallies = tallies

    let chronology = Chronology(
      reports: reports,
      positions: positions,
      observations: kept,
      settings: settings
    )
    spells = chronology.spells
    phases = chronology.phases
    shownDays = chronology.shownDays
    baselessClearings = chronology.baselessClearings.map { kept[$0] }
    phaseIndex = DayRangeIndex(
      chronology.shownDays.enumerated().compactMap { index, days in
        days.map { (days: $0, value: index) }
      }
    )
  }

  /// Every toll statement, in the order said.
  public var tolls: [TollRecord] { tollBook.records }

  /// The incidents, as known by all that was said, in the order of their identifiers.
  public var incidents: [Incident] { tollBook.incidents(knownBy: .latest) }

  /// The incidents as known by the end of a day, in the order of their identifiers.
  public func incidents(knownBy day: Day) -> [Incident] { tollBook.incidents(knownBy: day) }

  /// The report with an identifier.
  public func report(_ id: Report.ID) -> Report? { positions[id].map { reports[$0] } }

  private static func distinct(_ reports: some Sequence<Report>) -> [Report] {
    var distinct: [Report] = []
    let sorted = reports.sorted {
      ($0.id, $0.published, $0.publisher, $0.title) < ($1.id, $1.published, $1.publisher, $1.title)
    }
    for report in sorted where distinct.last?.id != report.id { distinct.append(report) }
    return distinct
  }

  /// Sorts observations by when they were said, leaving out repetitions, what is not known yet, and those of
  /// unknown reports.
  private static func inOrder(
    _ observations: some Sequence<Observation>,
    positions: [Report.ID: Int],
    asOf: Day?
  ) -> (kept: [Observation], orphans: [Observation]) {
    // Sorted are small keys, not the observations, of which there may be very many.
    let all = observations.filter { observation in asOf.map { observation.said.day <= $0 } ?? true }
    var keys: [OrderKey] = []
    keys.reserveCapacity(all.count)
    for (index, observation) in all.enumerated() {
      keys.append(
        OrderKey(
          said: observation.said,
          // Unknown reports come last.
          position: positions[observation.report] ?? .max,
          sequence: observation.sequence,
          index: index
        )
      )
    }
    keys.sort { left, right in
      if left.said != right.said { return left.said < right.said }
      if left.position != right.position { return left.position < right.position }
      let (one, other) = (all[left.index], all[right.index])
      if left.position == .max, one.report != other.report { return one.report < other.report }
      if left.sequence != right.sequence { return left.sequence < right.sequence }
      return one.origin < other.origin
    }
    var kept: [Observation] = []
    kept.reserveCapacity(all.count)
    var orphans: [Observation] = []
    for key in keys {
      let observation = all[key.index]
      if key.position == .max {
        if orphans.last != observation { orphans.append(observation) }
      } else if kept.last?.sequence != key.sequence || kept.last != observation {
        kept.append(observation)
      }
    }
    return (kept, orphans)
  }

  private struct OrderKey {
    let said: Moment
    /// Where its report stands among the reports.
    let position: Int
    let sequence: Int
    /// Where it stands among the observations as they came.
    let index: Int
  }
}
