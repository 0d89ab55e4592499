/// What happened to people at one place on one day, as far as it is known.
public struct Incident: Hashable, Sendable, Identifiable {
  public let id: IncidentID
  public let day: Day
  public let measure: TollMeasure
  /// Whom the best figure counts.
  public let category: TollCategory
  /// Where, by the statement with the least uncertainty; of several such, by the one said last.
  public let placement: Placement
  /// The least that the current statements allow; `nil` where one of them states no lower bound.
  public let low: Int?
  /// The number that the current statement said last gives.
  public let best: Int
  /// The most that the current statements allow; `nil` where one of them states no upper bound.
  public let high: Int?
  /// The moment the best figure holds for, where its report gives one.
  public let asOf: Moment?
  /// Every figure in the order said; one that repeats the figure before it is left out.
  public let revisions: [TollRevision]
  /// All statements on it, in the order said.
  public let observations: [Observation.ID]
  /// The reports they stand in, in the order of their identifiers.
  public let reports: [Report.ID]
  /// Who published those, in alphabetical order.
  public let publishers: [String]
  /// The words of the statement said last that has any.
  public let quote: String?
  /// Where the statement with the best figure was read, for people.
  public let origin: String

  /// Sums up the statements on one incident.
  ///
  /// - Parameter records: In the order said; `nil` is made of none.
  init?(id: IncidentID, _ records: ArraySlice<TollRecord>) {
    guard let first = records.first, let last = records.last else { return nil }
    self.id = id
    day = first.statement.period.lowerBound
    measure = first.statement.measure

    // Current are the statements of the newest day, one a publisher: its last.
    var heard: Set<String> = []
    let newestDay = last.observation.said.day
    let current = records.reversed().prefix { $0.observation.said.day == newestDay }
      .filter { heard.insert($0.publisher).inserted }
    let bounds = current.map(\.statement.bounds)
    let lows = bounds.compactMap(\.low)
    let highs = bounds.compactMap(\.high)
    low = lows.count == bounds.count ? lows.min() : nil
    high = highs.count == bounds.count ? highs.max() : nil
    best = last.statement.bounds.best
    category = last.statement.category
    asOf = last.statement.asOf
    origin = last.observation.origin

    var placement = first.statement.placement
    var revisions: [TollRevision] = []
    for record in records {
      if !placement.isBetter(than: record.statement.placement) { placement = record.statement.placement }
      let revision = TollRevision(record)
      if let shown = revisions.last, shown.value == revision.value, shown.qualifier == revision.qualifier {
        continue
      }
      revisions.append(revision)
    }
    self.placement = placement
    self.revisions = revisions
    observations = records.map(\.observation.id)
    reports = Set(records.map(\.observation.report)).sorted()
    publishers = Set(records.map(\.publisher)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    quote = records.last { $0.observation.quote != nil }?.observation.quote
  }
}
