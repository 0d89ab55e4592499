public import Chronicle
public import Reading

/// What a user says of a dispatch: it goes before what the dispatch says of itself.
public struct DispatchDetails: Sendable {
  public var publisher: String?
  public var title: String?
  public var published: Moment?
  public var language: String?
  public var url: String?
  /// How the bytes stand for characters.
  public var encoding = TextEncoding.utf8

  public init() {}

  var isEmpty: Bool {
    publisher == nil && title == nil && published == nil && language == nil && url == nil
      && encoding == .utf8
  }
}
