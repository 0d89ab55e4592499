public import Gazetteer

/// A stretch of a spell through which its status, its evidence and its position stay the same: what a layer shows.
///
/// The phases of a spell follow each other without a gap and without sharing a moment.
public struct Phase: Hashable, Sendable {
  /// The blockade it is a part of.
  public let spell: Spell
  public let start: Moment
  /// The first moment that is no longer part of it; `nil` while it lasts.
  public let end: Moment?
  /// Where it is through this phase: where a complete report lists it, else where its spell is.
  public let placement: Placement
  /// Never ``BlockadeStatus/cleared``.
  public let status: BlockadeStatus
  public let evidence: Evidence

  init(
    spell: Spell,
    start: Moment,
    end: Moment?,
    placement: Placement? = nil,
    status: BlockadeStatus,
    evidence: Evidence
  ) {
    self.placement = placement ?? spell.placement
    self.spell = spell
    self.start = start
    self.end = end
    self.status = status
    self.evidence = evidence
  }

  /// Whether the phase that follows says the same: the same status, evidence, place and region.
  func isLike(_ next: Phase) -> Bool {
    status == next.status && evidence == next.evidence
      && placement.location?.region == next.placement.location?.region
      && !next.placement.isElsewhere(than: placement)
  }

  /// The same with another end.
  func extended(to end: Moment?) -> Phase {
    Phase(spell: spell, start: start, end: end, placement: placement, status: status, evidence: evidence)
  }

  public var blockadeID: BlockadeID { spell.id }
  public var site: SiteID { spell.site }
  public var cause: Cause { spell.cause }
  public var reports: [Report.ID] { spell.reports }
  public var publishers: [String] { spell.publishers }
  public var firstReported: Moment { spell.firstReported }
  public var lastReported: Moment { spell.lastReported }
  public var quote: String? { spell.quote }
  public var warnings: [LocationWarning] { placement.location?.warnings ?? [] }

  /// Whether it is in force at a moment: from its start, up to but not at its end.
  public func contains(_ moment: Moment) -> Bool {
    guard start <= moment else { return false }
    return end.map { moment < $0 } ?? true
  }

  /// The days on which it is in force for any part.
  public var days: ClosedRange<Day> {
    guard let end else { return start.day...Day.latest }
    return start.day...max(start.day, Moment(clamping: end.seconds - 1).day)
  }
}
