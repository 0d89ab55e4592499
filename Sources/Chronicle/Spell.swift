public import Gazetteer

/// One continuous blockade of one site.
public struct Spell: Hashable, Sendable, Identifiable {
  /// Held once, however many phases and copies there are: it is passed around far more often than made.
  private final class Storage: Sendable {
    let content: Content

    init(_ content: Content) { self.content = content }
  }

  private let storage: Storage

  public var id: BlockadeID { storage.content.id }
  public var site: SiteID { storage.content.site }
  /// 1 for the site's first spell, 2 for the second: more than 1 means that it was blocked again.
  public var ordinal: Int { storage.content.ordinal }
  /// The nearest site on the same route, within ``TimelineSettings/siteTolerance``, that was blocked already when
  /// this one first was: this is another point of a blockade that has spread. `nil` for a site that stood alone
  /// when it was first blocked, and for later spells.
  public var beside: SiteID? { storage.content.beside }
  public var start: Moment { storage.content.start }
  /// The first moment at which it is over; `nil` while it lasts.
  public var end: Moment? { storage.content.end }
  /// Why it is taken to be over; `nil` while it lasts.
  public var ending: Ending? { storage.content.ending }
  /// The report that cleared it, or the first complete one that no longer lists it.
  public var endedBy: Report.ID? { storage.content.endedBy }
  /// Where it is, by the statement with the least uncertainty; of several such, by the one said last.
  public var placement: Placement { storage.content.placement }
  /// Why, by the statement said last.
  public var cause: Cause { storage.content.cause }
  /// The reports that say it is in force, in the order of their identifiers.
  public var reports: [Report.ID] { storage.content.reports }
  /// Who published those reports, in alphabetical order.
  public var publishers: [String] { storage.content.publishers }
  /// When the first of its statements was said.
  public var firstReported: Moment { storage.content.firstReported }
  /// When the last of its statements was said, or last seen to hold where that is later.
  public var lastReported: Moment { storage.content.lastReported }
  /// The words of the statement said last that has any.
  public var quote: String? { storage.content.quote }
  /// Where the statement said last was read, for people.
  public var origin: String { storage.content.origin }

  init(_ content: Content) { storage = Storage(content) }

  /// What to know before trusting where it is.
  public var warnings: [LocationWarning] { placement.location?.warnings ?? [] }

  public static func == (left: Spell, right: Spell) -> Bool {
    left.storage === right.storage || left.storage.content == right.storage.content
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.content) }
}

extension Spell {
  /// What there is to a spell.
  struct Content: Hashable, Sendable {
    let id: BlockadeID
    let site: SiteID
    let ordinal: Int
    let beside: SiteID?
    let start: Moment
    let end: Moment?
    let ending: Ending?
    let endedBy: Report.ID?
    let placement: Placement
    let cause: Cause
    let reports: [Report.ID]
    let publishers: [String]
    let firstReported: Moment
    let lastReported: Moment
    let quote: String?
    let origin: String
  }
}
