extension Spell {
  /// Makes a spell of what supports it.
  ///
  /// - Parameters:
  ///   - evidence: The statements that it is in force, in the order said; of none there is no spell.
  ///   - observations: What the statements' indices stand for.
  ///   - reports: All reports in the order of their identifiers.
  init?(
    id: BlockadeID,
    site: SiteID,
    ordinal: Int,
    beside: SiteID?,
    run: SiteHistory.Run,
    evidence: [Chronology.Said],
    observations: [Observation],
    reports: [Report]
  ) {
    guard let start = run.stretches.first?.start, let first = evidence.first, let last = evidence.last
    else { return nil }
    var best = first
    var lastReported = first.word.said
    var positions: Set<Int> = []
    for said in evidence {
      if said.uncertainty <= best.uncertainty { best = said }
      positions.insert(said.word.report)
      lastReported = max(lastReported, said.word.said, said.word.listedThrough ?? said.word.said)
    }
    guard case .blockade(let placed) = observations[best.index].statement,
      case .blockade(let latest) = observations[last.index].statement
    else { return nil }
    let sources = positions.sorted().map { reports[$0] }
    self.init(
      Content(
        id: id,
        site: site,
        ordinal: ordinal,
        beside: beside,
        start: start,
        end: run.stretches.last?.end,
        ending: run.ending,
        endedBy: run.endedBy.map { reports[$0].id },
        placement: placed.placement,
        cause: latest.cause,
        reports: sources.map(\.id),
        publishers: Set(sources.map(\.publisher)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        firstReported: first.word.said,
        lastReported: lastReported,
        quote: evidence.last { observations[$0.index].quote != nil }.flatMap { observations[$0.index].quote },
        origin: observations[last.index].origin
      )
    )
  }
}
