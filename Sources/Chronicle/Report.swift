/// One published document: a dispatch, a bulletin, a snapshot of a feed, a hand-coded table.
public struct Report: Hashable, Sendable, Identifiable {
  /// What tells a report from all others.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }

    public var description: String { text }

    /// Byte order, the same on every machine.
    public static func < (left: ID, right: ID) -> Bool {
      left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
  }

  public let id: ID
  /// Who published it, as it is to be shown; two reports are of one publisher when this is the same.
  public let publisher: String
  public let title: String
  /// When it was published; the midnight of the day where only the day is known.
  public let published: Moment
  /// Whether ``published`` is known to the time of day.
  public let hasTime: Bool
  /// The language's code, as `es`, where it is known.
  public let language: String?
  public let url: String?
  public let coverage: Coverage

  public init(
    id: ID,
    publisher: String,
    title: String,
    published: Moment,
    hasTime: Bool = true,
    language: String? = nil,
    url: String? = nil,
    coverage: Coverage = .partial
  ) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.published = published
    self.hasTime = hasTime
    self.language = language
    self.url = url
    self.coverage = coverage
  }
}
