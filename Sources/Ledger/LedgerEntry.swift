public import Chronicle

/// One document to keep in a ledger.
public struct LedgerEntry: Hashable, Sendable {
  /// What a document is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A snapshot of an alert feed.
    case snapshot
    /// A dispatch: a text with a header.
    case dispatch
    /// A table of hand-coded observations.
    case table
  }

  /// What is kept of a document.
  public enum Content: Hashable, Sendable {
    /// All its bytes.
    case document([UInt8])
    /// The rows of a snapshot, in their order.
    case listing(Listing)
  }

  public let kind: Kind
  /// The document's digest: of the whole file, whatever is kept of it.
  public let digest: ContentDigest
  /// The file's name, without its folder.
  public let name: String
  /// When a snapshot was taken; `nil` for other documents, which say it themselves.
  public let moment: Moment?
  /// Whether ``moment`` comes from outside the document, such as its file's name.
  public let isMomentNamed: Bool
  public let content: Content

  public init(
    kind: Kind,
    digest: ContentDigest,
    name: String,
    moment: Moment? = nil,
    isMomentNamed: Bool = false,
    content: Content
  ) {
    self.kind = kind
    self.digest = digest
    self.name = name
    self.moment = moment
    self.isMomentNamed = isMomentNamed
    self.content = content
  }
}
