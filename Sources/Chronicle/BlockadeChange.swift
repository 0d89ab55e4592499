internal import Gazetteer

/// What becomes of a site's blockade from one situation to another.
public struct BlockadeChange: Change {
  /// What happened in the course of time. Of a change that goes back in time it is the kind of its inverse.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// In force, on a site that was never blocked before.
    case new
    /// In force, on a site that was never blocked before, beside one that stood already (see ``Spell/beside``).
    case spread
    /// In force and reported, as it was.
    case continuing
    /// In force again, on a site whose earlier spell is over.
    case reopened
    /// Blocked before, restricted now.
    case eased
    /// Restricted or suspended before, and now more than that.
    case tightened
    /// Suspended now, and not before.
    case suspended
    /// No longer in force: a source says it is free.
    case cleared
    /// No longer in force: a complete report no longer lists it.
    case notListed = "not_listed"
    /// In force, but only presumed: its sources are silent.
    case presumed
    /// No longer reported, and the presumption has run out.
    case lapsed
    /// In force, but elsewhere on its site, or known to be.
    case moved
    /// Not in force by what is known now, though the earlier knowledge saw no end of it.
    case withdrawn
  }

  public let site: SiteID
  public let delta: Delta<Phase>
  public let kind: Kind

  public var key: SiteID { site }

  public init(key: SiteID, delta: Delta<Phase>, isForward: Bool) {
    site = key
    self.delta = delta
    let (earlier, later) = Self.inTime(delta, isForward: isForward)
    kind = Self.kind(earlier: earlier, later: later)
  }

  public static func key(of value: Phase) -> SiteID { value.site }

  public static func mismatch(_ key: SiteID) -> DifferenceMismatch { .blockade(key) }

  /// Where several kinds fit, a change of status comes first, then that of one spell to the next, of place, and
  /// of evidence.
  private static func kind(earlier: Phase?, later: Phase?) -> Kind {
    guard let later else {
      switch earlier?.spell.ending {
      case .cleared: return .cleared
      case .notListed: return .notListed
      case .lapsed: return .lapsed
      case nil: return .withdrawn
      }
    }
    guard let earlier else {
      if later.spell.ordinal > 1 { return .reopened }
      return later.spell.beside == nil ? .new : .spread
    }
    if earlier.status != later.status {
      switch later.status {
      case .suspended: return .suspended
      case .restricted where earlier.status == .blocked: return .eased
      case .blocked, .restricted: return .tightened
      case .cleared: return .cleared
      }
    }
    if earlier.blockadeID != later.blockadeID { return .reopened }
    if later.placement.isElsewhere(than: earlier.placement) { return .moved }
    return later.evidence == .presumed ? .presumed : .continuing
  }
}
