public import Chronicle

/// Everything in a ledger, in an order that does not depend on the order in which it was added.
public struct LedgerContents: Hashable, Sendable {
  /// A snapshot of an alert feed.
  public struct Snapshot: Hashable, Sendable {
    public let digest: ContentDigest
    public let moment: Moment
    /// For each row the place of its state in ``LedgerContents/states``.
    public let rows: [Int]
    /// The names of the fields that were left out of the states; `nil` where the ledger was written before it
    /// kept them.
    public let passingFields: [String]?
    /// The values of those fields in the code of ``ListingCode``.
    let passing: [UInt8]
    let passingCount: Int
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

  /// The rows of a snapshot with every field as it came; `nil` where the ledger is damaged.
  public func rows(of snapshot: Snapshot) -> [ListedRow]? {
    ListingCode.passing(snapshot.passing, rows: snapshot.rows.count, each: snapshot.passingCount).map {
      values in
      zip(snapshot.rows, values).map { ListedRow(state: states[$0].content, passing: $1) }
    }
  }

  public static let empty = LedgerContents(snapshots: [], documents: [], states: [])
}
