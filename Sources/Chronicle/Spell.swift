public import Gazetteer

/// One continuous blockade of one site.
public struct Spell: Hashable, Sendable, Identifiable {
  public let id: BlockadeID
  public let site: SiteID
  /// 1 for the site's first spell, 2 for the second: more than 1 means that it was blocked again.
  public let ordinal: Int
  /// The nearest site on the same route, within ``TimelineSettings/siteTolerance``, that was blocked already when
  /// this one first was: this is another point of a blockade that has spread. `nil` for a site that stood alone
  /// when it was first blocked, and for later spells.
  public let beside: SiteID?
  public let start: Moment
  /// The first moment at which it is over; `nil` while it lasts.
  public let end: Moment?
  /// Why it is taken to be over; `nil` while it lasts.
  public let ending: Ending?
  /// The report that cleared it, or the first complete one that no longer lists it.
  public let endedBy: Report.ID?
  /// Where it is, by the statement with the least uncertainty; of several such, by the one said last.
  public let placement: Placement
  /// Why, by the statement said last.
  public let cause: Cause
  /// The reports that say it is in force, in the order of their identifiers.
  public let reports: [Report.ID]
  /// Who published those reports, in alphabetical order.
  public let publishers: [String]
  /// When the first of its statements was said.
  public let firstReported: Moment
  /// When the last of its statements was said, or last seen to hold where that is later.
  public let lastReported: Moment
  /// The words of the statement said last that has any.
  public let quote: String?
  /// Where the statement said last was read, for people.
  public let origin: String

  init(
    id: BlockadeID,
    site: SiteID,
    ordinal: Int,
    beside: SiteID?,
    start: Moment,
    end: Moment?,
    ending: Ending?,
    endedBy: Report.ID?,
    placement: Placement,
    cause: Cause,
    reports: [Report.ID],
    publishers: [String],
    firstReported: Moment,
    lastReported: Moment,
    quote: String?,
    origin: String
  ) {
    self.id = id
    self.site = site
    self.ordinal = ordinal
    self.beside = beside
    self.start = start
    self.end = end
    self.ending = ending
    self.endedBy = endedBy
    self.placement = placement
    self.cause = cause
    self.reports = reports
    self.publishers = publishers
    self.firstReported = firstReported
    self.lastReported = lastReported
    self.quote = quote
    self.origin = origin
  }

  /// What to know before trusting where it is.
  public var warnings: [LocationWarning] { placement.location?.warnings ?? [] }
}
