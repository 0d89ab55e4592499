public import Chronicle

/// Everything in a ledger, in an order that does not depend on the order in which it was added.
public struct LedgerContents: Hashable, Sendable {
  /// A snapshot of an alert feed.
  public struct Snapshot: Hashable, Sendable {
    public let digest: ContentDigest
    public let moment: Moment
    /// For each row the place of its state in ``LedgerContents/states``.
    public let rows: [Int]
  }

  /// A document that is kept whole.
  public struct Document: Hashable, Sendable {
    public let kind: LedgerEntry.Kind
    public let digest: ContentDigest
    public let name: String
    public let bytes: [UInt8]
  }

  /// One state of an alert.
  public struct State: Hashable, Sendable {
    /// As the feed wrote it, as JSON.
    public let content: [UInt8]
    /// The first and the last moment at which a snapshot shows it.
    public let seen: ClosedRange<Moment>
  }

  /// By moment, and of one moment by digest.
  public let snapshots: [Snapshot]
  /// By digest.
  public let documents: [Document]
  /// By digest.
  public let states: [State]

  public static let empty = LedgerContents(snapshots: [], documents: [], states: [])
}
