extension Spell {
  /// Makes a spell of what supports it.
  ///
  /// - Parameter evidence: The statements that it is in force, in the order said; of none there is no spell.
  init?(
    id: BlockadeID,
    site: SiteID,
    ordinal: Int,
    start: Moment,
    end: Moment?,
    run: SiteHistory.Run,
    evidence: [Chronology.Said]
  ) {
    guard let first = evidence.first, let last = evidence.last else { return nil }
    var placement = first.statement.placement
    var lastReported = first.word.said
    for said in evidence {
      if !placement.isBetter(than: said.statement.placement) { placement = said.statement.placement }
      lastReported = max(lastReported, said.word.said, said.word.listedThrough ?? said.word.said)
    }
    self.init(
      id: id,
      site: site,
      ordinal: ordinal,
      start: start,
      end: end,
      ending: run.ending,
      endedBy: run.endedBy,
      placement: placement,
      cause: last.statement.cause,
      reports: Set(evidence.map(\.observation.report)).sorted(),
      publishers: Set(evidence.map(\.publisher)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      firstReported: first.word.said,
      lastReported: lastReported,
      quote: evidence.last { $0.observation.quote != nil }?.observation.quote,
      origin: last.observation.origin
    )
  }
}
